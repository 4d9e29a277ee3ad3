import { type Kysely, sql } from "kysely";
import { ecrireAjouterFaits } from "./0048-ajouter-faits.ts";

/**
 * What a dossier waits for, on its row of the list: `suspens` says kinds and days, the three dates since when the oldest
 * of each side waits. And what is needed to know where somebody is: which sessions are collective, and a reading of
 * hours across the sites; and a message that is not needed any more, which never leaves.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table dossier
    add column suspens jsonb not null default '[]', add column a_repondu date, add column attend_reponse date,
    add column a_signer date`.execute(db);
  for (const cote of ["a_repondu", "attend_reponse", "a_signer"]) {
    await sql`create index ${sql.id(`dossier_${cote}`)} on dossier (organisme_id, prochaine_echeance, id)
      where ${sql.ref(cote)} is not null`.execute(db);
  }
  await ecrireAjouterFaits(db);
  await rejugerDuJour(db);
  await direLesCollectives(db);
  await sql`create index seance_intervenant on seance (organisme_id, intervenant, jour)`.execute(db);
  await lireLesHeures(db);
  await sql`alter table message_sortie
    drop constraint message_sortie_etat_check,
    add constraint message_sortie_etat_check
      check (etat in ('a_envoyer', 'en_cours', 'envoye', 'doute', 'echec', 'inutile'))`.execute(db);
  await sql`create index message_non_remis on message_sortie (organisme_id, dossier_id)
    where etat in ('doute', 'echec')`.execute(db);
}

/** Rows written since yesterday would wait for tomorrow: they are judged again with the others at the next start. */
async function rejugerDuJour(db: Kysely<unknown>): Promise<void> {
  await sql`alter table dossier no force row level security`.execute(db);
  await sql`update dossier set maj_le = now() - interval '2 days'
    where maj_le > now() - interval '2 days'`.execute(db);
  await sql`alter table dossier force row level security`.execute(db);
}

/** The last fact that says how a session was held says whether it was collective. */
async function direLesCollectives(db: Kysely<unknown>): Promise<void> {
  await sql`alter table seance add column individuelle boolean not null default true`.execute(db);
  const tables = ["seance", "fait"].map((t) => sql.id(t));
  for (const t of tables) await sql`alter table ${t} no force row level security`.execute(db);
  await sql`update seance s set individuelle = false from (
      select distinct on (organisme_id, dossier_id, texte::jsonb #>> '{donnees,seance}') organisme_id, dossier_id,
          texte::jsonb #>> '{donnees,seance}' as seance, texte::jsonb #>> '{donnees,individuelle}' as individuelle
        from fait where type = 'seance_tenue.v1'
        order by organisme_id, dossier_id, texte::jsonb #>> '{donnees,seance}', n desc
    ) f
    where f.organisme_id = s.organisme_id and f.dossier_id = s.dossier_id and f.seance = s.seance
      and f.individuelle = 'false' and s.statut = 'tenue'`.execute(db);
  for (const t of tables) await sql`alter table ${t} force row level security`.execute(db);
}

/**
 * The hours of one intervenant on one day in the whole organisation, also where the reader sees no dossier: somebody is
 * in one place at a time whatever the sites. It gives hours and no name; the dossier is read under the reader's policies.
 */
async function lireLesHeures(db: Kysely<unknown>): Promise<void> {
  await sql`create function probant_heures_prises(p_organisme uuid, p_intervenant text, p_jour date)
    returns table (dossier_id uuid, debut text, fin text, statut text, individuelle boolean)
    language plpgsql as $$
    declare sites text := coalesce(current_setting('probant.sites', true), '');
    begin
      -- Only a superuser may name a setting of ours in the definition of a function: it is put aside and back by hand.
      perform set_config('probant.sites', '', true);
      return query select s.dossier_id, s.debut, s.fin, s.statut, s.individuelle from seance s
        where s.organisme_id = p_organisme and s.intervenant = p_intervenant and s.jour = p_jour
          and s.statut in ('prevue', 'tenue')
        order by s.debut, s.dossier_id;
      perform set_config('probant.sites', sites, true);
    end $$`.execute(db);
}
