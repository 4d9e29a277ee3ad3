import type { Tx } from "../connexion.ts";

/** One answer being written, sealed. `version` counts its savings from 1; `redaction` is the page that wrote it last. */
export interface Brouillon {
  question: string;
  version: number;
  scelle: Uint8Array;
  modifieLe: string;
  redaction: string | null;
  /** Written from an older page while a newer text was there: kept beside it, for the person to choose. */
  aPart: boolean;
}

/** The answers of one set of questions, in no order; of one question alone, held until the end of the transaction. */
export async function lireBrouillons(
  tx: Tx,
  dossierId: string,
  moment: string,
  question?: string,
): Promise<Brouillon[]> {
  const tous = tx.db
    .selectFrom("brouillon")
    .select(["question", "version", "scelle", "modifie_le as modifieLe", "redaction", "a_part as aPart"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("moment", "=", moment);
  return await (question === undefined ? tous : tous.where("question", "=", question).forUpdate()).execute();
}

/** Keeps an answer as the version after `vu`; false when that is not the last one any more, and nothing was written. */
export async function ecrireBrouillon(
  tx: Tx,
  dossierId: string,
  moment: string,
  { vu, ...b }: Omit<Brouillon, "version"> & { vu: number },
): Promise<boolean> {
  const valeurs = {
    version: vu + 1,
    scelle: Buffer.from(b.scelle),
    modifie_le: b.modifieLe,
    redaction: b.redaction,
  };
  if (vu === 0) {
    const { numInsertedOrUpdatedRows } = await tx.db
      .insertInto("brouillon")
      .values({
        organisme_id: tx.organismeId,
        dossier_id: dossierId,
        moment,
        question: b.question,
        a_part: b.aPart,
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
    .where("a_part", "=", b.aPart)
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

/** Forgets the text that was kept apart, when it is still the version that the person saw. */
export async function effacerAPart(
  tx: Tx,
  dossierId: string,
  moment: string,
  { question, version }: Pick<Brouillon, "question" | "version">,
): Promise<void> {
  await tx.db
    .deleteFrom("brouillon")
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("moment", "=", moment)
    .where("question", "=", question)
    .where("a_part", "=", true)
    .where("version", "=", version)
    .execute();
}
