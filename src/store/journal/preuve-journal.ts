import { sql } from "kysely";
import {
  completeSubtrees,
  consistencyProof,
  inclusionProof,
  type NodeId,
  type RangeRoot,
  rangesOfNodes,
} from "../../evidence/merkle.ts";
import type { PreuveJournal } from "../../evidence/tlog-proof.ts";
import type { Tx } from "../connexion.ts";
import { type CheckpointLu, lireDernierCheckpoint } from "./checkpoints.ts";

/** What shows that a dossier's head stands in the signed log. */
export interface PreuveDuDossier {
  /** The head's text (`formatTete`): the leaf of the log. */
  readonly feuille: string;
  /** How many facts of the dossier this head covers. */
  readonly taille: number;
  readonly preuve: PreuveJournal;
}

/**
 * The dossier's latest head that a signed checkpoint covers, with its inclusion proof; undefined when none does yet.
 * Reads a number of rows that grows like the logarithm of the log.
 */
export async function prouverDossier(tx: Tx, dossierId: string): Promise<PreuveDuDossier | undefined> {
  const checkpoint = await lireDernierCheckpoint(tx);
  if (checkpoint === undefined) return undefined;
  const entree = await tx.db
    .selectFrom("journal_entree")
    .select(["position", "feuille", "taille"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("position", "<", checkpoint.taille)
    .orderBy("taille", "desc")
    .limit(1)
    .executeTakeFirst();
  if (entree === undefined) return undefined;
  const { position, feuille, taille } = entree;
  return { feuille, taille, preuve: await prouverPosition(tx, position, checkpoint) };
}

/** The inclusion proof of one entry under that checkpoint. */
export async function prouverPosition(
  tx: Tx,
  position: number,
  checkpoint: Pick<CheckpointLu, "taille" | "texte">,
): Promise<PreuveJournal> {
  const chemin = await avecNoeuds(tx, (racineDe) => inclusionProof(racineDe, position, checkpoint.taille));
  return { index: position, chemin, checkpoint: checkpoint.texte };
}

/** Shows that the log of `ancienne` entries is the beginning of the log of `nouvelle` ones. */
export function prouverCoherence(tx: Tx, ancienne: number, nouvelle: number): Promise<Uint8Array[]> {
  return avecNoeuds(tx, (racineDe) => consistencyProof(racineDe, ancienne, nouvelle));
}

/** Walks the proof once to learn which subtrees it needs, fetches them in one query, then builds it. */
async function avecNoeuds(tx: Tx, batir: (racineDe: RangeRoot) => Uint8Array[]): Promise<Uint8Array[]> {
  const voulus: NodeId[] = [];
  batir((debut, fin) => {
    voulus.push(...completeSubtrees(debut, fin));
    return new Uint8Array(32);
  });
  const lus = await lireNoeuds(tx, voulus);
  return batir(rangesOfNodes(tx.hasher, (noeud) => lus.get(nommer(noeud))));
}

/** The stored roots of these complete subtrees, by `nommer`; level 0 is the entries themselves. */
export async function lireNoeuds(
  tx: Tx,
  noeuds: readonly NodeId[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (noeuds.length === 0) return new Map();
  const { rows } = await sql<{ level: number; index: number; empreinte: Uint8Array }>`
    with voulu (level, index) as (
      select * from unnest(${noeuds.map((n) => n.level)}::integer[], ${noeuds.map((n) => n.index)}::bigint[]))
    select level, index, n.empreinte from voulu
      join journal_noeud n on n.organisme_id = ${tx.organismeId} and n.niveau = level and n.indice = index
      where level > 0
    union all
    select level, index, e.empreinte from voulu
      join journal_entree e on e.organisme_id = ${tx.organismeId} and e.position = index
      where level = 0`.execute(tx.db);
  return new Map(rows.map((row) => [nommer(row), row.empreinte]));
}

export const nommer = ({ level, index }: NodeId) => `${level}/${index}`;
