import { type Kysely, sql } from "kysely";

/**
 * A code that the counsellor shows for one session, for ten minutes: photographed, or six figures typed in the person's
 * own space. It is read before anybody is known, so it lies beside the accounts, out of reach of requests.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table code_de_seance (
    empreinte bytea primary key check (octet_length(empreinte) = 32),
    organisme_id uuid not null,
    dossier_id uuid not null,
    reference text not null,
    seance text not null,
    code text not null check (code ~ '^[0-9]{6}$'),
    appareil text not null,
    essais integer not null default 0,
    expire_le timestamptz not null,
    unique (organisme_id, dossier_id, seance)
  )`.execute(db);
}
