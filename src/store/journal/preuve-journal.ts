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
import type { CheckpointLu } from "./checkpoints.ts";

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
