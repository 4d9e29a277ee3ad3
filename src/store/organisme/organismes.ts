import { sql } from "kysely";
import { type Base, type Tx, transactionDeService } from "../connexion.ts";

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

/** What the organisation of the transaction says of itself, unchecked, and the version that a change must find. */
export function lireOrganisme(tx: Tx): Promise<OrganismeLu | undefined> {
  return tx.db
    .selectFrom("organisme")
    .select(["donnees", "version"])
    .where("id", "=", tx.organismeId)
    .executeTakeFirst();
}

/** Who changed what: the parts that changed, before and after; `quoi` says it in French. */
export interface TraceDeChangement {
  quand: string;
  utilisateur: string;
  nom: string;
  quoi: string;
  avant: object;
  apres: object;
}

/** A change as a page tells it, under the version that it gave. */
export interface ChangementEcrit {
  version: number;
  quand: string;
  nom: string;
  quoi: string;
}

/**
 * Changes the organisation and keeps the trace of it, in one statement that no caller can do half of. False when the
 * organisation is no longer at the version that the change was made from: then nothing is written.
 */
export async function modifierOrganisme(
  tx: Tx,
  donnees: object,
  version: number,
  { quand, utilisateur, nom, quoi, avant, apres }: TraceDeChangement,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .with("change", (db) =>
      db
        .updateTable("organisme")
        .set({ donnees: JSON.stringify(donnees), version: sql`version + 1` })
        .where("id", "=", tx.organismeId)
        .where("version", "=", version)
        .returning(["id", "version"]),
    )
    .insertInto("organisme_changement")
    .columns(["organisme_id", "version", "quand", "utilisateur", "nom", "quoi", "avant", "apres"])
    .expression((eb) =>
      eb
        .selectFrom("change")
        .select([
          "change.id",
          "change.version",
          sql`${quand}::timestamptz`.as("quand"),
          sql`${utilisateur}::text`.as("utilisateur"),
          sql`${nom}::text`.as("nom"),
          sql`${quoi}::text`.as("quoi"),
          sql`${JSON.stringify(avant)}::jsonb`.as("avant"),
          sql`${JSON.stringify(apres)}::jsonb`.as("apres"),
        ]),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** When the organisation was changed last; null when it never was. */
export async function dernierChangement(tx: Tx): Promise<string | null> {
  const [dernier] = await lireChangements(tx, { depuis: 0, combien: 1 });
  return dernier?.quand ?? null;
}

/** The changes after this version, the latest first. */
export function lireChangements(
  tx: Tx,
  { depuis, combien }: { depuis: number; combien: number },
): Promise<ChangementEcrit[]> {
  return tx.db
    .selectFrom("organisme_changement")
    .select(["version", "quand", "nom", "quoi"])
    .where("organisme_id", "=", tx.organismeId)
    .where("version", ">", depuis)
    .orderBy("version", "desc")
    .limit(combien)
    .execute();
}

/** Whether the installation holds an organisation at all, whoever owns the tables. */
export async function organismeExiste(base: Base): Promise<boolean> {
  const premier = await transactionDeService(base, (db) =>
    db.selectFrom("organisme").select("id").limit(1).executeTakeFirst(),
  );
  return premier !== undefined;
}

/** When this database got its first table. */
export async function baseCreeLe(base: Base): Promise<string> {
  const { rows } = await base.pool.query("select min(timestamp) as le from kysely_migration");
  return rows[0].le;
}
