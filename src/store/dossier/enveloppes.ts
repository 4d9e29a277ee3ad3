import { sql } from "kysely";
import { type Base, type Tx, transactionDeService } from "../connexion.ts";
import { VERROUS } from "../verrous.ts";
import type { CleLue } from "./cles.ts";

/**
 * Held to the end of the transaction by whoever wraps a key: the outer key that he takes from the keyring after this is
 * not destroyed before he is done.
 */
export async function retenirLesClesExternes(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${VERROUS.enveloppes})`.execute(tx.db);
}

/**
 * Runs `fn` while nobody wraps a key: whoever was at it is waited for, and whoever begins later finds the outer keys as
 * `fn` leaves them.
 */
export async function sansEnveloppeEnCours<T>(base: Base, fn: () => Promise<T>): Promise<T> {
  return await transactionDeService(base, async (db) => {
    await sql`select pg_advisory_xact_lock(${VERROUS.enveloppes})`.execute(db);
    return await fn();
  });
}

/** The next keys that one of these outer keys wraps, in the order of dossiers, after this one; held until the end. */
export async function clesSousExternes(tx: Tx, externes: readonly string[], apres: string, lot: number) {
  return await tx.db
    .selectFrom("cle_dossier")
    .select(["dossier_id as dossierId", "classe", "cle_externe as cleExterne", "enveloppe"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", ">", apres)
    .where("cle_externe", "in", [...externes])
    .orderBy("dossier_id")
    .limit(lot)
    .forUpdate()
    .execute();
}

/**
 * The same keys under other wrappings, in one statement. A key that one of the outer keys `sauf` wraps already is left
 * as it is.
 */
export async function reecrireCles(
  tx: Tx,
  cles: readonly (CleLue & { readonly dossierId: string })[],
  sauf: readonly string[] = [],
): Promise<void> {
  await sql`update cle_dossier as c set cle_externe = v.externe, enveloppe = v.enveloppe
    from unnest(${cles.map((c) => c.dossierId)}::uuid[], ${cles.map((c) => c.classe)}::text[],
      ${cles.map((c) => c.cleExterne)}::text[], ${cles.map((c) => Buffer.from(c.enveloppe))}::bytea[])
      as v (dossier, classe, externe, enveloppe)
    where c.organisme_id = ${tx.organismeId} and c.dossier_id = v.dossier and c.classe = v.classe
      and c.cle_externe <> all(${[...sauf]}::text[])`.execute(tx.db);
}

/** Whether one of these outer keys wraps a key of the organisation. */
export async function sontEnveloppees(tx: Tx, externes: readonly string[]): Promise<boolean> {
  const une = await tx.db
    .selectFrom("cle_dossier")
    .select("dossier_id")
    .where("organisme_id", "=", tx.organismeId)
    .where("cle_externe", "in", [...externes])
    .limit(1)
    .executeTakeFirst();
  return une !== undefined;
}

/** The wrapped keys of a class, in the order of dossiers, after this one. */
export async function clesDeLaClasse(tx: Tx, classe: CleLue["classe"], apres: string, lot: number) {
  return await tx.db
    .selectFrom("cle_dossier")
    .select(["dossier_id as dossierId", "classe", "cle_externe as cleExterne", "enveloppe"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", ">", apres)
    .where("classe", "=", classe)
    .orderBy("dossier_id")
    .limit(lot)
    .execute();
}
