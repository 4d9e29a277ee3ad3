import type { Tx } from "./connexion.ts";

/** One answer being written, sealed. `version` counts its savings from 1. */
export interface Brouillon {
  question: string;
  version: number;
  scelle: Uint8Array;
  modifieLe: string;
}

/** The answers of one set of questions, in no order. */
export async function lireBrouillons(tx: Tx, dossierId: string, moment: string): Promise<Brouillon[]> {
  return await tx.db
    .selectFrom("brouillon")
    .select(["question", "version", "scelle", "modifie_le as modifieLe"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("moment", "=", moment)
    .execute();
}

/** Keeps an answer as the version after `vu`; false when that is not the last one any more, and nothing was written. */
export async function ecrireBrouillon(
  tx: Tx,
  dossierId: string,
  moment: string,
  { vu, ...b }: Omit<Brouillon, "version"> & { vu: number },
): Promise<boolean> {
  const valeurs = { version: vu + 1, scelle: Buffer.from(b.scelle), modifie_le: b.modifieLe };
  if (vu === 0) {
    const { numInsertedOrUpdatedRows } = await tx.db
      .insertInto("brouillon")
      .values({
        organisme_id: tx.organismeId,
        dossier_id: dossierId,
        moment,
        question: b.question,
        ...valeurs,
      })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tx.db
    .updateTable("brouillon")
    .set(valeurs)
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("moment", "=", moment)
    .where("question", "=", b.question)
    .where("version", "=", vu)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function effacerBrouillons(tx: Tx, dossierId: string, moment: string): Promise<void> {
  await tx.db
    .deleteFrom("brouillon")
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("moment", "=", moment)
    .execute();
}
