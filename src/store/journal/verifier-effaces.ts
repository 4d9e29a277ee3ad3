import { sameBytes } from "../../evidence/bytes.ts";
import { engagementDuFait } from "../../evidence/engagement.ts";
import { parseTexteDuFait } from "../../evidence/texte-fait.ts";
import type { Tx } from "../connexion.ts";
import type { FaitLu } from "../dossier/faits.ts";
import { lireOuSignaler } from "./verifier-entrees.ts";

/** The fact by which an emptied dossier says that it is. */
const TEMOIN = "preuves_detruites.v1";

/** That a dossier was emptied at its term: the rank of the fact that says so, and its salt. */
export interface EffacementLu {
  readonly n: number;
  readonly sel: Uint8Array;
}

/** Which of these dossiers were emptied. */
export async function lireEffacements(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EffacementLu>> {
  const lus = await tx.db
    .selectFrom("effacement")
    .select(["dossier_id as id", "n", "sel"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "in", ids)
    .execute();
  return new Map(lus.map(({ id, n, sel }) => [id, { n, sel }]));
}

/**
 * The facts of an emptied dossier: none says anything, apart from the one that tells of it, whose text is still held to
 * its commitment. Texts that were merely taken away are thus told from those that went at their term.
 */
export function controlerEfface(
  tx: Tx,
  dossierId: string,
  faits: readonly FaitLu[],
  { n: rang, sel }: EffacementLu,
  signaler: (phrase: string) => void,
): void {
  faits.forEach((fait, i) => {
    const ou = `Dossier ${dossierId}, fait n° ${fait.n}`;
    if (fait.n !== i + 1) signaler(`${ou} : il devrait être le n° ${i + 1}.`);
    if (fait.n === rang || fait.texte === "") return;
    signaler(`${ou} : son texte devait partir avec les preuves du dossier.`);
  });
  const qui = `Dossier ${dossierId}`;
  const temoin = faits.find((f) => f.n === rang);
  if (temoin === undefined) {
    signaler(`${qui} : aucun fait ne dit que ses preuves sont parties.`);
    return;
  }
  const lu = lireOuSignaler(() => parseTexteDuFait(temoin.texte, dossierId, rang), qui, signaler);
  if (lu === undefined) return;
  if (lu.type !== TEMOIN || !sameBytes(engagementDuFait(tx.hasher, sel, temoin.texte), temoin.engagement)) {
    signaler(`${qui} : le fait qui dit que ses preuves sont parties n’est pas celui qui a été engagé.`);
  }
}
