import type { Jour } from "../../../values/jour.ts";
import { enumeration } from "../../calcul/phrases.ts";
import type { Etat } from "../../etat.ts";
import { argentPublic } from "../../financeurs.ts";
import { type Mention, manquantes } from "../../listes/mention.ts";
import { jourDeReference } from "../../reference-day.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { financementInconnu } from "./engagement.ts";
import { offresLues, tenuAuReferentiel } from "./offre.ts";

/** The answer of the référentiel's rules to a dossier that no public money pays; null when they apply. */
export function horsReferentiel(etat: Etat, au: Jour): Verdict | null {
  if (argentPublic(etat) || tenuAuReferentiel(etat, jourDeReference(etat, "demande", au))) return null;
  if (etat.financement === null) return financementInconnu;
  return sansObjet(
    "Fonds privés et aucun certificat en cours : le référentiel national qualité n’est pas exigé.",
  );
}

/** Indicator 1 of the référentiel, with the mentions of one of its versions. */
export function fichePublique(etat: Etat, au: Jour, mentions: readonly Mention[]): Verdict {
  const dehors = horsReferentiel(etat, au);
  if (dehors !== null) return dehors;
  const offres = offresLues(etat);
  for (const o of offres) {
    const absentes = manquantes(mentions, o.mentions);
    if (absentes.length > 0) {
      return nonConforme(`La fiche « ${o.intitule} » ne dit pas ${enumeration(absentes)}.`);
    }
  }
  return offres.length === 0
    ? indetermine("La fiche publique de l’offre proposée à la personne.")
    : conforme("La fiche publique dit ce que le référentiel national qualité demande.");
}
