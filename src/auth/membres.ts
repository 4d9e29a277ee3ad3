import type pg from "pg";
import type { Membre } from "./session-lue.ts";

/** A person of an organisation, before what the organisation wrote of itself is read; he manages nothing unless said. */
export type NouveauMembre = Omit<Membre, "organisme" | "gere" | "dossier" | "sites"> & { gere?: boolean };

/**
 * Makes a person one of those who work for an organisation. `client`: the pool, or a connection inside a transaction
 * that is not under the role of a request, which has no right on accounts.
 */
export async function ajouterMembre(
  client: Pick<pg.ClientBase, "query">,
  utilisateurId: string,
  { organismeId, role, intervenant, gere = false }: NouveauMembre,
): Promise<void> {
  await client.query(
    "insert into membre (organisme_id, utilisateur_id, role, intervenant, gere) values ($1, $2, $3, $4, $5)",
    [organismeId, utilisateurId, role, intervenant, gere],
  );
}

/** Takes back an account that never had a place anywhere: it can enter nothing, and its address is free again. */
export async function effacerCompteOrphelin(
  client: Pick<pg.ClientBase, "query">,
  courriel: string,
): Promise<void> {
  await client.query(`delete from utilisateur u where u.email = lower($1) and not (${A_EU_UNE_PLACE})`, [
    courriel,
  ]);
}

/** The account of that address; null when there is none. */
export async function compteA(
  client: Pick<pg.ClientBase, "query">,
  courriel: string,
): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>("select id from utilisateur where email = lower($1)", [
    courriel,
  ]);
  return rows[0]?.id ?? null;
}

/** Whether an account of that address has, or had, a place somewhere. */
export async function compteExiste(client: Pick<pg.ClientBase, "query">, courriel: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from utilisateur u where u.email = lower($1) and (${A_EU_UNE_PLACE})`,
    [courriel],
  );
  return rowCount !== 0;
}

/** Whether the account `u` has, or had, a door of its own: to one dossier, or to an audit. */
export const A_EU_UNE_PORTE = `exists (select from acces_dossier a where a.utilisateur_id = u.id)
  or exists (select from audit_auditeur x where x.utilisateur_id = u.id)`;

/** Whether something of its owner's opens the account `u`: a passphrase, a passkey, a person of a provider. */
export const A_UNE_CLE = `exists (select from compte c where c."userId" = u.id)
  or exists (select from cle_acces k where k.utilisateur_id = u.id)
  or exists (select from identite_reseau i where i.utilisateur_id = u.id)`;

const A_EU_UNE_PLACE = `exists (select from membre m where m.utilisateur_id = u.id) or ${A_EU_UNE_PORTE}`;
