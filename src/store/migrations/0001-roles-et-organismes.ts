import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await creerRole(db, "probant_app");
  await creerRole(db, "probant_service");
  await sql`create table organisme (
    id uuid primary key,
    donnees jsonb not null,
    version integer not null default 1,
    cree_le timestamptz not null default now()
  )`.execute(db);
  await isoler(db, "organisme", "select, insert, update", "id");
  await sql`create policy service on organisme for select to probant_service using (true)`.execute(db);
  await sql`grant select (id) on organisme to probant_service`.execute(db);
}

/** Roles belong to the whole server: another database of ours may have made it, at this very moment perhaps. */
async function creerRole(db: Kysely<unknown>, role: string): Promise<void> {
  await sql`do $$ begin
    create role ${sql.raw(role)} nologin;
  exception when duplicate_object or unique_violation then null;
  end $$`.execute(db);
  // The owner of a role that is no superuser must be a member of it before it can act under it.
  await sql`do $$ begin
    if not pg_has_role(current_user, '${sql.raw(role)}', 'member') then
      execute format('grant ${sql.raw(role)} to %I', current_user);
    end if;
  end $$`.execute(db);
  await sql`grant usage on schema public to ${sql.raw(role)}`.execute(db);
}
