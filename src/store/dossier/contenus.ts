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

/** The sealed contents of a dossier, the oldest first; those of the nature `sauf` stay where they are. */
export async function lireContenus(tx: Tx, dossierId: string, sauf: string | null = null) {
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
    .$if(sauf !== null, (q) => q.where("nature", "<>", sauf!))
    .orderBy("cree_le")
    .orderBy("id")
    .execute();
}

/** The last version of one sealed content; undefined when the dossier has none of that id any more. */
export async function lireContenu(tx: Tx, dossierId: string, id: string) {
  return await tx.db
    .selectFrom("contenu")
    .select(["version", "nature", "scelle"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("id", "=", id)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
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
