import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

/** The sessions of all dossiers by day: what the agenda reads. A projection of the facts, written with them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table seance (
    organisme_id uuid not null,
    dossier_id uuid not null,
    seance text not null,
    jour date not null,
    debut text not null,
    fin text not null,
    statut text not null,
    intervenant text not null,
    lieu text not null,
    primary key (organisme_id, dossier_id, seance),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "seance", "select, insert, update, delete");
  await sql`create index seance_jour on seance (organisme_id, jour, debut)`.execute(db);
}
