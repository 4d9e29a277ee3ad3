import type { Tx } from "../connexion.ts";

/** A fact as it was written. `texte`, its canonical form, is the source of truth. */
export interface FaitLu {
  readonly n: number;
  readonly id: string;
  readonly type: string;
  readonly jour: string;
  readonly texte: string;
  readonly engagement: Uint8Array;
  readonly consigneLe: string;
}

/** How a dossier of the organisation is named. */
export type CleDossier = { readonly id: string } | { readonly reference: string };

/** The facts of a dossier in order, those after the `apres`-th only. */
export async function lireFaits(tx: Tx, cle: CleDossier, apres = 0): Promise<readonly FaitLu[]> {
  return await tx.db
    .selectFrom("fait")
    .select(["n", "id", "type", "jour", "texte", "engagement", "consigne_le as consigneLe"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", (eb) =>
      "id" in cle
        ? eb.val(cle.id)
        : eb
            .selectFrom("dossier")
            .select("id")
            .where("organisme_id", "=", tx.organismeId)
            .where("reference", "=", cle.reference),
    )
    .where("n", ">", apres)
    .orderBy("n")
    .execute();
}

/** The facts of several dossiers, each dossier's in order. */
export async function lireFaitsDe(
  tx: Tx,
  dossierIds: readonly string[],
): Promise<readonly (FaitLu & { readonly dossierId: string })[]> {
  return await tx.db
    .selectFrom("fait")
    .select([
      "dossier_id as dossierId",
      "n",
      "id",
      "type",
      "jour",
      "texte",
      "engagement",
      "consigne_le as consigneLe",
    ])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "in", dossierIds)
    .orderBy("dossier_id")
    .orderBy("n")
    .execute();
}
