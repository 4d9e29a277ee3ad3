import { sql } from "kysely";
import { type Base, type Tx, transactionDeService } from "./connexion.ts";

/** What the organisation wrote of itself (offers, intervenants, certificates …), and how often it changed. */
export interface OrganismeLu {
  readonly donnees: unknown;
  readonly version: number;
}

/** Writes the organisation of this transaction, with an empty journal. */
export async function creerOrganisme(tx: Tx, donnees: object): Promise<void> {
  const { organismeId } = tx;
  await tx.db
    .insertInto("organisme")
    .values({ id: organismeId, donnees: JSON.stringify(donnees) })
    .execute();
  await tx.db
    .insertInto("journal_tete")
    .values({ organisme_id: organismeId, taille: 0, frontiere: Buffer.alloc(0) })
    .execute();
}

export function lireOrganisme(tx: Tx): Promise<OrganismeLu | undefined> {
  return tx.db
    .selectFrom("organisme")
    .select(["donnees", "version"])
    .where("id", "=", tx.organismeId)
    .executeTakeFirst();
}

/** False when the organisation is no longer at the version that the change was made from. */
export async function modifierOrganisme(tx: Tx, donnees: object, version: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("organisme")
    .set({ donnees: JSON.stringify(donnees), version: sql`version + 1` })
    .where("id", "=", tx.organismeId)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether the installation holds an organisation at all, whoever owns the tables. */
export async function organismeExiste(base: Base): Promise<boolean> {
  const premier = await transactionDeService(base, (db) =>
    db.selectFrom("organisme").select("id").limit(1).executeTakeFirst(),
  );
  return premier !== undefined;
}
