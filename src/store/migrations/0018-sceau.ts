import { type Kysely, sql } from "kysely";
import { figer, isoler } from "./isoler.ts";

/** Papers as they left, sealed, and the time-stamps of the journal's signed heads. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `avant` is the SHA-256 of the paper before its seal: the same paper asked again is the piece that left.
  await sql`create table papier_scelle (
    organisme_id uuid not null,
    dossier_id uuid not null,
    papier text not null,
    avant bytea not null check (octet_length(avant) = 32),
    piece_id uuid not null,
    scelle_par text not null,
    certificat bytea not null check (octet_length(certificat) = 32),
    scelle_le timestamptz not null,
    horodate_le timestamptz,
    autorite text,
    sans_horodatage text,
    primary key (organisme_id, dossier_id, papier, avant),
    foreign key (organisme_id, dossier_id, piece_id) references piece (organisme_id, dossier_id, id) on delete cascade
  )`.execute(db);
  await isoler(db, "papier_scelle", "select, insert");
  await sql`create index papier_scelle_piece on papier_scelle (organisme_id, dossier_id, piece_id)`.execute(
    db,
  );

  await sql`create table journal_horodatage (
    organisme_id uuid not null,
    taille bigint not null,
    jeton bytea not null,
    autorite text not null,
    politique text not null,
    numero text not null,
    horodate_le timestamptz not null,
    demande_le timestamptz not null,
    primary key (organisme_id, taille),
    foreign key (organisme_id, taille) references journal_checkpoint (organisme_id, taille)
  )`.execute(db);
  await isoler(db, "journal_horodatage", "select, insert");
  await figer(db, "journal_horodatage");
  await sql`create policy service on journal_horodatage for select to probant_service using (true)`.execute(
    db,
  );
  await sql`grant select (organisme_id, taille, demande_le) on journal_horodatage to probant_service`.execute(
    db,
  );
}
