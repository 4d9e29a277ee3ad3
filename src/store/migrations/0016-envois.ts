import { type Kysely, sql } from "kysely";

/**
 * What sending needs: who took a message and when, how often it was tried, why it did not leave, and which dossier it is
 * about. `prises` grows with each taking: who comes back late finds another number and closes nothing.
 * `en_cours`: being handed over. `doute`: handed over perhaps; nobody sends it again unless a person says so.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table message_sortie
    drop constraint message_sortie_etat_check,
    add constraint message_sortie_etat_check
      check (etat in ('a_envoyer', 'en_cours', 'envoye', 'doute', 'echec')),
    add column dossier_id uuid generated always as ((donnees ->> 'dossierId')::uuid) stored,
    add column a_secret boolean generated always as (donnees ? 'secret') stored,
    add column prises integer not null default 0,
    add column essais integer not null default 0,
    add column envoi_commence timestamptz,
    add column prochain_essai timestamptz,
    add column erreur text`.execute(db);
  await sql`create index message_en_suspens on message_sortie (organisme_id, envoi_commence)
    where etat in ('en_cours', 'doute')`.execute(db);
  await sql`create index message_par_date on message_sortie (organisme_id, cree_le desc, id desc)`.execute(
    db,
  );
  await sql`create policy service on message_sortie for select to probant_service using (true)`.execute(db);
  await sql`grant select (organisme_id, etat, prochain_essai, envoi_commence, a_secret)
    on message_sortie to probant_service`.execute(db);
}
