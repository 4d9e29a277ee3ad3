import { type Kysely, sql } from "kysely";

/** Passkeys, and the challenges that served: one answer opens once. Accounts lie outside row-level security. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table cle_acces (
    id text primary key,
    utilisateur_id uuid not null references utilisateur (id) on delete cascade,
    publique bytea not null,
    compteur bigint not null,
    transports text[] not null,
    nom text not null,
    creee_le timestamptz not null default now(),
    servie_le timestamptz
  )`.execute(db);
  await sql`create index cle_acces_utilisateur on cle_acces (utilisateur_id)`.execute(db);
  await sql`create table defi_servi (
    empreinte bytea primary key,
    servi_le timestamptz not null default now()
  )`.execute(db);
}
