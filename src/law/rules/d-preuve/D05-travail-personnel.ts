import { BILAN } from "../../bilan-exemple.ts";
import { prudentHorsCpf } from "../../calcul/attente-de-la-cdc.ts";
import { estPartiel, finPrevue, sansSuite, termeDepasse } from "../../calcul/deroulement.ts";
import type { TestUtilise } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { abandon, enCours, trace } from "./exemples.ts";

// Q18: « tout élément fourni par la personne et/ou recueilli par l’organisme ».
const RECUEILLI =
  "Un test est au dossier : la réponse officielle accepte tout élément fourni ou recueilli qui a permis la synthèse.";

const QUESTIONNAIRE_INTERETS: TestUtilise = {
  ...trace("2026-10-26"),
  instrument: "Questionnaire d’intérêts",
  reserve: "aucune",
  intervenant: "nadia",
  consentement: true,
};

export default defineRule({
  id: "D05",
  statement: "Le travail personnel qui a nourri la synthèse laisse une trace au dossier, sans forme imposée.",
  gravite: "mineure",
  effet: "alerte",
  questions: ["Q18"],
  sources: [webinaire(18)],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "debut" },
  avant: AVANT_LES_REPONSES,
  remede: "un travail de la personne au moins est noté : sa nature et sa date, jamais son contenu.",
  evaluate: (etat, au) => {
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    const n = etat.travaux.length;
    if (n > 0) return conforme(`Travaux de la personne au dossier : ${n}.`);
    if (etat.devis.at(-1)?.travailPersonnel === 0) return sansObjet("Aucun travail personnel n’est prévu.");
    if (estPartiel(etat)) return sansObjet("Le bilan s’est arrêté avant sa synthèse.");
    if (termeDepasse(etat, au)) {
      const ecart = "Le bilan est terminé et aucun travail de la personne n’est noté au dossier.";
      if (etat.tests.length > 0) return nonConforme(ecart, RECUEILLI);
      return prudentHorsCpf(etat, nonConforme(ecart));
    }
    const manque = "Un travail de la personne : enquête, exercice, recherche, quelle qu’en soit la forme.";
    return indetermine(manque, { echeance: finPrevue(etat), acte: "verserTravail" });
  },
  examples: [
    { cas: "une enquête auprès d’un professionnel", etat: {}, attendu: "conforme" },
    { cas: "terminé sans aucune trace", etat: { travaux: [] }, attendu: "non_conforme", reserve: false },
    {
      cas: "aucun travail noté, mais un test recueilli par l’organisme",
      etat: { travaux: [], tests: [QUESTIONNAIRE_INTERETS] },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "terminé sans aucune trace, payé par un FAF",
      etat: { travaux: [], financement: { ...BILAN.financement!, financeurs: ["faf"] } },
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "le jour du terme", etat: { travaux: [] }, au: "2026-11-16", attendu: "indetermine" },
    { cas: "bilan en cours", etat: enCours(4), au: "2026-10-20", attendu: "indetermine" },
    {
      cas: "aucun travail personnel prévu au devis",
      etat: {
        travaux: [],
        devis: [{ ...BILAN.devis[0]!, travailPersonnel: 0 as (typeof BILAN.devis)[0]["travailPersonnel"] }],
      },
      attendu: "sans_objet",
    },
    { cas: "abandon", etat: abandon(4), attendu: "sans_objet" },
  ],
});
