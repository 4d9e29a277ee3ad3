import { formatJour } from "../../../values/dates-fr.ts";
import { ajouterMois, anneeDe, type Jour } from "../../../values/jour.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import type { Etat } from "../../etat.ts";
import { valeurOuPremiere } from "../../parameter.ts";
import { repetitionBilans } from "../../parameters/repetition-bilans.ts";
import { jourDeLaDemande, jourDuDebut } from "../../reference-day.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";

const DOUZE_MOIS =
  "La réponse officielle parle de « la même année » ; la compter sur douze mois est notre lecture.";

/** A second bilan within twelve months rests on reasons that the person gives, written before it begins (question 21). */
export function jugerRepetition(etat: Etat, au: Jour): Verdict {
  const arret = sansSuite(etat);
  if (arret !== null) return sansObjet(arret);
  if (etat.financement === null) return indetermine("Qui finance le bilan.", { acte: "arreterFinancement" });
  const anterieur = etat.financement.bilanAnterieur;
  if (anterieur === null) {
    return indetermine("La réponse de la personne : a-t-elle déjà suivi un bilan ?", {
      acte: "arreterFinancement",
    });
  }
  if (anterieur.declare === "aucun") return sansObjet("La personne déclare n’avoir suivi aucun autre bilan.");
  const demande = jourDeLaDemande(etat) ?? au;
  const precedent = anterieur.termineLe ?? anterieur.financeLe;
  if (precedent === null) return indetermine("La date du bilan antérieur.", { acte: "corrigerFait" });
  const mois = valeurOuPremiere(repetitionBilans, demande).value;
  if (demande >= ajouterMois(precedent, mois)) {
    return sansObjet(`Le bilan antérieur, du ${formatJour(precedent)}, date de plus de douze mois.`);
  }
  const raison = etat.justificationRepetition?.motif ?? anterieur.justification;
  if (raison !== null && raison.trim() !== "") {
    return conforme("La personne a donné la raison d’un second bilan en moins de douze mois.");
  }
  const debut = jourDuDebut(etat);
  if (debut === null) {
    return indetermine("La raison, donnée par la personne, d’un second bilan en moins de douze mois.", {
      echeance: etat.commande?.debutPrevu ?? undefined,
      acte: "justifierRepetition",
    });
  }
  const ecart = `Un bilan du ${formatJour(precedent)} a précédé cette demande de moins de douze mois, et aucune raison n’est consignée.`;
  return anneeDe(precedent) === anneeDe(demande) ? nonConforme(ecart) : nonConforme(ecart, DOUZE_MOIS);
}
