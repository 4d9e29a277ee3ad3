import { BILAN } from "../../bilan-exemple.ts";
import { estPartiel, finPrevue, sansSuite } from "../../calcul/deroulement.ts";
import { enumeration } from "../../calcul/phrases.ts";
import type { PartieSynthese } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { abandon, enCours } from "./exemples.ts";

const PARTIES: readonly (readonly [PartieSynthese, string])[] = [
  ["circonstances", "les circonstances du bilan"],
  ["competences", "les compétences et aptitudes au regard des perspectives"],
  ["projet", "les éléments du projet et ses principales étapes"],
];

export default defineRule({
  id: "D07",
  statement: "La synthèse dit les circonstances, les compétences et aptitudes, le projet et ses étapes.",
  gravite: "majeure",
  effet: "bloque",
  questions: ["Q13"],
  sources: [webinaire(13)],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "fin" },
  avant: AVANT_LES_REPONSES,
  remede: "les trois parties sont dans la synthèse.",
  evaluate: (etat) => {
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    const synthese = etat.syntheses.at(-1);
    if (synthese === undefined) {
      return estPartiel(etat)
        ? sansObjet("Le bilan n’a pas été suivi jusqu’à son terme.")
        : indetermine("Les trois parties de la synthèse.", {
            echeance: finPrevue(etat),
            acte: "redigerSynthese",
          });
    }
    const absentes = PARTIES.filter(([partie]) => !synthese.parties.includes(partie)).map(([, nom]) => nom);
    if (absentes.length === 0) return conforme("Les trois parties attendues sont dans la synthèse.");
    // A draft grows part by part; what counts is the version that is handed over.
    return etat.remise === null && etat.serviceFait === null
      ? indetermine(`La synthèse ne dit pas encore ${enumeration(absentes)}.`, {
          echeance: finPrevue(etat),
          acte: "redigerSynthese",
        })
      : nonConforme(`La synthèse ne dit pas ${enumeration(absentes)}.`);
  },
  examples: [
    { cas: "les trois parties", etat: {}, attendu: "conforme" },
    {
      cas: "sans les étapes du projet",
      etat: { syntheses: [{ ...BILAN.syntheses[0]!, parties: ["circonstances", "competences"] }] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "une nouvelle version complète la première",
      etat: {
        syntheses: [
          { ...BILAN.syntheses[0]!, parties: ["projet"] },
          { ...BILAN.syntheses[0]!, version: 2 },
        ],
      },
      attendu: "conforme",
    },
    {
      cas: "un brouillon, avant la remise",
      etat: { ...enCours(7), syntheses: [{ ...BILAN.syntheses[0]!, parties: ["circonstances"] }] },
      au: "2026-11-06",
      attendu: "indetermine",
    },
    { cas: "pas encore écrite", etat: enCours(7), au: "2026-11-06", attendu: "indetermine" },
    { cas: "abandon", etat: abandon(4), attendu: "sans_objet" },
  ],
});
