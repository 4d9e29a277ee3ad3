import { formatJour } from "../../../values/dates-fr.ts";
import { ajouterAnnees, type Jour } from "../../../values/jour.ts";
import { enumeration } from "../../calcul/phrases.ts";
import type { Etat, Indicateur } from "../../etat.ts";
import { conforme, indetermine, nonConforme, type Verdict } from "../../verdict.ts";
import { horsReferentiel } from "./fiche-publique.ts";

/** First day of the first certificate for bilans: « nouvel entrant » for a year from there (guide V9). */
function entreLe(etat: Etat): Jour | null {
  let premier: Jour | null = null;
  for (const c of etat.organisme.certificats) {
    if (c.categories.includes("bilan") && (premier === null || c.du < premier)) premier = c.du;
  }
  return premier;
}

/** Indicator 2 of the référentiel; `incomplet` says what one figure lacks, or null. */
export function indicateursPublies(
  etat: Etat,
  au: Jour,
  incomplet: (i: Indicateur) => Verdict | null,
): Verdict {
  const dehors = horsReferentiel(etat, au);
  if (dehors !== null) return dehors;
  const { indicateurs } = etat.organisme;
  for (const i of indicateurs) {
    const manque = incomplet(i);
    if (manque !== null) return manque;
  }
  if (indicateurs.length > 0)
    return conforme("Les résultats sont publiés, avec leur période et le nombre de personnes.");
  const entree = entreLe(etat);
  const echeance = entree === null ? null : ajouterAnnees(entree, 1);
  return echeance !== null && au < echeance
    ? indetermine(`Les premiers résultats, à publier avant le ${formatJour(echeance)}.`, { echeance })
    : nonConforme("Aucun indicateur de résultat n’est publié.");
}

const USAGE =
  "La période et le nombre de personnes sont ce que les auditeurs attendent ; le référentiel ne les nomme pas.";

/** What most auditors expect of a figure: whom and when it speaks of. */
export function sansContexte(i: Indicateur): Verdict | null {
  const absents: string[] = [];
  if (i.population === null) absents.push("le nombre de personnes");
  if (i.periode === null) absents.push("la période");
  return absents.length === 0
    ? null
    : nonConforme(`L’indicateur « ${i.nom} » est publié sans ${enumeration(absents)}.`, USAGE);
}
