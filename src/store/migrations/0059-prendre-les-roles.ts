import { type Kysely, sql } from "kysely";

/**
 * Since PostgreSQL 16 whoever makes a role administers it and may not act under it: 0001 found the account a member, and
 * every request was then refused. The right to act is granted here to an account that is no superuser.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const role of ["probant_app", "probant_service"]) {
    await sql`do $$ begin
      if current_setting('server_version_num')::int >= 160000 then
        if not pg_has_role(current_user, '${sql.raw(role)}', 'set') then
          execute format('grant ${sql.raw(role)} to %I', current_user);
        end if;
      end if;
    end $$`.execute(db);
  }
}
