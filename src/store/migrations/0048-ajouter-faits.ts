import { type Kysely, sql } from "kysely";

/** The two functions of 0013, which write what is left open on the list row too. */
export async function ecrireAjouterFaits(db: Kysely<unknown>): Promise<void> {
  const plusieurs = `p_ids uuid[], p_types text[], p_jours date[], p_textes text[], p_engagements bytea[]`;
  await ecrire(
    db,
    "probant_ajouter_faits",
    plusieurs,
    "cardinality(p_ids)",
    `
    select p_organisme, p_dossier, p_attendu + f.rang, f.id, f.type, f.jour, f.texte, f.engagement
      from unnest(p_ids, p_types, p_jours, p_textes, p_engagements)
        with ordinality as f (id, type, jour, texte, engagement, rang)`,
  );
  const unSeul = "p_id uuid, p_type text, p_jour date, p_texte text, p_engagement bytea";
  await ecrire(
    db,
    "probant_ajouter_un_fait",
    unSeul,
    "1",
    `
    values (p_organisme, p_dossier, v_taille, p_id, p_type, p_jour, p_texte, p_engagement)`,
  );
}

async function ecrire(
  db: Kysely<unknown>,
  nom: string,
  parametres: string,
  combien: string,
  faits: string,
): Promise<void> {
  await sql`create or replace function ${sql.raw(nom)}(
    p_organisme uuid, p_dossier uuid, p_attendu integer, p_ancienne bytea, p_frontiere bytea, p_racine bytea,
    p_feuille text, ${sql.raw(parametres)}, p_beneficiaire jsonb, p_resume text[], p_messages jsonb
  ) returns integer language plpgsql as $$
  declare
    v_taille integer := p_attendu + ${sql.raw(combien)};
  begin
    update dossier_tete set taille = v_taille, frontiere = p_frontiere, racine = p_racine
      where organisme_id = p_organisme and dossier_id = p_dossier and taille = p_attendu and frontiere = p_ancienne;
    if not found then
      return (select taille from dossier_tete where organisme_id = p_organisme and dossier_id = p_dossier);
    end if;
    insert into fait (organisme_id, dossier_id, n, id, type, jour, texte, engagement) ${sql.raw(faits)};
    insert into journal_attente (organisme_id, dossier_id, taille, feuille)
      values (p_organisme, p_dossier, v_taille, p_feuille);
    update dossier set
      beneficiaire = coalesce(p_beneficiaire, beneficiaire), nom_affiche = p_resume[1], nom_recherche = p_resume[2],
      conseiller = p_resume[3], etape = p_resume[4], phase = p_resume[5],
      minutes_signees = p_resume[6]::integer, minutes_prevues = p_resume[7]::integer,
      prochaine_echeance = p_resume[8]::date, prochain_acte = p_resume[9], alertes = p_resume[10]::integer,
      debut = p_resume[11]::date, fin = p_resume[12]::date, financement = p_resume[13],
      suspens = p_resume[14]::jsonb, a_repondu = p_resume[15]::date, attend_reponse = p_resume[16]::date,
      a_signer = p_resume[17]::date,
      maj_le = now(), n = v_taille
      where organisme_id = p_organisme and id = p_dossier;
    if p_messages is not null then
      insert into message_sortie (organisme_id, id, canal, destinataire, modele, donnees)
        select p_organisme, m.id, m.canal, m.destinataire, m.modele, m.donnees
        from jsonb_to_recordset(p_messages)
          as m (id uuid, canal text, destinataire jsonb, modele text, donnees jsonb);
    end if;
    return p_attendu;
  end $$`.execute(db);
}
