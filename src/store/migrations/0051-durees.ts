import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

/**
 * The end of what is kept. A dossier whose proofs went keeps its row, its tree and its commitments, without a word, and
 * no request sees it any more: `effacement` says which fact of its tree tells so, with the salt of that one fact, so that
 * emptied texts without it are still found out. What nothing may change can be emptied for such a dossier alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await creerAnnonces(db);
  await creerEffacements(db);
  await cacherLesEffaces(db);
  await laisserEffacer(db);
}

/** What people were told would go, since when; the days on which the clock passed; and what the organisation decided. */
async function creerAnnonces(db: Kysely<unknown>): Promise<void> {
  await sql`create table annonce (
    organisme_id uuid not null,
    dossier_id uuid not null,
    classe text not null,
    du date not null,
    annoncee_le date not null,
    primary key (organisme_id, dossier_id, classe),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "annonce", "select, insert, update, delete");
  await sql`create table passage (
    organisme_id uuid primary key references organisme (id),
    le timestamptz not null,
    entier_le date not null
  )`.execute(db);
  await isoler(db, "passage", "select, insert, update");
  await sql`create table choix_de_duree (
    organisme_id uuid primary key references organisme (id),
    sans_suite integer check (sans_suite between 1 and 3),
    preuves_lues boolean not null,
    factures boolean not null,
    quand timestamptz not null,
    utilisateur text not null
  )`.execute(db);
  await isoler(db, "choix_de_duree", "select, insert, update");
}

async function creerEffacements(db: Kysely<unknown>): Promise<void> {
  await sql`create table effacement (
    organisme_id uuid not null,
    dossier_id uuid not null,
    classe text not null check (classe in ('preuves', 'preuves_lues', 'sans_suite')),
    n integer not null,
    sel bytea not null check (octet_length(sel) = 32),
    le date not null,
    -- Line of the register of destructions that says so; a restored database does not know it.
    ligne integer,
    primary key (organisme_id, dossier_id),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "effacement", "select, insert");
  await sql`grant update (ligne) on effacement to probant_app`.execute(db);
  await sql`create policy service on effacement for select to probant_service using (true)`.execute(db);
  await sql`grant select (organisme_id, ligne) on effacement to probant_service`.execute(db);
  await sql`create table facture_gardee (
    organisme_id uuid not null,
    dossier_id uuid not null,
    numero text not null,
    emise_le date not null,
    payee_le date,
    montant integer not null,
    payeur text,
    primary key (organisme_id, dossier_id, numero),
    foreign key (organisme_id, dossier_id) references dossier (organisme_id, id)
  )`.execute(db);
  await isoler(db, "facture_gardee", "select, insert, delete");
}

async function cacherLesEffaces(db: Kysely<unknown>): Promise<void> {
  await sql`alter table dossier add column efface_le date`.execute(db);
  await sql`create policy efface on dossier as restrictive to probant_app
    using (efface_le is null or (select current_setting('probant.effaces', true)) = 'oui')`.execute(db);
}

/** A row of a dossier may go, and a fact be emptied, once the dossier has its line in `effacement`. */
async function laisserEffacer(db: Kysely<unknown>): Promise<void> {
  await sql`create function probant_sauf_effacement() returns trigger language plpgsql as $$
    declare
      v_n integer;
    begin
      select e.n into v_n from effacement e
        where e.organisme_id = old.organisme_id and e.dossier_id = old.dossier_id;
      if v_n is null then
        raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
      end if;
      if tg_op = 'DELETE' then
        if tg_table_name = 'fait' then
          raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
        end if;
        return old;
      end if;
      if tg_table_name <> 'fait' or new.texte <> '' or new.type <> '' or new.n = v_n
          or (new.organisme_id, new.dossier_id, new.n, new.id, new.engagement)
            is distinct from (old.organisme_id, old.dossier_id, old.n, old.id, old.engagement) then
        raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  for (const table of ["fait", "identite_changement", "lecture_de_tiers", "copie_prise"]) {
    await sql`drop trigger ${sql.id(`${table}_fige`)} on ${sql.table(table)}`.execute(db);
    await sql`create trigger ${sql.id(`${table}_fige`)} before update or delete on ${sql.table(table)}
      for each row execute function probant_sauf_effacement()`.execute(db);
  }
  await sql`grant update (type, jour, texte, consigne_le) on fait to probant_app`.execute(db);
  for (const table of [
    "identite_changement",
    "lecture_de_tiers",
    "copie_prise",
    "message_sortie",
    "acces_dossier",
    "communication_lien",
  ]) {
    await sql`grant delete on ${sql.table(table)} to probant_app`.execute(db);
  }
}
