import type { Tx } from "../connexion.ts";

/** A sealed content as it is kept. `engagement` is what facts name; `scelle` opens with the dossier's content key only. */
export interface ContenuEcrit {
  readonly dossierId: string;
  readonly id: string;
  readonly version: number;
  readonly nature: string;
  readonly scelle: Uint8Array;
  readonly engagement: Uint8Array;
}

/** Writes one version of a sealed content; a version that is there already is an error. */
export async function ecrireContenu(tx: Tx, c: ContenuEcrit): Promise<void> {
  await tx.db
    .insertInto("contenu")
    .values({
      organisme_id: tx.organismeId,
      dossier_id: c.dossierId,
      id: c.id,
      version: c.version,
      nature: c.nature,
      scelle: Buffer.from(c.scelle),
      engagement: Buffer.from(c.engagement),
    })
    .execute();
}

/** The sealed contents of a dossier, the oldest first. */
export async function lireContenus(tx: Tx, dossierId: string) {
  return await tx.db
    .selectFrom("contenu")
    .select([
      "id",
      "version",
      "nature",
      "scelle",
      "engagement",
      "sel_scelle as selScelle",
      "cree_le as creeLe",
    ])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .orderBy("cree_le")
    .orderBy("id")
    .execute();
}

/** The same content sealed under another key of its dossier, with the salt of its commitment. */
export async function rescellerContenu(
  tx: Tx,
  dossierId: string,
  {
    id,
    version,
    scelle,
    selScelle,
  }: { id: string; version: number; scelle: Uint8Array; selScelle: Uint8Array },
): Promise<void> {
  await tx.db
    .updateTable("contenu")
    .set({ scelle: Buffer.from(scelle), sel_scelle: Buffer.from(selScelle) })
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("id", "=", id)
    .where("version", "=", version)
    .execute();
}
