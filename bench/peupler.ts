import { ETAPES } from "../src/dossier/etape.ts";
import { FINANCEURS } from "../src/dossier/faits/financement.ts";
import { type Base, transaction } from "../src/store/connexion.ts";
import { normaliserRecherche } from "../src/values/recherche.ts";

const PRENOMS =
  "Alix Camille Claude Dominique Éléonore Gaël Inès Jeanne Karim Léa Maëlle Noé Océane Rémi Zoé".split(" ");
const NOMS =
  "Arnaud Benali Chevalier Diallo Étienne Faure Garnier Hamon Idrissi Jourdan Kaya Lefèvre Moreau Nguyen".split(
    " ",
  );

/**
 * Writes `nombre` rows of the list for one organisation in one statement, under row-level security: the list and its
 * filters read the rows alone, so they have no facts behind them. Rows are the same at each run, days apart: deadlines
 * lie between thirty days before today and a year after, and a tenth of the rows has none.
 */
export async function peupler(base: Base, organismeId: string, nombre: number): Promise<void> {
  await transaction(base, organismeId, (tx) =>
    tx.client.query(
      `insert into dossier (organisme_id, id, reference, beneficiaire, nom_affiche, nom_recherche, conseiller, etape,
         phase, minutes_signees, minutes_prevues, prochaine_echeance, prochain_acte, alertes, debut, fin, financement, n)
       select $1, gen_random_uuid(), 'D-2026-' || lpad(i::text, 6, '0'),
         jsonb_build_object('prenom', p.prenom, 'nom', n.nom, 'statut', 'salarie'),
         p.prenom || ' ' || n.nom, p.forme || ' ' || n.forme, 'nadia',
         ($6::text[])[1 + i % cardinality($6)], 'investigation', (i % 20) * 60, 1200,
         case when i % 10 = 0 then 'infinity' else current_date - 30 + (i * 7919 % 395) end,
         case when i % 10 = 0 then null else 'tenirSeance' end, case when i % 17 = 0 then 1 else 0 end,
         current_date - 90, current_date + 30, ($7::text[])[1 + (i / 9) % cardinality($7)], 40
       from generate_series(1, $8::integer) as i
       join unnest($2::text[], $3::text[]) with ordinality as p (prenom, forme, rang)
         on p.rang = 1 + i % cardinality($2)
       join unnest($4::text[], $5::text[]) with ordinality as n (nom, forme, rang)
         on n.rang = 1 + (i / cardinality($2)) % cardinality($4)`,
      [
        organismeId,
        PRENOMS,
        PRENOMS.map(normaliserRecherche),
        NOMS,
        NOMS.map(normaliserRecherche),
        ETAPES,
        FINANCEURS,
        nombre,
      ],
    ),
  );
}

/** What autovacuum would have done by the time anybody reads such a table. */
export async function entretenir(base: Base): Promise<void> {
  await base.pool.query("vacuum analyze");
}
