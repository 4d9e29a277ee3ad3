import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

/** A place where the organisation works; `fermeLe` is null while it is open. */
export interface SiteLu {
  id: string;
  nom: string;
  fermeLe: string | null;
}

/** The places of the organisation by name, closed ones too. */
export function listerSites(tx: Tx): Promise<SiteLu[]> {
  return tx.db
    .selectFrom("site")
    .select(["id", "nom", "ferme_le as fermeLe"])
    .where("organisme_id", "=", tx.organismeId)
    .orderBy("nom")
    .orderBy("id")
    .execute();
}

/** Writes a site, new or known; closing it takes it out of what is chosen from, and leaves its dossiers there. */
export async function ecrireSite(
  tx: Tx,
  { id, nom, ouvert }: { id: string; nom: string; ouvert: boolean },
): Promise<void> {
  const ferme_le = ouvert ? null : sql<string>`now()`;
  await tx.db
    .insertInto("site")
    .values({ organisme_id: tx.organismeId, id, nom, ferme_le })
    .onConflict((oc) => oc.columns(["organisme_id", "id"]).doUpdateSet({ nom, ferme_le }))
    .execute();
}

/** Puts a dossier in a site, or in none. False when there is no such dossier for this person. */
export async function placerDossier(tx: Tx, reference: string, site: string | null): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("dossier")
    .set({ site })
    .where("organisme_id", "=", tx.organismeId)
    .where("reference", "=", reference)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Where a dossier is placed; null for nowhere, undefined when there is no such dossier. */
export async function lireSiteDuDossier(tx: Tx, reference: string): Promise<string | null | undefined> {
  const lu = await tx.db
    .selectFrom("dossier")
    .select("site")
    .where("organisme_id", "=", tx.organismeId)
    .where("reference", "=", reference)
    .executeTakeFirst();
  return lu?.site;
}
