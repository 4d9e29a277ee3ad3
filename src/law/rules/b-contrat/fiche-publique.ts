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

/** What the version of 2026 adds holds at an audit; that we ask it from the day of the request is our reading. */
export const TENU_A_L_AUDIT =
  "Le référentiel de 2026 vaut pour les audits tenus depuis le 1er novembre 2026. Le demander dès cette date à chaque dossier est notre lecture.";

/** Indicator 1 of the référentiel; `ajoutees` are the mentions that its last version added, which only warn. */
export function fichePublique(
  etat: Etat,
  au: Jour,
  mentions: readonly Mention[],
  ajoutees: readonly Mention[] = [],
): Verdict {
  const dehors = horsReferentiel(etat, au);
  if (dehors !== null) return dehors;
  const offres = offresLues(etat);
  const manque = (liste: readonly Mention[], reserve?: string): Verdict | null => {
    for (const o of offres) {
      const absentes = manquantes(liste, o.mentions);
      if (absentes.length > 0) {
        return nonConforme(`La fiche « ${o.intitule} » ne dit pas ${enumeration(absentes)}.`, reserve);
      }
    }
    return null;
  };
  const trouve = manque(mentions) ?? manque(ajoutees, TENU_A_L_AUDIT);
  if (trouve !== null) return trouve;
  return offres.length === 0
    ? indetermine("La fiche publique de l’offre proposée à la personne.")
    : conforme("La fiche publique dit ce que le référentiel national qualité demande.");
}
