import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { defineRule } from "../../rule.ts";
import { prospectionInterdite } from "../../textes/contrat.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { financementInconnu } from "./engagement.ts";
import { demande, financement } from "./exemples.ts";

export default defineRule({
  id: "B05",
  statement: "Un titulaire de CPF n’est démarché ni par téléphone, ni par message, ni par réseau social.",
  gravite: "critique",
  effet: "bloque",
  questions: [],
  sources: [prospectionInterdite],
  inForce: { from: jour("2022-12-21"), until: null, repere: "demande" },
  avant: "L’article L6323-8-1 n’interdit la prospection que depuis le 21 décembre 2022.",
  remede:
    "la demande vient de la personne, ou d’un tiers qu’elle a consulté ; sinon, le CPF n’est pas utilisé.",
  evaluate: (etat) => {
    if (etat.demande === null) return indetermine("L’origine de la demande.", { acte: "noterDemande" });
    if (etat.demande.origine !== "demarchage") return conforme("La demande ne vient pas d’un démarchage.");
    if (etat.financement === null) return financementInconnu;
    return etat.financement.financeurs.includes("cpf")
      ? nonConforme("La personne a été démarchée, et son CPF paie le bilan.")
      : sansObjet("L’interdiction protège les titulaires de CPF ; le CPF ne paie pas ce bilan.");
  },
  examples: [
    { cas: "la personne a appelé", etat: {}, attendu: "conforme" },
    { cas: "envoyée par le CEP", etat: demande({ origine: "cep" }), attendu: "conforme" },
    {
      cas: "démarchée",
      etat: demande({ origine: "demarchage" }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "démarchée, financement encore inconnu",
      etat: { ...demande({ origine: "demarchage" }), financement: null },
      attendu: "indetermine",
    },
    {
      cas: "démarchée, payée par son employeur",
      etat: { ...demande({ origine: "demarchage" }), ...financement({ financeurs: ["employeur"] }) },
      attendu: "sans_objet",
    },
    {
      cas: "aucune demande notée",
      etat: { demande: null, commande: BILAN.commande },
      attendu: "indetermine",
    },
  ],
});
