import { type Kysely, sql } from "kysely";
import { isoler } from "./isoler.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table dossier (
    organisme_id uuid not null references organisme (id),
    id uuid not null,
    reference text not null,
    beneficiaire jsonb not null,
    nom_affiche text not null,
    nom_recherche text collate "C" not null,
    conseiller text not null,
    etape text not null,
    phase text,
    minutes_signees integer not null,
    minutes_prevues integer not null,
    prochaine_echeance date not null default 'infinity',
    prochain_acte text,
    alertes integer not null,
    debut date,
    fin date,
    financement text not null,
    maj_le timestamptz not null default now(),
    n integer not null default 0,
    primary key (organisme_id, id),
    unique (organisme_id, reference)
  ) with (fillfactor = 80)`.execute(db);
  await isoler(db, "dossier", "select, insert, update");
  // Every order and filter of the list page, each one ending on the key that its next page starts from.
  await sql`create index dossier_echeance on dossier (organisme_id, prochaine_echeance, id)`.execute(db);
  for (const filtre of ["etape", "conseiller", "financement"]) {
    await sql`create index ${sql.id(`dossier_${filtre}`)}
      on dossier (organisme_id, ${sql.ref(filtre)}, prochaine_echeance, id)`.execute(db);
  }
  await sql`create index dossier_nom on dossier (organisme_id, nom_recherche, id)`.execute(db);

  await sql`create table compteur_reference (
    organisme_id uuid not null references organisme (id),
    annee integer not null,
    dernier integer not null,
    primary key (organisme_id, annee)
  )`.execute(db);
  await isoler(db, "compteur_reference", "select, insert, update");
}
