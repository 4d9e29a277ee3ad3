import { sql } from "kysely";
import { quitterLeRole, type Tx } from "../connexion.ts";
import type { TableDossier } from "../tables/dossier.ts";
import { SANS_ECHEANCE } from "./resume.ts";

/** The line of an invoice that outlives the proofs of its dossier; whole cents. */
export interface FactureGardee {
  numero: string;
  emiseLe: string;
  payeeLe: string | null;
  montant: number;
  payeur: string | null;
}

export interface Effacement {
  dossierId: string;
  reference: string;
  classe: "preuves" | "preuves_lues" | "sans_suite";
  /** Rank of the fact that says so, which keeps its text, and the salt of that fact. */
  n: number;
  sel: Uint8Array;
  le: string;
  /** Line of the register of destructions that says so already; null when none does. */
  ligne: number | null;
  factures: readonly FactureGardee[];
}

/** Shows to this transaction, to its end, the dossiers that were emptied too. */
export async function voirLesEffaces(tx: Tx): Promise<void> {
  await sql`select set_config('probant.effaces', 'oui', true)`.execute(tx.db);
}

/** What belongs to one dossier and goes with its proofs; `papier_scelle` goes with the piece that it is. */
const PARTENT = [
  "contenu",
  "brouillon",
  "fichier_ecarte",
  "piece",
  "seance",
  "identite_changement",
  "lecture_de_tiers",
  "lecture_de_contenu",
  "copie_prise",
  "message_sortie",
  "acces_dossier",
  "communication_lien",
  "cle_dossier",
  "annonce",
] as const;

/** What stays of an emptied dossier, by table: rows without a name or a word. */
export const RESTENT = [
  "dossier_tete",
  "fait",
  "journal_attente",
  "journal_entree",
  "destruction",
  "audit_dossier",
  "effacement",
  "facture_gardee",
] as const;

/**
 * Takes away the proofs of a dossier: texts of its facts, identity, papers, messages, doors and keys, with the accounts
 * that have no place left. Its tree stays, and the one fact that says so. Nothing is left of it for any request.
 */
export async function effacerDossier(tx: Tx, e: Effacement): Promise<void> {
  await voirLesEffaces(tx);
  const { dossierId: dossier_id, reference, n, le } = e;
  const organisme_id = tx.organismeId;
  await tx.db
    .insertInto("effacement")
    .values({ organisme_id, dossier_id, classe: e.classe, n, sel: Buffer.from(e.sel), le, ligne: e.ligne })
    .execute();
  if (e.factures.length > 0) await garderFactures(tx, dossier_id, e.factures);
  await tx.db
    .updateTable("fait")
    .set({ type: "", texte: "", jour: le, consigne_le: le })
    .where("organisme_id", "=", organisme_id)
    .where("dossier_id", "=", dossier_id)
    .where("n", "<>", n)
    .execute();
  const comptes = await comptesDuDossier(tx, dossier_id);
  for (const table of PARTENT) {
    await tx.db
      .deleteFrom(table)
      .where("organisme_id", "=", organisme_id)
      .where("dossier_id", "=", dossier_id)
      .execute();
  }
  await tx.db
    .deleteFrom("preparation")
    .where("organisme_id", "=", organisme_id)
    .where("reference", "=", reference)
    .execute();
  await tx.db
    .updateTable("dossier")
    .set({ ...VIDE, efface_le: le, maj_le: le })
    .where("organisme_id", "=", organisme_id)
    .where("id", "=", dossier_id)
    .execute();
  await effacerComptes(tx, comptes);
}

const VIDE = {
  beneficiaire: "{}",
  nom_affiche: "",
  nom_recherche: "",
  conseiller: "",
  etape: "",
  phase: null,
  minutes_signees: 0,
  minutes_prevues: 0,
  prochaine_echeance: SANS_ECHEANCE,
  prochain_acte: null,
  alertes: 0,
  debut: null,
  fin: null,
  financement: "",
  site: null,
  suspens: "[]",
  a_repondu: null,
  attend_reponse: null,
  a_signer: null,
} as const satisfies Partial<Record<keyof TableDossier, unknown>>;

async function garderFactures(tx: Tx, dossier_id: string, factures: readonly FactureGardee[]): Promise<void> {
  await tx.db
    .insertInto("facture_gardee")
    .values(
      factures.map((f) => ({
        organisme_id: tx.organismeId,
        dossier_id,
        numero: f.numero,
        emise_le: f.emiseLe,
        payee_le: f.payeeLe,
        montant: f.montant,
        payeur: f.payeur,
      })),
    )
    .execute();
}

async function comptesDuDossier(tx: Tx, dossierId: string): Promise<string[]> {
  const lus = await tx.db
    .selectFrom("acces_dossier")
    .select("utilisateur_id as id")
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .execute();
  return lus.map((a) => a.id);
}

/** Accounts lie outside of every organisation: one of these goes when no organisation gives it a place any more. */
async function effacerComptes(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const client = await quitterLeRole(tx);
  await client.query(
    `delete from utilisateur u where u.id = any ($1::uuid[])
       and not exists (select from membre m where m.utilisateur_id = u.id)
       and not exists (select from acces_dossier a where a.utilisateur_id = u.id)
       and not exists (select from audit_auditeur x where x.utilisateur_id = u.id)`,
    [[...ids]],
  );
}

/** Whether a destruction of this dossier's contents still waits for its outer key to go. */
export async function destructionAttend(tx: Tx, dossierId: string): Promise<boolean> {
  const lue = await tx.db
    .selectFrom("destruction")
    .select("n")
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("effective_le", "is", null)
    .executeTakeFirst();
  return lue !== undefined;
}

/** What was emptied since that day, the last first: references, never a name. */
export async function effacesDepuis(tx: Tx, jour: string) {
  await voirLesEffaces(tx);
  return await tx.db
    .selectFrom("effacement as e")
    .innerJoin("dossier as d", (j) =>
      j.onRef("d.organisme_id", "=", "e.organisme_id").onRef("d.id", "=", "e.dossier_id"),
    )
    .select(["d.reference", "e.classe", "e.le"])
    .where("e.organisme_id", "=", tx.organismeId)
    .where("e.le", ">=", jour)
    .orderBy("e.le", "desc")
    .orderBy("d.reference")
    .execute();
}

/** For each emptied dossier that kept lines of invoices: their days. The transaction sees emptied dossiers from then on. */
export async function facturesGardees(tx: Tx) {
  await voirLesEffaces(tx);
  const lues = await tx.db
    .selectFrom("facture_gardee as f")
    .innerJoin("dossier as d", (j) =>
      j.onRef("d.organisme_id", "=", "f.organisme_id").onRef("d.id", "=", "f.dossier_id"),
    )
    .select(["f.dossier_id as dossierId", "d.reference", "f.emise_le as emiseLe"])
    .where("f.organisme_id", "=", tx.organismeId)
    .execute();
  return [...Map.groupBy(lues, (f) => f.dossierId)].map(([dossierId, f]) => ({
    dossierId,
    reference: f[0]!.reference,
    emises: f.map((x) => x.emiseLe),
  }));
}

/** Erases the lines of invoices that an emptied dossier had left. */
export async function effacerFactures(tx: Tx, dossierId: string): Promise<void> {
  await tx.db
    .deleteFrom("facture_gardee")
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .execute();
}

/** What was emptied and stands in no line of the register yet. */
export async function effacementsAInscrire(tx: Tx) {
  return await tx.db
    .selectFrom("effacement")
    .select(["dossier_id as dossierId", "n", "classe", "le"])
    .where("organisme_id", "=", tx.organismeId)
    .where("ligne", "is", null)
    .execute();
}

/** Notes which line of the register says that a dossier was emptied; false when it was not. */
export async function noterLigne(tx: Tx, dossierId: string, ligne: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("effacement")
    .set({ ligne })
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
