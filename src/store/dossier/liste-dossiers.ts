import { type Selectable, sql } from "kysely";
import { normaliserRecherche } from "../../values/recherche.ts";
import type { Tx } from "../connexion.ts";
import type { TableDossier } from "../tables.ts";
import { type ResumeDossier, SANS_ECHEANCE } from "./resume.ts";

/** What a list may be narrowed by; every member that is given must hold. */
export interface FiltreDossiers {
  readonly etape?: string | undefined;
  readonly conseiller?: string | undefined;
  readonly financement?: string | undefined;
  /** Beginning of the name as shown, accents and case left aside. A list by name is ordered by name. */
  readonly nom?: string | undefined;
}

/** A row of the list. Days are `AAAA-MM-JJ`; `prochaineEcheance` is null when nothing is due; `n` counts its facts. */
export interface LigneDossier extends Omit<ResumeDossier, "beneficiaire"> {
  readonly id: string;
  readonly reference: string;
  readonly n: number;
}

/** Where the next page starts: the last row's place in the order. */
export interface Curseur {
  readonly rang: string;
  readonly id: string;
}

export interface PageDossiers {
  readonly lignes: readonly LigneDossier[];
  /** Undefined on the last page. */
  readonly suite: Curseur | undefined;
}

/**
 * One page, soonest deadline first (by name when searched by name). The cursor holds values and not a number of rows,
 * so that the hundredth page costs what the first one does.
 */
export async function listerDossiers(
  tx: Tx,
  filtre: FiltreDossiers,
  { taille, apres }: { readonly taille: number; readonly apres?: Curseur | undefined },
): Promise<PageDossiers> {
  const rang = filtre.nom === undefined ? "prochaine_echeance" : "nom_recherche";
  let requete = filtrer(tx, filtre)
    .select(COLONNES)
    .orderBy(rang)
    .orderBy("id")
    .limit(taille + 1);
  if (apres !== undefined) {
    const type = sql.raw(rang === "nom_recherche" ? "text" : "date");
    requete = requete.where(
      sql<boolean>`(${sql.ref(rang)}, id) > (${apres.rang}::${type}, ${apres.id}::uuid)`,
    );
  }
  const lues = await requete.execute();
  const lignes = lues.slice(0, taille);
  const derniere = lues.length > taille ? lignes.at(-1) : undefined;
  return {
    lignes: lignes.map(versLigne),
    suite: derniere && { rang: derniere[rang], id: derniere.id },
  };
}

/** How many dossiers answer the filter, counted no further than `jusqua`: a count costs by the row. */
export async function compterDossiers(tx: Tx, filtre: FiltreDossiers, jusqua: number): Promise<number> {
  const { nombre } = await tx.db
    .selectFrom(filtrer(tx, filtre).select("id").limit(jusqua).as("comptes"))
    .select((eb) => eb.fn.countAll<number>().as("nombre"))
    .executeTakeFirstOrThrow();
  return nombre;
}

function filtrer(tx: Tx, { etape, conseiller, financement, nom }: FiltreDossiers) {
  const prefixe = nom === undefined ? "" : normaliserRecherche(nom);
  return (
    tx.db
      .selectFrom("dossier")
      .where("organisme_id", "=", tx.organismeId)
      .$if(etape !== undefined, (q) => q.where("etape", "=", etape!))
      .$if(conseiller !== undefined, (q) => q.where("conseiller", "=", conseiller!))
      .$if(financement !== undefined, (q) => q.where("financement", "=", financement!))
      // Not `like`: under row-level security only operators that cannot leak use an index.
      .$if(prefixe !== "", (q) =>
        q.where("nom_recherche", ">=", prefixe).where("nom_recherche", "<", `${prefixe}\u{10ffff}`),
      )
  );
}

const COLONNES = [
  "id",
  "reference",
  "nom_affiche",
  "nom_recherche",
  "conseiller",
  "etape",
  "phase",
  "minutes_signees",
  "minutes_prevues",
  "prochaine_echeance",
  "prochain_acte",
  "alertes",
  "debut",
  "fin",
  "financement",
  "n",
] as const;

type LigneLue = Pick<Selectable<TableDossier>, (typeof COLONNES)[number]>;

function versLigne(ligne: LigneLue): LigneDossier {
  return {
    id: ligne.id,
    reference: ligne.reference,
    nomAffiche: ligne.nom_affiche,
    conseiller: ligne.conseiller,
    etape: ligne.etape,
    phase: ligne.phase,
    minutesSignees: ligne.minutes_signees,
    minutesPrevues: ligne.minutes_prevues,
    prochaineEcheance: ligne.prochaine_echeance === SANS_ECHEANCE ? null : ligne.prochaine_echeance,
    prochainActe: ligne.prochain_acte,
    alertes: ligne.alertes,
    debut: ligne.debut,
    fin: ligne.fin,
    financement: ligne.financement,
    n: ligne.n,
  };
}
