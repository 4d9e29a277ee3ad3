import { jour } from "../../../values/jour.ts";
import { enumeration } from "../../calcul/phrases.ts";
import { AVANTAGES } from "../../lexique/avantages.ts";
import { motsDeLOffre } from "../../lexique/mots-de-l-offre.ts";
import { defineRule } from "../../rule.ts";
import { prospectionInterdite } from "../../textes/contrat.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { horsCpf } from "../c-cpf/cpf.ts";
import { demande, financement, offre } from "./exemples.ts";
import { offresLues } from "./offre.ts";

const RELIRE = "Une liste de mots signale cette phrase ; seul un lecteur sait si elle promet un avantage.";

export default defineRule({
  id: "B06",
  statement: "Ni cadeau, ni vente promotionnelle, ni récompense en échange d’une inscription.",
  gravite: "critique",
  effet: "bloque",
  questions: [],
  sources: [prospectionInterdite],
  // The version that was read; whether the one of December 2022 already said it is not known.
  inForce: { from: jour("2023-06-11"), until: null, repere: "demande" },
  avant: "La version de l’article L6323-8-1 qui a été lue est en vigueur depuis le 11 juin 2023.",
  remede: "rien n’est promis ni donné en échange de l’inscription, et l’offre n’en dit rien.",
  evaluate: (etat) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    if (etat.demande === null) {
      return indetermine("La demande, et ce qui a été promis avec elle.", { acte: "noterDemande" });
    }
    if (etat.demande.avantage !== null) {
      return nonConforme(`Un avantage a été promis : « ${etat.demande.avantage} ».`);
    }
    for (const o of offresLues(etat)) {
      const mots = motsDeLOffre(o, AVANTAGES);
      if (mots.length > 0) {
        const cites = enumeration(mots.map((m) => `« ${m} »`));
        return nonConforme(`L’offre « ${o.intitule} » semble promettre un avantage : ${cites}.`, RELIRE);
      }
    }
    return conforme("Rien n’a été promis en échange de l’inscription.");
  },
  examples: [
    { cas: "rien de promis", etat: {}, attendu: "conforme" },
    {
      cas: "une carte cadeau promise",
      etat: demande({ avantage: "carte cadeau de 50 €" }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "« tablette offerte » dans l’offre",
      etat: offre({ texte: "Trois phases, et une tablette offerte." }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "« entretien offert »",
      etat: offre({ texte: "Premier entretien offert, puis trois phases." }),
      attendu: "conforme",
    },
    { cas: "aucune demande notée", etat: { demande: null }, attendu: "indetermine" },
    {
      cas: "la personne paie elle-même",
      etat: financement({ financeurs: ["fonds_propres"] }),
      attendu: "sans_objet",
    },
  ],
});
