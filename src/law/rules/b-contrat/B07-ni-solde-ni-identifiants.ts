import { jour } from "../../../values/jour.ts";
import { defineRule } from "../../rule.ts";
import { connexionParLaPersonne, prospectionInterdite } from "../../textes/contrat.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { horsCpf } from "../c-cpf/cpf.ts";
import { demande, financement } from "./exemples.ts";

const HORS_DEMARCHAGE =
  "L’article L6323-8-1 vise la collecte lors d’une prospection ; hors prospection, l’interdiction est notre lecture.";

export default defineRule({
  id: "B07",
  statement: "On ne demande à la personne ni le solde de son CPF ni ses identifiants.",
  gravite: "critique",
  effet: "bloque",
  questions: [],
  sources: [prospectionInterdite, connexionParLaPersonne],
  inForce: { from: jour("2022-12-21"), until: null, repere: "demande" },
  avant: "L’article L6323-8-1 n’interdit cette collecte que depuis le 21 décembre 2022.",
  remede: "la personne se connecte elle-même à son compte, et ni solde ni identifiant ne lui est demandé.",
  evaluate: (etat) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    if (etat.demande === null)
      return indetermine("Ce qui a été demandé à la personne.", { acte: "noterDemande" });
    const { donneesDemandees, origine } = etat.demande;
    const identifiants = donneesDemandees.includes("identifiants_cpf");
    if (!identifiants && !donneesDemandees.includes("solde_cpf")) {
      return conforme("Ni le solde du CPF ni les identifiants n’ont été demandés.");
    }
    const phrase = identifiants
      ? "Les identifiants de son CPF ont été demandés à la personne."
      : "Le solde de son CPF a été demandé à la personne.";
    return origine === "demarchage" ? nonConforme(phrase) : nonConforme(phrase, HORS_DEMARCHAGE);
  },
  examples: [
    { cas: "identité et parcours seulement", etat: {}, attendu: "conforme" },
    {
      cas: "identifiants demandés lors d’un démarchage",
      etat: demande({ origine: "demarchage", donneesDemandees: ["identifiants_cpf"] }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "solde demandé à une personne qui appelait",
      etat: demande({ donneesDemandees: ["identite", "solde_cpf"] }),
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "aucune demande notée", etat: { demande: null }, attendu: "indetermine" },
    {
      cas: "la personne paie elle-même",
      etat: financement({ financeurs: ["fonds_propres"] }),
      attendu: "sans_objet",
    },
  ],
});
