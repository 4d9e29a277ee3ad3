import { BILAN } from "../../bilan-exemple.ts";
import { prudentHorsCpf } from "../../calcul/attente-de-la-cdc.ts";
import { estPartiel, finPrevue, sansSuite, termeDepasse } from "../../calcul/deroulement.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { abandon, enCours } from "./exemples.ts";

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
      return prudentHorsCpf(
        etat,
        nonConforme("Le bilan est terminé et aucun travail de la personne n’est noté au dossier."),
      );
    }
    const manque = "Un travail de la personne : enquête, exercice, recherche, quelle qu’en soit la forme.";
    return indetermine(manque, { echeance: finPrevue(etat), acte: "verserTravail" });
  },
  examples: [
    { cas: "une enquête auprès d’un professionnel", etat: {}, attendu: "conforme" },
    { cas: "terminé sans aucune trace", etat: { travaux: [] }, attendu: "non_conforme", reserve: false },
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
