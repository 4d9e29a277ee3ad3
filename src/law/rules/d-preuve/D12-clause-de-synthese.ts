import { jour } from "../../../values/jour.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import type { Financeur } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { destinataireDesResultats } from "../../textes/secret.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { convention, payePar } from "./exemples.ts";

/** Payers with whom the organisation signs a convention; under the CPF the general conditions stand for it. */
const AVEC_CONVENTION: readonly Financeur[] = ["employeur", "opco", "conge_reclassement"];

export default defineRule({
  id: "D12",
  statement: "Aucune clause de la convention ne rend la synthèse due à un autre que la personne.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q22"],
  sources: [webinaire(22), destinataireDesResultats],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: "la clause est retirée de la convention avant sa signature.",
  evaluate: (etat) => {
    if (etat.convention !== null) {
      return etat.convention.clauseSynthese
        ? nonConforme("La convention prévoit de remettre la synthèse à un autre que la personne.")
        : conforme("La convention ne promet la synthèse à aucun autre que la personne.");
    }
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    const attendue =
      etat.financement !== null &&
      (etat.financement.plan || etat.financement.financeurs.some((f) => AVEC_CONVENTION.includes(f)));
    return attendue
      ? indetermine("La convention avec celui qui paie.", { acte: "transmettreConvention" })
      : sansObjet("Ce bilan n’a pas de convention.");
  },
  examples: [
    { cas: "CPF : pas de convention", etat: {}, attendu: "sans_objet" },
    { cas: "convention sans clause", etat: { ...payePar("employeur"), convention }, attendu: "conforme" },
    {
      cas: "l’employeur veut la synthèse par contrat",
      etat: { ...payePar("employeur"), convention: { ...convention, clauseSynthese: true } },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "convention à venir", etat: payePar("employeur"), attendu: "indetermine" },
    { cas: "payé par la personne", etat: payePar("fonds_propres"), attendu: "sans_objet" },
  ],
});
