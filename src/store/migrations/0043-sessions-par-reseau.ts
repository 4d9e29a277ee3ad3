import { type Kysely, sql } from "kysely";

/**
 * Whether an identity provider opened the session: it enters no door of the person's own, whenever that door was opened.
 * A session that lives already, of an account that is bound to a provider, is taken for one of these.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session add column par_reseau boolean not null default false`.execute(db);
  await sql`update session set par_reseau = true
    where not restreinte and not par_lien and "userId" in (select utilisateur_id from identite_reseau)`.execute(
    db,
  );
  await refaireLaLectureDeSession(db);
}

/** The reading of 0030, with what opened the session. */
async function refaireLaLectureDeSession(db: Kysely<unknown>): Promise<void> {
  await sql`drop function probant_session(text)`.execute(db);
  await sql`create function probant_session(p_jeton text, out expire_le timestamptz, out utilisateur_id uuid,
    out nom text, out courriel text, out organisme_id uuid, out role text, out intervenant text, out gere boolean,
    out dossier_id uuid, out dossier text, out restreinte boolean, out organisme jsonb, out places integer,
    out choisie boolean, out a_second_facteur boolean, out second_facteur_avant timestamptz, out sites text[], out par_reseau boolean
  ) returns setof record language plpgsql as $$
  declare
    v_depuis timestamptz;
  begin
    select s."expiresAt", u.id, u.name, u.email, p.organisme_id, p.role, p.intervenant, p.gere, p.dossier_id,
        s.restreinte, count(p.organisme_id) over (),
        coalesce(p.organisme_id = s.organisme_id and p.dossier_id is not distinct from s.dossier_id, false),
        coalesce(u."twoFactorEnabled", false), p.depuis, p.sites::text[], s.par_reseau
      into expire_le, utilisateur_id, nom, courriel, organisme_id, role, intervenant, gere, dossier_id, restreinte,
        places, choisie, a_second_facteur, v_depuis, sites, par_reseau
      from session s
        join utilisateur u on u.id = s."userId"
        left join lateral (
          select m.organisme_id, null::uuid as dossier_id, m.role, m.intervenant, m.gere, m.depuis, m.sites, 0 as rang
            from membre m
            where m.utilisateur_id = u.id and not s.restreinte and m.depuis is not null and m.fin is null
          union all
          select a.organisme_id, a.dossier_id, a.role, '', false, null, null, 1
            from acces_dossier a
            where a.utilisateur_id = u.id and a.fin is null and not s.par_reseau
              and (not s.restreinte or (a.organisme_id = s.organisme_id and a.dossier_id = s.dossier_id))
          union all
          select distinct x.organisme_id, null::uuid, 'auditeur', '', false, null::timestamptz, null::uuid[], 2
            from audit_auditeur x join audit t on t.organisme_id = x.organisme_id and t.id = x.audit_id
            where x.utilisateur_id = u.id and t.clos_le is null and not s.par_reseau
              and (not s.restreinte or (x.organisme_id = s.organisme_id and s.dossier_id is null))
        ) p on true
      where s.token = p_jeton and s."expiresAt" > now()
      order by (p.organisme_id = s.organisme_id and p.dossier_id is not distinct from s.dossier_id) desc nulls last,
        p.rang, p.organisme_id, p.dossier_id
      limit 1;
    if not found then
      return;
    end if;
    if organisme_id is not null then
      perform set_config('role', 'probant_app', true), set_config('probant.organisme', organisme_id::text, true);
      select o.donnees into organisme from organisme o where o.id = organisme_id;
      if dossier_id is not null then
        select d.reference into dossier from dossier d where d.organisme_id = probant_session.organisme_id
          and d.id = probant_session.dossier_id;
      elsif role <> 'auditeur' and not a_second_facteur then
        second_facteur_avant := v_depuis + make_interval(days => coalesce(
          (select r.delai_second_facteur from reglage_acces r
            where r.organisme_id = probant_session.organisme_id), 30));
      end if;
    end if;
    return next;
  end $$`.execute(db);
}
