import { sameBytes } from "../../evidence/bytes.ts";
import { engagementDuFait, selDuFait } from "../../evidence/engagement.ts";
import { Frontier, leafHash } from "../../evidence/merkle.ts";
import { formatTete } from "../../evidence/tete-dossier.ts";
import { parseTexteDuFait } from "../../evidence/texte-fait.ts";
import type { Tx } from "../connexion.ts";
import { voirLesEffaces } from "../dossier/effacements.ts";
import { type FaitLu, lireFaitsDe } from "../dossier/faits.ts";
import { controlerEfface, lireEffacements } from "./verifier-effaces.ts";
import { lireOuSignaler } from "./verifier-entrees.ts";

const PAGE = 200;

type Signaler = (phrase: string) => void;
type ClePreuve = (dossierId: string) => Promise<Uint8Array | undefined>;

/** Walks every dossier that any table names: its facts, its tree, its heads in the log and in the queue. */
export async function verifierDossiers(
  tx: Tx,
  clePreuve: ClePreuve,
  signaler: Signaler,
): Promise<{ readonly dossiers: number; readonly faits: number }> {
  await voirLesEffaces(tx);
  let dossiers = 0;
  let faits = 0;
  let apres = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const page = await lireIdentifiants(tx, apres);
    const dernier = page.at(-1);
    if (dernier === undefined) return { dossiers, faits };
    const effacements = await lireEffacements(tx, page);
    for (const vu of await lireDossiersVus(tx, page)) {
      const effacement = effacements.get(vu.id);
      if (effacement === undefined) controlerFaits(tx, vu, await clePreuve(vu.id), signaler);
      else controlerEfface(tx, vu.id, vu.faits, effacement, signaler);
      controlerTetes(tx, vu, signaler);
      faits += vu.faits.length;
    }
    dossiers += page.length;
    apres = dernier;
  }
}

/** Dossiers named by a list row, a head, a fact or an entry: one that lost its row must still be looked at. */
async function lireIdentifiants(tx: Tx, apres: string): Promise<readonly string[]> {
  const suivants = (table: "dossier_tete" | "fait" | "journal_entree" | "journal_attente") =>
    tx.db
      .selectFrom(table)
      .select("dossier_id as id")
      .distinct()
      .where("organisme_id", "=", tx.organismeId)
      .where("dossier_id", ">", apres)
      .$narrowType<{ id: string }>()
      .orderBy("dossier_id")
      .limit(PAGE);
  const listes = [
    tx.db
      .selectFrom("dossier")
      .select("id")
      .where("organisme_id", "=", tx.organismeId)
      .where("id", ">", apres)
      .orderBy("id")
      .limit(PAGE),
    suivants("dossier_tete"),
    suivants("fait"),
    suivants("journal_entree"),
    suivants("journal_attente"),
  ];
  const ids = new Set<string>();
  for (const liste of listes) for (const { id } of await liste.execute()) ids.add(id);
  return [...ids].sort().slice(0, PAGE);
}

/** All that the tables hold of one dossier's proof. */
interface DossierVu {
  readonly id: string;
  readonly faits: readonly FaitLu[];
  readonly tetes: readonly { readonly taille: number; readonly feuille: string; readonly ou: string }[];
  readonly tete?: { readonly taille: number; readonly frontiere: Uint8Array; readonly racine: Uint8Array };
  /** Number of facts that the list row gives. */
  readonly n?: number;
}

async function lireDossiersVus(tx: Tx, ids: readonly string[]): Promise<readonly DossierVu[]> {
  const { organismeId, db } = tx;
  const journal = (table: "journal_entree" | "journal_attente") =>
    db
      .selectFrom(table)
      .select(["dossier_id", "taille", "feuille"])
      .where("organisme_id", "=", organismeId)
      .where("dossier_id", "in", ids)
      .$narrowType<{ dossier_id: string; taille: number }>()
      .execute();
  const faits = Map.groupBy(await lireFaitsDe(tx, ids), (f) => f.dossierId);
  const inscrites = Map.groupBy(await journal("journal_entree"), (t) => t.dossier_id);
  const enAttente = Map.groupBy(await journal("journal_attente"), (t) => t.dossier_id);
  const tetes = await db
    .selectFrom("dossier_tete")
    .select(["dossier_id", "taille", "frontiere", "racine"])
    .where("organisme_id", "=", organismeId)
    .where("dossier_id", "in", ids)
    .execute();
  const lignes = await db
    .selectFrom("dossier")
    .select(["id", "n"])
    .where("organisme_id", "=", organismeId)
    .where("id", "in", ids)
    .execute();
  const teteDe = new Map(tetes.map((t) => [t.dossier_id, t]));
  const nDe = new Map(lignes.map(({ id, n }) => [id, n]));
  return ids.map((id) => ({
    id,
    faits: faits.get(id) ?? [],
    tetes: [
      ...(inscrites.get(id) ?? []).map((t) => ({ ...t, ou: "inscrite au journal" })),
      ...(enAttente.get(id) ?? []).map((t) => ({ ...t, ou: "en attente d’inscription" })),
    ],
    tete: teteDe.get(id),
    n: nDe.get(id),
  }));
}

function controlerFaits(
  tx: Tx,
  { id: dossierId, faits }: DossierVu,
  cle: Uint8Array | undefined,
  signaler: Signaler,
): void {
  faits.forEach((fait, i) => {
    const { n, texte } = fait;
    const ou = `Dossier ${dossierId}, fait n° ${n}`;
    if (n !== i + 1) signaler(`${ou} : il devrait être le n° ${i + 1}.`);
    const lu = lireOuSignaler(() => parseTexteDuFait(texte, dossierId, n), ou, signaler);
    if (lu !== undefined && (lu.id !== fait.id || lu.type !== fait.type || lu.date !== fait.jour)) {
      signaler(`${ou} : son identifiant, son type ou sa date n’est pas celui de son texte.`);
    }
    if (cle === undefined) return;
    const engagement = engagementDuFait(tx.hasher, selDuFait(tx.hasher, cle, dossierId, n), texte);
    if (!sameBytes(engagement, fait.engagement))
      signaler(`${ou} : le texte n’est pas celui qui a été engagé.`);
  });
}

/** Compares the tree of the facts' commitments with every head that was kept of it. */
function controlerTetes(tx: Tx, vu: DossierVu, signaler: Signaler): void {
  const { id: dossierId, faits, tetes } = vu;
  const voulues = new Set(tetes.map((t) => t.taille));
  const attendues = new Map<number, string>();
  const arbre = new Frontier(tx.hasher);
  for (const { engagement } of faits) {
    arbre.push(leafHash(tx.hasher, engagement));
    const taille = arbre.size;
    if (voulues.has(taille)) attendues.set(taille, formatTete({ dossierId, taille, racine: arbre.root() }));
  }
  const qui = `Dossier ${dossierId}`;
  for (const { taille, feuille, ou } of tetes) {
    if (attendues.get(taille) !== feuille) {
      signaler(`${qui} : la tête de ${taille} faits ${ou} n’est pas celle de ses faits.`);
    }
  }
  if (faits.length > 0 && !voulues.has(faits.length)) {
    signaler(`${qui} : sa dernière tête, de ${faits.length} faits, n’est pas au journal.`);
  }
  if (!estLaTete(arbre, vu.tete)) {
    signaler(`${qui} : la tête gardée n’est pas celle de ses ${arbre.size} faits.`);
  }
  if (vu.n !== arbre.size) signaler(`${qui} : la liste ne lui donne pas ses ${arbre.size} faits.`);
}

function estLaTete(arbre: Frontier, tete: DossierVu["tete"]): boolean {
  return (
    tete !== undefined &&
    tete.taille === arbre.size &&
    sameBytes(tete.frontiere, arbre.toBytes()) &&
    sameBytes(tete.racine, arbre.root())
  );
}
