import { type Selectable, sql } from "kysely";
import {
  formeCherchee,
  lireReference,
  normaliserRecherche,
  type ReferenceCherchee,
} from "../../values/recherche.ts";
import type { Tx } from "../connexion.ts";
import type { TableDossier } from "../tables/dossier.ts";
import { type ResumeDossier, SANS_ECHEANCE } from "./resume.ts";

/** What a list may be narrowed by; every member that is given must hold. */
export interface FiltreDossiers {
  readonly etape?: string | undefined;
  readonly conseiller?: string | undefined;
  readonly financement?: string | undefined;
  /** Whether something is left open on that side. */
  readonly suspens?: "a_repondu" | "attend_reponse" | "a_signer" | undefined;
  /**
   * Beginning of any word of the name, or of words in a row, accents, case, apostrophes, hyphens and spaces left aside;
   * or a reference, whole or its number alone. Such a list is ordered by the name from that word on.
   */
  readonly nom?: string | undefined;
}

/** A row of the list. Days are `AAAA-MM-JJ`; `prochaineEcheance` is null when nothing is due; `n` counts its facts. */
export interface LigneDossier extends Omit<ResumeDossier, "beneficiaire" | "suspens"> {
  /** As the row keeps it. */
  readonly suspens: unknown;
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
export async function listerDossiers(tx: Tx, filtre: FiltreDossiers, page: Page): Promise<PageDossiers> {
  const lues = await requeteDePage(tx, await elargir(tx, filtre), page).execute();
  const lignes = lues.slice(0, page.taille);
  const derniere = lues.length > page.taille ? lignes.at(-1) : undefined;
  return {
    lignes: lignes.map(versLigne),
    suite: derniere && { rang: derniere.rang, id: derniere.id },
  };
}

interface Page {
  readonly taille: number;
  readonly apres?: Curseur | undefined;
}

/** The rows of one page and the row that follows it. */
export function requeteDePage(tx: Tx, filtre: FiltreDossiers, { taille, apres }: Page) {
  const { requete, rang, id, type } = filtrer(tx, filtre);
  return requete
    .select(COLONNES)
    .select(rang.as("rang"))
    .$if(apres !== undefined, (q) =>
      q.where(sql<boolean>`(${rang}, ${id}) > (${apres!.rang}::${sql.raw(type)}, ${apres!.id}::uuid)`),
    )
    .orderBy(rang)
    .orderBy(id)
    .limit(taille + 1);
}

/** How many dossiers answer the filter, counted no further than `jusqua`: a count costs by the row. */
export async function compterDossiers(tx: Tx, filtre: FiltreDossiers, jusqua: number): Promise<number> {
  const { nombre } = await tx.db
    .selectFrom(
      filtrer(tx, await elargir(tx, filtre))
        .requete.select("d.id")
        .limit(jusqua)
        .as("comptes"),
    )
    .select((eb) => eb.fn.countAll<number>().as("nombre"))
    .executeTakeFirstOrThrow();
  return nombre;
}

/**
 * Several words that no name has in a row are looked for apart, in any order: « Zoé Martin » finds « Éléonore Zoé Inès
 * Martin ». Asked only when nothing answers, so that the usual search costs what it did.
 */
async function elargir(tx: Tx, filtre: FiltreDossiers): Promise<FiltreDossiers & { mots?: string[] }> {
  const mots = normaliserRecherche(filtre.nom ?? "").split(" ");
  if (mots.length < 2 || lireReference(filtre.nom ?? "") !== null) return filtre;
  const prefixe = mots.join("");
  const connu = await tx.db
    .selectFrom("dossier_mot")
    .select("forme")
    .where("organisme_id", "=", tx.organismeId)
    .where("forme", ">=", prefixe)
    .where("forme", "<", apresTous(prefixe))
    .limit(1)
    .executeTakeFirst();
  return connu === undefined ? { ...filtre, mots: mots.slice(0, MOTS_AU_PLUS) } : filtre;
}

const MOTS_AU_PLUS = 8;

/** Beyond whatever begins so. Not `like`: under row-level security only operators that cannot leak use an index. */
const apresTous = (prefixe: string) => `${prefixe}\u{10ffff}`;

/** The dossiers kept, and the two values that they are ordered by. */
function filtrer(tx: Tx, filtre: FiltreDossiers & { mots?: string[] }) {
  const [reference, entier] = [lireReference(filtre.nom ?? ""), formeCherchee(filtre.nom ?? "")];
  // Of words looked for apart the longest is the rarest: the index is read from it.
  const [prefixe = entier, ...autres] = (filtre.mots ?? []).toSorted((a, b) => b.length - a.length);
  const id = sql<string>`d.id`;
  const requete = lesDossiers(tx, filtre);
  if (reference !== null) {
    const references = deReference(tx, reference);
    return {
      requete: requete.where("d.reference", "in", references),
      rang: sql<string>`d.nom_recherche`,
      id,
      type: "text",
    };
  }
  if (prefixe === "") return { requete, rang: sql<string>`d.prochaine_echeance`, id, type: "date" };
  return {
    requete: parNom(tx, filtre, prefixe, autres) as typeof requete,
    rang: sql<string>`m.forme`,
    id: sql<string>`m.dossier_id`,
    type: "text",
  };
}

function lesDossiers(tx: Tx, { etape, conseiller, financement, suspens }: FiltreDossiers) {
  return tx.db
    .selectFrom("dossier as d")
    .where("d.organisme_id", "=", tx.organismeId)
    .$if(etape !== undefined, (q) => q.where("d.etape", "=", etape!))
    .$if(conseiller !== undefined, (q) => q.where("d.conseiller", "=", conseiller!))
    .$if(financement !== undefined, (q) => q.where("d.financement", "=", financement!))
    .$if(suspens !== undefined, (q) => q.where(`d.${suspens!}`, "is not", null));
}

/**
 * Those whose name, from one of its words on, begins so: once each, at the first of the words that do; `autres` begin
 * other words of it. Names are read first and each dossier after its name (`offset 0` holds the planner to it): the other way reads all the dossiers.
 */
function parNom(tx: Tx, filtre: FiltreDossiers, prefixe: string, autres: readonly string[]) {
  return tx.db
    .selectFrom("dossier_mot as m")
    .innerJoinLateral(
      lesDossiers(tx, filtre).selectAll("d").where("d.id", "=", sql<string>`m.dossier_id`).offset(0).as("d"),
      (j) => j.onTrue(),
    )
    .where("m.organisme_id", "=", tx.organismeId)
    .where("m.forme", ">=", prefixe)
    .where("m.forme", "<", apresTous(prefixe))
    .where(({ and, exists, selectFrom }) =>
      and(
        autres.map((mot) =>
          exists(
            selectFrom("dossier_mot as autre")
              .select("autre.forme")
              .whereRef("autre.organisme_id", "=", "m.organisme_id")
              .whereRef("autre.dossier_id", "=", "m.dossier_id")
              .where("autre.forme", ">=", mot)
              .where("autre.forme", "<", apresTous(mot))
              .offset(0),
          ),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("dossier_mot as avant")
            .select("avant.forme")
            .whereRef("avant.organisme_id", "=", "m.organisme_id")
            .whereRef("avant.dossier_id", "=", "m.dossier_id")
            .where("avant.forme", ">=", prefixe)
            .whereRef("avant.forme", "<", "m.forme")
            // Read row by row, as far as the page goes.
            .offset(0),
        ),
      ),
    );
}

/** The references of that number: of that year, or of each year that gave some. */
function deReference(tx: Tx, { annee, numero }: ReferenceCherchee) {
  return tx.db
    .selectFrom("compteur_reference as c")
    .select(sql<string>`'D-' || c.annee || '-' || ${numero}::text`.as("reference"))
    .where("c.organisme_id", "=", tx.organismeId)
    .$if(annee !== null, (q) => q.where("c.annee", "=", annee!));
}

const COLONNES = [
  "d.id",
  "d.reference",
  "d.nom_affiche",
  "d.conseiller",
  "d.etape",
  "d.phase",
  "d.minutes_signees",
  "d.minutes_prevues",
  "d.prochaine_echeance",
  "d.prochain_acte",
  "d.alertes",
  "d.debut",
  "d.fin",
  "d.financement",
  "d.a_repondu",
  "d.attend_reponse",
  "d.a_signer",
  "d.suspens",
  "d.n",
] as const;

type SansPrefixe<C> = C extends `d.${infer N}` ? N : never;
type LigneLue = Pick<Selectable<TableDossier>, SansPrefixe<(typeof COLONNES)[number]> & keyof TableDossier>;

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
    aReponduLe: ligne.a_repondu,
    attendReponseLe: ligne.attend_reponse,
    aSignerLe: ligne.a_signer,
    suspens: ligne.suspens,
    n: ligne.n,
  };
}
