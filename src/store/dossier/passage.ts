import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

/**
 * When the clock passed last over this organisation, and the day on which it last looked at every dossier; null while it
 * is to look at all of them again.
 */
export interface Passage {
  readonly le: string;
  readonly entierLe: string | null;
}

/** Undefined before its first passing. */
export async function lirePassage(tx: Tx): Promise<Passage | undefined> {
  return await tx.db
    .selectFrom("passage")
    .select(["le", "entier_le as entierLe"])
    .where("organisme_id", "=", tx.organismeId)
    .executeTakeFirst();
}

/** Notes a passing; the one before is forgotten. */
export async function ecrirePassage(tx: Tx, { le, entierLe }: Passage): Promise<void> {
  await tx.db
    .insertInto("passage")
    .values({ organisme_id: tx.organismeId, le, entier_le: entierLe })
    .onConflict((oc) => oc.column("organisme_id").doUpdateSet({ le, entier_le: entierLe }))
    .execute();
}

/** Makes the next passing look at every dossier, whatever day the last whole one was. */
export async function regarderToutDeNouveau(tx: Tx): Promise<void> {
  await tx.db
    .updateTable("passage")
    .set({ entier_le: null })
    .where("organisme_id", "=", tx.organismeId)
    .execute();
}

/**
 * The next dossiers to look at, in the order of their ids: those that are not under way or have something announced; when
 * `depuis` is given, those that changed since.
 */
export async function dossiersATenir(
  tx: Tx,
  depuis: string | null,
  apres: string,
  nombre: number,
): Promise<readonly { id: string; reference: string }[]> {
  return await tx.db
    .selectFrom("dossier as d")
    .select(["d.id", "d.reference"])
    .where("d.organisme_id", "=", tx.organismeId)
    .where("d.id", ">", apres)
    .where(
      depuis === null
        ? sql<boolean>`(d.etape not in ('engage', 'deroulement') or exists (select from annonce a
            where a.organisme_id = d.organisme_id and a.dossier_id = d.id))`
        : sql<boolean>`d.maj_le >= ${depuis}::timestamptz`,
    )
    .orderBy("d.id")
    .limit(nombre)
    .execute();
}
