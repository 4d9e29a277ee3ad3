import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

/**
 * The name of each dossier, once from each of its words and round to the word before, without spaces: « camillelefevre »
 * and « lefevrecamille ». The beginning of any word, or of any words in a row, is thus the beginning of a row. Triggers
 * write it with the list row, so that no caller can leave it out. Read with the dossier alone, whose policies hide the
 * other sites: a second policy here would hide from the planner how few rows answer.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table dossier_mot (
    organisme_id uuid not null,
    dossier_id uuid not null,
    forme text collate "C" not null,
    primary key (organisme_id, dossier_id, forme),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await sql`create function probant_formes_du_nom(p_nom text) returns table (forme text) language sql immutable as $$
    select distinct array_to_string(m.mots[i:] || m.mots[:i - 1], '')
      from (select string_to_array(p_nom, ' ') as mots) m, generate_subscripts(m.mots, 1) i
  $$`.execute(db);
  // Even the owner sees no row of a table held to its policies, unless it is released for the time of the reading.
  await sql`alter table dossier no force row level security`.execute(db);
  await sql`insert into dossier_mot select d.organisme_id, d.id, f.forme
    from dossier d, probant_formes_du_nom(d.nom_recherche) f`.execute(db);
  await sql`alter table dossier force row level security`.execute(db);
  await sql`create index dossier_mot_forme on dossier_mot (organisme_id, forme, dossier_id)`.execute(db);
  await isoler(db, "dossier_mot", "select, insert, delete");
  await suivreLesNoms(db);
  // Nothing is ordered by the whole name any more.
  await sql`drop index dossier_nom`.execute(db);
}

async function suivreLesNoms(db: Kysely<unknown>): Promise<void> {
  await sql`create function probant_nommer_dossiers() returns trigger language plpgsql as $$ begin
    insert into dossier_mot select d.organisme_id, d.id, f.forme
      from nouveaux d, probant_formes_du_nom(d.nom_recherche) f;
    return null;
  end $$`.execute(db);
  await sql`create trigger dossier_nomme after insert on dossier referencing new table as nouveaux
    for each statement execute function probant_nommer_dossiers()`.execute(db);
  await sql`create function probant_renommer_dossier() returns trigger language plpgsql as $$ begin
    delete from dossier_mot where organisme_id = new.organisme_id and dossier_id = new.id;
    insert into dossier_mot select new.organisme_id, new.id, f.forme from probant_formes_du_nom(new.nom_recherche) f;
    return null;
  end $$`.execute(db);
  await sql`create trigger dossier_renomme after update of nom_recherche on dossier
    for each row when (old.nom_recherche is distinct from new.nom_recherche)
    execute function probant_renommer_dossier()`.execute(db);
}
