import { sql } from "kysely";
import { Frontier, leafHash } from "../../evidence/merkle.ts";
import { formatTete } from "../../evidence/tete-dossier.ts";
import type { Tx } from "../connexion.ts";
import type { FaitAEcrire } from "../journal/journal.ts";
import type { CleLue } from "./cles.ts";
import type { ContenuEcrit } from "./contenus.ts";
import { colonnesDuResume, type ResumeDossier } from "./resume.ts";
import type { SeanceAgenda } from "./seances.ts";

/** A whole dossier that is not in the database yet: at least one fact, and everything that stands on its facts. */
export interface DossierEntier {
  readonly id: string;
  /** Year of its reference. */
  readonly annee: number;
  readonly resume: ResumeDossier;
  readonly cles: readonly CleLue[];
  readonly faits: readonly FaitAEcrire[];
  readonly contenus: readonly Omit<ContenuEcrit, "dossierId">[];
  readonly seances: readonly SeanceAgenda[];
}

/**
 * Writes whole dossiers, one statement a table: rows of the list, keys, facts, contents, sessions, and one head each in
 * the queue of the journal. For many dossiers at once that nobody else knows yet; an act goes through `ajouterFaits`.
 */
export async function ecrireDossiersEntiers(tx: Tx, dossiers: readonly DossierEntier[]): Promise<void> {
  const references = await reserverReferences(tx, dossiers);
  // Sent together: the server works through them while the caller makes the next ones.
  await Promise.all([
    ecrireLignes(tx, dossiers, references),
    ecrireTetes(tx, dossiers),
    ecrireFaits(tx, dossiers),
    ecrireCles(tx, dossiers),
    ecrireContenus(tx, dossiers),
    ecrireSeances(tx, dossiers),
  ]);
}

/** A reference for each, in their order; numbers follow those already given. */
async function reserverReferences(tx: Tx, dossiers: readonly DossierEntier[]): Promise<string[]> {
  const prochains = new Map<number, number>();
  for (const [annee, groupe] of Map.groupBy(dossiers, (d) => d.annee)) {
    const { dernier } = await tx.db
      .insertInto("compteur_reference")
      .values({ organisme_id: tx.organismeId, annee, dernier: groupe.length })
      .onConflict((oc) =>
        oc.columns(["organisme_id", "annee"]).doUpdateSet({
          dernier: sql`compteur_reference.dernier + ${groupe.length}`,
        }),
      )
      .returning("dernier")
      .executeTakeFirstOrThrow();
    prochains.set(annee, dernier - groupe.length + 1);
  }
  return dossiers.map(({ annee }) => {
    const numero = prochains.get(annee)!;
    prochains.set(annee, numero + 1);
    return `D-${annee}-${String(numero).padStart(4, "0")}`;
  });
}

/** One insertion of rows given column by column, each with its PostgreSQL type. */
async function inserer(
  { client, organismeId, garder }: Tx,
  table: string,
  colonnes: readonly (readonly [nom: string, type: string, valeurs: readonly unknown[]])[],
): Promise<void> {
  if (colonnes[0]![2].length === 0) return;
  const noms = colonnes.map(([nom]) => nom).join(", ");
  const listes = colonnes.map(([, type], i) => `$${i + 2}::${type}[]`).join(", ");
  await client.query({
    name: garder(`en_nombre_${table}`),
    text: `insert into ${table} (organisme_id, ${noms}) select $1::uuid, r.* from unnest(${listes}) as r`,
    values: [organismeId, ...colonnes.map(([, , valeurs]) => valeurs)],
  });
}

const TYPES_DU_RESUME = {
  beneficiaire: "jsonb",
  nom_affiche: "text",
  nom_recherche: "text",
  conseiller: "text",
  etape: "text",
  phase: "text",
  minutes_signees: "integer",
  minutes_prevues: "integer",
  prochaine_echeance: "date",
  prochain_acte: "text",
  alertes: "integer",
  debut: "date",
  fin: "date",
  financement: "text",
  suspens: "jsonb",
  a_repondu: "date",
  attend_reponse: "date",
  a_signer: "date",
} as const;

function ecrireLignes(tx: Tx, dossiers: readonly DossierEntier[], references: readonly string[]) {
  const resumes = dossiers.map((d) => {
    const colonnes = colonnesDuResume(d.resume);
    return { ...colonnes, beneficiaire: JSON.stringify(colonnes.beneficiaire) };
  });
  const noms = Object.keys(TYPES_DU_RESUME) as (keyof typeof TYPES_DU_RESUME)[];
  return inserer(tx, "dossier", [
    ["id", "uuid", dossiers.map((d) => d.id)],
    ["reference", "text", references],
    ["n", "integer", dossiers.map((d) => d.faits.length)],
    ...noms.map((nom) => [nom, TYPES_DU_RESUME[nom], resumes.map((r) => r[nom])] as const),
  ]);
}

async function ecrireTetes(tx: Tx, dossiers: readonly DossierEntier[]): Promise<void> {
  const tetes = dossiers.map(({ id, faits }) => {
    const arbre = new Frontier(tx.hasher);
    for (const { engagement } of faits) arbre.push(leafHash(tx.hasher, engagement));
    const racine = arbre.root();
    const feuille = formatTete({ dossierId: id, taille: arbre.size, racine });
    return { id, taille: arbre.size, frontiere: Buffer.from(arbre.toBytes()), racine, feuille };
  });
  const ids = tetes.map((t) => t.id);
  const tailles = tetes.map((t) => t.taille);
  await Promise.all([
    inserer(tx, "dossier_tete", [
      ["dossier_id", "uuid", ids],
      ["taille", "integer", tailles],
      ["frontiere", "bytea", tetes.map((t) => t.frontiere)],
      ["racine", "bytea", tetes.map((t) => Buffer.from(t.racine))],
    ]),
    inserer(tx, "journal_attente", [
      ["dossier_id", "uuid", ids],
      ["taille", "integer", tailles],
      ["feuille", "text", tetes.map((t) => t.feuille)],
    ]),
  ]);
}

/** Each part of each dossier, with the dossier that it belongs to. */
function mettreAPlat<T>(
  dossiers: readonly DossierEntier[],
  parts: (d: DossierEntier) => readonly T[],
): { dossierId: string; n: number; part: T }[] {
  return dossiers.flatMap((d) => parts(d).map((part, i) => ({ dossierId: d.id, n: i + 1, part })));
}

function ecrireFaits(tx: Tx, dossiers: readonly DossierEntier[]) {
  const faits = mettreAPlat(dossiers, (d) => d.faits);
  return inserer(tx, "fait", [
    ["dossier_id", "uuid", faits.map((f) => f.dossierId)],
    ["n", "integer", faits.map((f) => f.n)],
    ["id", "uuid", faits.map((f) => f.part.id)],
    ["type", "text", faits.map((f) => f.part.type)],
    ["jour", "date", faits.map((f) => f.part.jour)],
    ["texte", "text", faits.map((f) => f.part.texte)],
    ["engagement", "bytea", faits.map((f) => Buffer.from(f.part.engagement))],
  ]);
}

function ecrireCles(tx: Tx, dossiers: readonly DossierEntier[]) {
  const cles = mettreAPlat(dossiers, (d) => d.cles);
  return inserer(tx, "cle_dossier", [
    ["dossier_id", "uuid", cles.map((c) => c.dossierId)],
    ["classe", "text", cles.map((c) => c.part.classe)],
    ["cle_externe", "text", cles.map((c) => c.part.cleExterne)],
    ["enveloppe", "bytea", cles.map((c) => Buffer.from(c.part.enveloppe))],
  ]);
}

function ecrireContenus(tx: Tx, dossiers: readonly DossierEntier[]) {
  const contenus = mettreAPlat(dossiers, (d) => d.contenus);
  return inserer(tx, "contenu", [
    ["dossier_id", "uuid", contenus.map((c) => c.dossierId)],
    ["id", "uuid", contenus.map((c) => c.part.id)],
    ["version", "integer", contenus.map((c) => c.part.version)],
    ["nature", "text", contenus.map((c) => c.part.nature)],
    ["scelle", "bytea", contenus.map((c) => Buffer.from(c.part.scelle))],
    ["engagement", "bytea", contenus.map((c) => Buffer.from(c.part.engagement))],
  ]);
}

function ecrireSeances(tx: Tx, dossiers: readonly DossierEntier[]) {
  const seances = mettreAPlat(dossiers, (d) => d.seances);
  const noms = ["seance", "jour", "debut", "fin", "statut", "intervenant", "lieu", "individuelle"] as const;
  const types: Partial<Record<(typeof noms)[number], string>> = { jour: "date", individuelle: "boolean" };
  return inserer(tx, "seance", [
    ["dossier_id", "uuid", seances.map((s) => s.dossierId)],
    ...noms.map((nom) => [nom, types[nom] ?? "text", seances.map((s) => s.part[nom])] as const),
  ]);
}
