import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

/** That the end of a class of a dossier was announced, since when and for which day. */
export interface AnnonceLue {
  readonly classe: string;
  readonly du: string;
  readonly annonceeLe: string;
}

/** What one dossier was announced to lose. */
export async function lireAnnonces(tx: Tx, dossierId: string): Promise<AnnonceLue[]> {
  return await tx.db
    .selectFrom("annonce")
    .select(["classe", "du", "annoncee_le as annonceeLe"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .execute();
}

/** Announces the end of a class; another day announced before is forgotten. */
export async function ecrireAnnonce(
  tx: Tx,
  dossierId: string,
  { classe, du, annonceeLe }: AnnonceLue,
): Promise<void> {
  await tx.db
    .insertInto("annonce")
    .values({ organisme_id: tx.organismeId, dossier_id: dossierId, classe, du, annoncee_le: annonceeLe })
    .onConflict((oc) =>
      oc.columns(["organisme_id", "dossier_id", "classe"]).doUpdateSet({ du, annoncee_le: annonceeLe }),
    )
    .execute();
}

/** Takes back the announcements of these classes: what they told will not happen, or has. */
export async function retirerAnnonces(tx: Tx, dossierId: string, classes: readonly string[]): Promise<void> {
  if (classes.length === 0) return;
  await tx.db
    .deleteFrom("annonce")
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("classe", "in", [...classes])
    .execute();
}

/** Makes every announcement of the organisation begin again. */
export async function recommencerAnnonces(tx: Tx): Promise<void> {
  await tx.db.deleteFrom("annonce").where("organisme_id", "=", tx.organismeId).execute();
}

const annoncees = (tx: Tx) =>
  tx.db
    .selectFrom("dossier as d")
    .innerJoin("annonce as a", (j) =>
      j.onRef("a.organisme_id", "=", "d.organisme_id").onRef("a.dossier_id", "=", "d.id"),
    )
    .where("d.organisme_id", "=", tx.organismeId);

/** Some of the dossiers of which something is announced, the soonest first. Emptied ones are not seen. */
export async function dossiersAnnonces(
  tx: Tx,
  passes: number,
  nombre: number,
): Promise<readonly { reference: string }[]> {
  return await annoncees(tx)
    .select("d.reference")
    .groupBy("d.reference")
    .orderBy((eb) => eb.fn.min(sql`greatest(a.du, a.annoncee_le)`))
    .orderBy("d.reference")
    .offset(passes)
    .limit(nombre)
    .execute();
}

/** How many dossiers have something announced. */
export async function compterAnnonces(tx: Tx): Promise<number> {
  const { nombre } = await annoncees(tx)
    .select((eb) => eb.fn.count<number>("d.id").distinct().as("nombre"))
    .executeTakeFirstOrThrow();
  return nombre;
}
