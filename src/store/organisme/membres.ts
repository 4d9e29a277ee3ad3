import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

/**
 * What a member is in the organisation: as what, as which intervenant (empty: none), managing or not, held to which
 * sites (null: to none, he sees them all).
 */
export interface PlaceDeMembre {
  role: "conseiller" | "assistant" | "responsable" | "reseau";
  intervenant: string;
  gere: boolean;
  sites?: readonly string[] | null;
}

/** A member as his organisation sees him. `depuis` is null while invited, `fin` is null until he left. */
export interface MembreLu extends PlaceDeMembre {
  utilisateurId: string;
  nom: string;
  courriel: string;
  depuis: string | null;
  fin: string | null;
  inviteLe: string | null;
  sites: string[] | null;
}

const COLONNES = [
  "utilisateur_id as utilisateurId",
  "nom",
  "courriel",
  "role",
  "intervenant",
  "gere",
  "depuis",
  "fin",
  "invite_le as inviteLe",
  "sites",
] as const;

/** Members, the invited and those who left, by name. */
export async function listerMembres(tx: Tx): Promise<MembreLu[]> {
  const lus = await tx.db
    .selectFrom("membre_lu")
    .select(COLONNES)
    .where("organisme_id", "=", tx.organismeId)
    .orderBy("nom")
    .orderBy("utilisateur_id")
    .execute();
  return lus as MembreLu[];
}

/** Holds the members still until the transaction ends: who decides reads what nobody else changes meanwhile. */
export async function verrouillerMembres(tx: Tx): Promise<MembreLu[]> {
  await tx.db
    .selectFrom("membre")
    .select("utilisateur_id")
    .where("organisme_id", "=", tx.organismeId)
    .orderBy("utilisateur_id")
    .forUpdate()
    .execute();
  return await listerMembres(tx);
}

/**
 * Writes an invitation, which the link of that hash answers, and no earlier one; somebody who had left is invited again
 * under the same row.
 */
export async function ecrireInvitation(
  tx: Tx,
  {
    utilisateurId,
    nom,
    empreinte,
    sites = null,
    ...place
  }: PlaceDeMembre & { utilisateurId: string; nom: string; empreinte: Uint8Array },
): Promise<void> {
  const invite = {
    ...place,
    sites: sites === null ? null : [...sites],
    nom_invite: nom,
    invitation: empreinte,
    depuis: null,
    fin: null,
    invite_le: sql<string>`now()`,
  };
  await tx.db
    .insertInto("membre")
    .values({ organisme_id: tx.organismeId, utilisateur_id: utilisateurId, ...invite })
    .onConflict((oc) => oc.columns(["organisme_id", "utilisateur_id"]).doUpdateSet(invite))
    .execute();
}

/** The invited person comes in: of two at once, one does. False when the link answers no invitation any more. */
export async function ecrireArrivee(tx: Tx, empreinte: Uint8Array): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("membre")
    .set({ depuis: sql<string>`now()`, invitation: null })
    .where("organisme_id", "=", tx.organismeId)
    .where("invitation", "=", empreinte)
    .where("depuis", "is", null)
    .where("fin", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Gives a member another place, in force with the very next page that he asks. */
export async function ecrirePlace(
  tx: Tx,
  utilisateurId: string,
  { sites = null, ...place }: PlaceDeMembre,
): Promise<void> {
  await tx.db
    .updateTable("membre")
    .set({ ...place, sites: sites === null ? null : [...sites] })
    .where("organisme_id", "=", tx.organismeId)
    .where("utilisateur_id", "=", utilisateurId)
    .execute();
}

/** Ends a membership and closes its sessions, or takes an invitation back. */
export async function ecrireDepart(tx: Tx, utilisateurId: string): Promise<void> {
  await tx.db
    .updateTable("membre")
    .set({ fin: sql<string>`now()`, gere: false, invitation: null })
    .where("organisme_id", "=", tx.organismeId)
    .where("utilisateur_id", "=", utilisateurId)
    .execute();
  await sql`select probant_fermer_sessions(${utilisateurId})`.execute(tx.db);
}
