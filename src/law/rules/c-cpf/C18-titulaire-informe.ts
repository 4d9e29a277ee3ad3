import { LIBELLES_MOTIF } from "../../calcul/motif-sortie.ts";
import { formatTaux } from "../../calcul/taux-realisation.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { sansCommandeVivante } from "./cpf.ts";
import { payePar, serviceFait } from "./exemples.ts";

export default defineRule({
  id: "C18",
  statement:
    "La personne connaît le motif et le taux déclarés, et sait qu’elle peut réclamer auprès de la Caisse des Dépôts.",
  gravite: "mineure",
  effet: "trace",
  questions: ["Q9"],
  sources: [webinaire(9)],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "fin" },
  avant: AVANT_LES_REPONSES,
  reserve:
    "La réponse officielle ouvre la réclamation à la personne ; que l’organisme doive le lui dire est notre lecture.",
  remede: "la personne a reçu le motif, le taux et l’adresse de la réclamation.",
  evaluate: (etat) => {
    const dehors = sansCommandeVivante(etat);
    if (dehors !== null) return dehors;
    const sortie = etat.serviceFait;
    if (sortie === null)
      return indetermine("Le service fait, à porter à la connaissance de la personne.", {
        acte: "declarerServiceFait",
      });
    const declare = `« ${LIBELLES_MOTIF[sortie.motif]} », ${formatTaux(sortie.tauxDeclare)}`;
    return sortie.titulaireInforme
      ? conforme(`La personne connaît la sortie déclarée : ${declare}.`)
      : nonConforme(`Rien ne dit que la personne connaît la sortie déclarée : ${declare}.`);
  },
  examples: [
    { cas: "personne informée", etat: {}, attendu: "conforme" },
    {
      cas: "personne non informée",
      etat: serviceFait({ titulaireInforme: false }),
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "service fait à déclarer", etat: { serviceFait: null }, attendu: "indetermine" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
