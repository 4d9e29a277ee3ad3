import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

/**
 * Which member of the organisation opened the sealed texts of a dossier: one row a person, dossier and day, that nothing
 * changes and that goes with the proofs of the dossier (0051).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table lecture_de_contenu (
    organisme_id uuid not null,
    dossier_id uuid not null,
    jour date not null,
    utilisateur text not null,
    nom text not null,
    quand timestamptz not null,
    quoi text not null,
    primary key (organisme_id, dossier_id, jour, utilisateur),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "lecture_de_contenu", "select, insert, delete");
  await sql`create trigger lecture_de_contenu_fige before update or delete on lecture_de_contenu
    for each row execute function probant_sauf_effacement()`.execute(db);
  await sql`create trigger lecture_de_contenu_non_vide before truncate on lecture_de_contenu
    for each statement execute function probant_refuser_modification()`.execute(db);
}
