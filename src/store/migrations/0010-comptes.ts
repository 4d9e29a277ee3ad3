import { type Kysely, sql } from "kysely";

/**
 * Accounts as the library of `auth/` expects them (a test asks it whether anything is missing), and who belongs to
 * which organisation. They come before any organisation is known, so they lie outside row-level security and
 * `probant_app` has no right on them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table utilisateur (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    email text not null unique,
    "emailVerified" boolean not null,
    image text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  )`.execute(db);
  await sql`create table session (
    id uuid primary key default gen_random_uuid(),
    "expiresAt" timestamptz not null,
    token text not null unique,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null,
    "ipAddress" text,
    "userAgent" text,
    "userId" uuid not null references utilisateur (id) on delete cascade
  )`.execute(db);
  await sql`create table compte (
    id uuid primary key default gen_random_uuid(),
    "accountId" text not null,
    "providerId" text not null,
    "userId" uuid not null references utilisateur (id) on delete cascade,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    scope text,
    password text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null
  )`.execute(db);
  await sql`create table verification (
    id uuid primary key default gen_random_uuid(),
    identifier text not null,
    value text not null,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  )`.execute(db);
  await sql`create table limite (
    id uuid primary key default gen_random_uuid(),
    key text not null unique,
    count integer not null,
    "lastRequest" bigint not null
  )`.execute(db);
  for (const [table, colonne] of [
    ["session", "userId"],
    ["compte", "userId"],
    ["verification", "identifier"],
  ] as const) {
    await sql`create index ${sql.id(`${table}_${colonne}`)} on ${sql.table(table)} (${sql.ref(colonne)})`.execute(
      db,
    );
  }
  await sql`create table membre (
    organisme_id uuid not null references organisme (id),
    utilisateur_id uuid not null references utilisateur (id) on delete cascade,
    role text not null,
    intervenant text not null,
    primary key (organisme_id, utilisateur_id)
  )`.execute(db);
  await sql`create index membre_utilisateur on membre (utilisateur_id)`.execute(db);
}
