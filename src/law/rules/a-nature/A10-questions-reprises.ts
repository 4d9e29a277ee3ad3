import { formatJour } from "../../../values/dates-fr.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { estClos } from "../../calcul/clos.ts";
import { estPartiel, sansSuite } from "../../calcul/deroulement.ts";
import { premiereSeance, SUITE_DU_PRELIMINAIRE } from "../../calcul/premiere-seance.ts";
import type { Etat } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { abandon, enCours, jamaisCommence, trace } from "../d-preuve/exemples.ts";

const [ENTRETIEN, PRELIMINAIRE] = [BILAN.questionnaires[0]!, BILAN.questionnaires[1]!];

const COMPARAISON =
  "La réponse officielle demande de reprendre les questions en partie ; comparer les réponses est notre façon de le montrer.";

/** « … et le conseiller a changé », when another person leads the bilan than the one of the interview. */
function changement(etat: Etat): string {
  const suite = premiereSeance(etat, "tenue", ["preliminaire"]);
  const change =
    etat.entretien !== null && suite !== null && suite.intervenant !== etat.entretien.intervenant;
  return change ? " Le conseiller a pourtant changé depuis l’entretien." : "";
}

export default defineRule({
  id: "A10",
  statement:
    "Les questions de l’entretien préalable sont reprises, au moins en partie, pendant la phase préliminaire.",
  gravite: "mineure",
  effet: "alerte",
  questions: ["Q3", "Q4"],
  sources: [webinaire(3), webinaire(4)],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "debut" },
  avant: AVANT_LES_REPONSES,
  remede: "le questionnaire est repris avec la personne en phase préliminaire et comparé au premier.",
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    const suite = premiereSeance(etat, "tenue", SUITE_DU_PRELIMINAIRE);
    const repris = etat.questionnaires.findLast((q) => q.moment === "preliminaire");
    if (repris === undefined) {
      if (suite !== null) {
        return nonConforme(
          `Les questions n’ont pas été reprises avant la séance du ${formatJour(suite.date)}.${changement(etat)}`,
        );
      }
      if (estPartiel(etat) || estClos(etat, au)) {
        return sansObjet("Le bilan s’est arrêté pendant la phase préliminaire.");
      }
      return indetermine("Les questions reprises en phase préliminaire.", {
        echeance: premiereSeance(etat, "prevue", SUITE_DU_PRELIMINAIRE)?.date,
        acte: "remplirQuestionnaire",
      });
    }
    const premier = etat.questionnaires.findLast((q) => q.moment === "entretien");
    if (premier === undefined)
      return conforme("Les questions de découverte ont été posées en phase préliminaire.");
    if (premier.rubriques.length > 0 && !premier.rubriques.some((r) => repris.rubriques.includes(r))) {
      return nonConforme(
        `Le questionnaire du ${formatJour(repris.date)} ne reprend aucune question de celui du ${formatJour(premier.date)}.`,
      );
    }
    if (!repris.compare) {
      return nonConforme(
        `Les réponses du ${formatJour(premier.date)} et du ${formatJour(repris.date)} n’ont pas été comparées.${changement(etat)}`,
        COMPARAISON,
      );
    }
    return conforme("Les questions ont été reprises et les réponses comparées.");
  },
  examples: [
    { cas: "reprises et comparées", etat: {}, attendu: "conforme" },
    {
      cas: "reprises, pas comparées",
      etat: { questionnaires: [ENTRETIEN, { ...PRELIMINAIRE, compare: false }] },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "jamais reprises",
      etat: { questionnaires: [ENTRETIEN] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "jamais reprises, conseiller changé",
      etat: {
        questionnaires: [ENTRETIEN],
        entretien: { ...BILAN.entretien!, intervenant: "paul" },
      },
      attendu: "non_conforme",
    },
    {
      cas: "aucune question commune",
      etat: { questionnaires: [ENTRETIEN, { ...PRELIMINAIRE, rubriques: ["mobilite"] }] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "une partie seulement est reprise",
      etat: { questionnaires: [ENTRETIEN, { ...PRELIMINAIRE, rubriques: ["parcours"] }] },
      attendu: "conforme",
    },
    {
      cas: "première séance tenue, questions à reprendre",
      etat: { ...enCours(1), questionnaires: [ENTRETIEN] },
      au: "2026-09-29",
      attendu: "indetermine",
    },
    {
      cas: "questions posées seulement en phase préliminaire",
      etat: { questionnaires: [{ ...PRELIMINAIRE, ...trace("2026-10-05") }] },
      attendu: "conforme",
    },
    {
      cas: "abandon après la première séance",
      etat: { ...abandon(1), questionnaires: [] },
      attendu: "sans_objet",
    },
    { cas: "commande annulée", etat: { ...jamaisCommence, questionnaires: [] }, attendu: "sans_objet" },
  ],
});
