import { type Kysely, sql } from "kysely";
import { figer, isoler } from "./isoler.ts";

/**
 * Who holds a door to a dossier, with the name and the address of his account: accounts lie outside row-level security
 * and are seen through this window, of one organisation. And what was corrected in a person's identity, by whom: the
 * address decides who gets the link that opens her space, so every change of it can be read again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create view acces_lu with (security_barrier) as
    select a.organisme_id, a.dossier_id, a.utilisateur_id, a.role, a.depuis, a.fin, u.name as nom, u.email as courriel
      from acces_dossier a join utilisateur u on u.id = a.utilisateur_id
      where a.organisme_id = nullif(current_setting('probant.organisme', true), '')::uuid`.execute(db);
  await sql`grant select on acces_lu to probant_app`.execute(db);
  await sql`create table identite_changement (
    organisme_id uuid not null,
    dossier_id uuid not null,
    n integer not null,
    quand timestamptz not null,
    utilisateur text not null,
    nom text not null,
    avant jsonb not null,
    apres jsonb not null,
    primary key (organisme_id, dossier_id, n),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "identite_changement", "select, insert");
  await figer(db, "identite_changement");
}
