import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import type { Beneficiaire } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { eligibiliteTitulaire } from "../../textes/cpf.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { horsCpf } from "./cpf.ts";
import { PAS_COMMENCE, payePar } from "./exemples.ts";

const personne = (b: Partial<Beneficiaire>) => ({ beneficiaire: { ...BILAN.beneficiaire, ...b } });

export default defineRule({
  id: "C27",
  statement:
    "La personne peut utiliser son CPF : elle n’est pas retraitée ; si elle est mineure, son tuteur est d’accord.",
  gravite: "critique",
  effet: "alerte",
  questions: ["Q15"],
  sources: [eligibiliteTitulaire],
  inForce: { from: jour("2023-12-14"), until: null, repere: "demande" },
  avant: "Avant les conditions du 14 décembre 2023, aucune vérification par l’organisme n’a été lue.",
  reserve: "Cette vérification est rapportée par des comptes rendus des CGU ; leur texte n’a pas été lu.",
  remede: "la personne n’est pas retraitée, et l’accord du tuteur d’un mineur est consigné.",
  evaluate: (etat) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    const { statut, mineur, accordTuteur } = etat.beneficiaire;
    if (statut === "retraite") {
      return nonConforme("La personne est retraitée : son CPF ne peut pas payer un bilan.");
    }
    if (mineur && !accordTuteur) {
      return etat.commande === null
        ? indetermine("L’accord du tuteur, avant toute commande : la personne est mineure.", {
            acte: "recueillirConsentement",
          })
        : nonConforme("La personne est mineure, et l’accord de son tuteur n’est pas consigné.");
    }
    return conforme("Rien ne s’oppose à ce que la personne utilise son CPF.");
  },
  examples: [
    { cas: "salariée majeure", etat: {}, attendu: "conforme" },
    { cas: "retraitée", etat: personne({ statut: "retraite" }), attendu: "non_conforme", reserve: true },
    { cas: "mineur sans accord", etat: personne({ mineur: true }), attendu: "non_conforme", reserve: true },
    { cas: "mineur avec accord", etat: personne({ mineur: true, accordTuteur: true }), attendu: "conforme" },
    {
      cas: "mineur, pas encore de commande",
      etat: { ...PAS_COMMENCE, ...personne({ mineur: true }), commande: null },
      attendu: "indetermine",
    },
    {
      cas: "retraitée qui paie elle-même",
      etat: { ...personne({ statut: "retraite" }), ...payePar("fonds_propres") },
      attendu: "sans_objet",
    },
  ],
});
