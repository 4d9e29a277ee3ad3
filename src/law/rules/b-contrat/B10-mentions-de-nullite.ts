import { jour } from "../../../values/jour.ts";
import { enumeration } from "../../calcul/phrases.ts";
import { payeElleMeme } from "../../financeurs.ts";
import { manquantes } from "../../listes/mention.ts";
import { MENTIONS_CONTRAT } from "../../listes/mentions-contrat.ts";
import { defineRule } from "../../rule.ts";
import { mentionsDeNullite } from "../../textes/contrat.ts";
import { conforme, nonConforme, sansObjet } from "../../verdict.ts";
import { enAttente, financementInconnu } from "./engagement.ts";
import { CONTRAT, PAS_COMMENCE, parLaPersonne, SANS_SUITE } from "./exemples.ts";

export default defineRule({
  id: "B10",
  statement:
    "Le contrat de la personne qui paie elle-même porte les cinq mentions exigées à peine de nullité.",
  gravite: "critique",
  effet: "bloque",
  questions: [],
  sources: [mentionsDeNullite],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: "un contrat qui porte les cinq mentions remplace celui-ci.",
  evaluate: (etat) => {
    if (etat.financement === null) return financementInconnu;
    if (!payeElleMeme(etat)) return sansObjet("La personne ne paie pas ce bilan à titre individuel.");
    if (etat.contrat === null) {
      return enAttente(etat, "Le contrat, avec ses cinq mentions.", { acte: "signerContrat" });
    }
    const absentes = manquantes(MENTIONS_CONTRAT, etat.contrat.mentions);
    return absentes.length === 0
      ? conforme("Le contrat porte les cinq mentions.")
      : nonConforme(`Il manque au contrat, à peine de nullité : ${enumeration(absentes)}.`);
  },
  examples: [
    { cas: "les cinq mentions", etat: parLaPersonne({}), attendu: "conforme" },
    {
      cas: "sans les conditions d’un arrêt anticipé",
      etat: parLaPersonne({ mentions: CONTRAT.mentions.filter((m) => m !== "paiement") }),
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "aucune mention", etat: parLaPersonne({ mentions: [] }), attendu: "non_conforme" },
    { cas: "pas de contrat", etat: { ...parLaPersonne(null), ...PAS_COMMENCE }, attendu: "indetermine" },
    { cas: "sans suite", etat: { ...parLaPersonne(null), ...SANS_SUITE }, attendu: "sans_objet" },
    { cas: "payé par le CPF", etat: {}, attendu: "sans_objet" },
  ],
});
