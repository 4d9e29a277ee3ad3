import { type Kysely, sql } from "kysely";

/**
 * Whether a door belongs to the account itself, or to its link alone. An account made elsewhere may be held by somebody
 * who never read a link of this organisation: it enters once both were in the same hands (decision 0156).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ["acces_dossier", "audit_auditeur"]) {
    await sql`alter table ${sql.table(table)} add column rattachee boolean not null default false`.execute(
      db,
    );
  }
  await sql`grant update (rattachee) on audit_auditeur to probant_app`.execute(db);
  await creerLeRattachement(db);
  await garderLesPortesDAvant(db);
  await refaireLaLectureDeSession(db);
}

/** Said by the database as the door is made, whoever makes it; and later, for whoever shows both. */
async function creerLeRattachement(db: Kysely<unknown>): Promise<void> {
  await sql`create function probant_porte_rattachee(p_utilisateur uuid, p_organisme uuid) returns boolean
    language sql stable security definer set search_path from current as $$
    select exists (select from membre m
        where m.utilisateur_id = p_utilisateur and m.organisme_id = p_organisme and m.depuis is not null)
      or exists (select from acces_dossier a
        where a.utilisateur_id = p_utilisateur and a.organisme_id = p_organisme and a.rattachee)
      or exists (select from audit_auditeur x
        where x.utilisateur_id = p_utilisateur and x.organisme_id = p_organisme and x.rattachee)
      or not (exists (select from compte c where c."userId" = p_utilisateur)
        or exists (select from cle_acces k where k.utilisateur_id = p_utilisateur)
        or exists (select from identite_reseau i where i.utilisateur_id = p_utilisateur)
        or exists (select from session s where s."userId" = p_utilisateur and not s.restreinte and s."expiresAt" > now())
        or exists (select from membre m
          where m.utilisateur_id = p_utilisateur and m.organisme_id <> p_organisme and m.depuis is not null)
        or exists (select from acces_dossier a
          where a.utilisateur_id = p_utilisateur and a.organisme_id <> p_organisme)
        or exists (select from audit_auditeur x
          where x.utilisateur_id = p_utilisateur and x.organisme_id <> p_organisme))
  $$`.execute(db);
  await sql`revoke execute on function probant_porte_rattachee(uuid, uuid) from public`.execute(db);
  await sql`create function probant_rattacher() returns trigger
    language plpgsql security definer set search_path from current as $$
  begin
    new.rattachee := probant_porte_rattachee(new.utilisateur_id, new.organisme_id);
    return new;
  end $$`.execute(db);
  for (const table of ["acces_dossier", "audit_auditeur"]) {
    await sql`create trigger ${sql.id(`${table}_rattachee`)} before insert on ${sql.table(table)}
      for each row execute function probant_rattacher()`.execute(db);
  }
  await sql`create function probant_rattacher_porte(p_utilisateur uuid, p_organisme uuid, p_dossier uuid)
    returns void language plpgsql as $$
  begin
    perform set_config('role', 'probant_app', true), set_config('probant.organisme', p_organisme::text, true);
    if p_dossier is null then
      update audit_auditeur set rattachee = true
        where organisme_id = p_organisme and utilisateur_id = p_utilisateur;
    else
      update acces_dossier set rattachee = true
        where organisme_id = p_organisme and utilisateur_id = p_utilisateur and dossier_id = p_dossier;
    end if;
  end $$`.execute(db);
}

/** Doors from before stay those of the account, unless another organisation ever gave it a place. */
async function garderLesPortesDAvant(db: Kysely<unknown>): Promise<void> {
  const ailleurs = (table: string) => sql`exists (select from ${sql.table(table)} y
    where y.utilisateur_id = p.utilisateur_id and y.organisme_id <> p.organisme_id)`;
  for (const table of ["acces_dossier", "audit_auditeur"]) {
    // The owner is held by the policies too, and has none that writes.
    await sql`alter table ${sql.table(table)} no force row level security`.execute(db);
    await sql`update ${sql.table(table)} p set rattachee = true where not (${ailleurs("membre")}
      or ${ailleurs("acces_dossier")} or ${ailleurs("audit_auditeur")})`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  }
}

/**
 * The reading of 0030, with what opened the session (0043), and where a session that no link holds enters the doors that
 * belong to its account. The readings before stay as they were released: a database that stopped at one goes on from it.
 */
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
              and (a.rattachee and not s.restreinte or s.restreinte and (a.organisme_id = s.organisme_id and a.dossier_id = s.dossier_id))
          union all
          select distinct x.organisme_id, null::uuid, 'auditeur', '', false, null::timestamptz, null::uuid[], 2
            from audit_auditeur x join audit t on t.organisme_id = x.organisme_id and t.id = x.audit_id
            where x.utilisateur_id = u.id and t.clos_le is null and not s.par_reseau
              and (x.rattachee and not s.restreinte or s.restreinte and (x.organisme_id = s.organisme_id and s.dossier_id is null))
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
