import { type Kysely, sql } from "kysely";

/**
 * The name that an organisation wrote of somebody outside: the one of his account is his own, and whoever knows an
 * address must not learn it here. Where none was kept, his address stands for it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table acces_dossier add column nom_donne text`.execute(db);
  await sql`alter table audit_auditeur add column nom_donne text not null default ''`.execute(db);
  await sql`drop view acces_lu`.execute(db);
  await sql`create view acces_lu with (security_barrier) as
    select a.organisme_id, a.dossier_id, a.utilisateur_id, a.role, a.depuis, a.fin, a.nom_donne, u.email as courriel
      from acces_dossier a join utilisateur u on u.id = a.utilisateur_id
      where a.organisme_id = nullif(current_setting('probant.organisme', true), '')::uuid`.execute(db);
  await sql`drop view audit_auditeur_lu`.execute(db);
  await sql`create view audit_auditeur_lu with (security_barrier) as
    select x.organisme_id, x.audit_id, x.utilisateur_id, coalesce(nullif(x.nom_donne, ''), u.email) as nom,
        u.email as courriel
      from audit_auditeur x join utilisateur u on u.id = x.utilisateur_id
      where x.organisme_id = nullif(current_setting('probant.organisme', true), '')::uuid`.execute(db);
  await sql`grant select on acces_lu, audit_auditeur_lu to probant_app`.execute(db);
}
