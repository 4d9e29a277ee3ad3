import { type Kysely, sql } from "kysely";

/**
 * Which person of an identity provider an account belongs to, from its first entry on: an address that is given to
 * somebody else later must not open the account of the one before. Accounts lie outside row-level security.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table identite_reseau (
    emetteur text not null,
    sujet text not null,
    utilisateur_id uuid not null references utilisateur (id) on delete cascade,
    liee_le timestamptz not null default now(),
    primary key (emetteur, sujet),
    unique (emetteur, utilisateur_id)
  )`.execute(db);
  await sql`create index identite_reseau_utilisateur on identite_reseau (utilisateur_id)`.execute(db);
}
