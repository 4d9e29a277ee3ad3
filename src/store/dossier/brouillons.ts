import type { Tx } from "../connexion.ts";

/**
 * One text being written, sealed: `question` is its name in its `cahier`, the set that it belongs to. `version` counts
 * its savings from 1; `redaction` is the page that wrote it last.
 */
export interface Brouillon {
  question: string;
  version: number;
  scelle: Uint8Array;
  modifieLe: string;
  redaction: string | null;
  /** Written from an older page while a newer text was there: kept beside it, for whoever writes to choose. */
  aPart: boolean;
  /** Said to be written, by whoever writes it. */
  fini: boolean;
}

/** The texts of one set, in no order; one text alone, held until the end of the transaction. */
export async function lireBrouillons(
  tx: Tx,
  dossierId: string,
  cahier: string,
  question?: string,
): Promise<Brouillon[]> {
  const tous = tx.db
    .selectFrom("brouillon")
    .select([
      "question",
      "version",
      "scelle",
      "modifie_le as modifieLe",
      "redaction",
      "a_part as aPart",
      "fini",
    ])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("moment", "=", cahier);
  return await (question === undefined ? tous : tous.where("question", "=", question).forUpdate()).execute();
}

/** Keeps a text as the version after `vu`; false when that is not the last one any more, and nothing was written. */
export async function ecrireBrouillon(
  tx: Tx,
  dossierId: string,
  cahier: string,
  { vu, ...b }: Omit<Brouillon, "version"> & { vu: number },
): Promise<boolean> {
  const valeurs = {
    version: vu + 1,
    scelle: Buffer.from(b.scelle),
    modifie_le: b.modifieLe,
    redaction: b.redaction,
    fini: b.fini,
  };
  if (vu === 0) {
    const { numInsertedOrUpdatedRows } = await tx.db
      .insertInto("brouillon")
      .values({
        organisme_id: tx.organismeId,
        dossier_id: dossierId,
        moment: cahier,
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
    .where("moment", "=", cahier)
    .where("question", "=", b.question)
    .where("a_part", "=", b.aPart)
    .where("version", "=", vu)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Forgets every draft of one notebook of a dossier: what it held is handed in, or gone. */
export async function effacerBrouillons(tx: Tx, dossierId: string, cahier: string): Promise<void> {
  await tx.db
    .deleteFrom("brouillon")
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("moment", "=", cahier)
    .execute();
}

/** Forgets one text, or the one kept apart, when it is still the version that was seen. */
export async function effacerVersion(
  tx: Tx,
  dossierId: string,
  cahier: string,
  { question, version, aPart }: Pick<Brouillon, "question" | "version" | "aPart">,
): Promise<void> {
  await tx.db
    .deleteFrom("brouillon")
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("moment", "=", cahier)
    .where("question", "=", question)
    .where("a_part", "=", aPart)
    .where("version", "=", version)
    .execute();
}
