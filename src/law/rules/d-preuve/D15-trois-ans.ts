import { jour } from "../../../values/jour.ts";
import { jugerConservations } from "../../calcul/conservations-jugees.ts";
import { defineRule } from "../../rule.ts";
import { conservationTroisAns, decretConservation } from "../../textes/conservation.ts";
import { accordDeSuivi, communication, enCours } from "./exemples.ts";

export default defineRule({
  id: "D15",
  statement:
    "Après le bilan, on ne garde que la synthèse communiquée et ce qu’un accord écrit de suivi couvre, trois ans au plus.",
  gravite: "critique",
  effet: "tache",
  questions: ["Q16"],
  sources: [conservationTroisAns, decretConservation],
  inForce: { from: jour("2023-12-31"), until: null, repere: "fin" },
  remede: "l’accord écrit existe au terme, dure trois ans au plus, et ce qu’il garde est détruit à sa fin.",
  evaluate: jugerConservations,
  examples: [
    { cas: "rien n’est conservé", etat: {}, attendu: "sans_objet" },
    {
      cas: "accord signé au terme, trois ans juste",
      etat: { conservations: [accordDeSuivi()] },
      attendu: "conforme",
    },
    {
      cas: "un jour de plus que trois ans",
      etat: { conservations: [accordDeSuivi({ jusquAu: jour("2029-11-17") })] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "accord non signé",
      etat: { conservations: [accordDeSuivi({ signeLe: null })] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "accord non signé, le jour du terme",
      etat: { conservations: [accordDeSuivi({ signeLe: null })] },
      au: "2026-11-16",
      attendu: "indetermine",
    },
    {
      cas: "accord non signé, bilan en cours",
      etat: { ...enCours(6), conservations: [accordDeSuivi({ signeLe: null })] },
      au: "2026-11-03",
      attendu: "indetermine",
    },
    {
      cas: "accord signé le lendemain du terme",
      etat: { conservations: [accordDeSuivi({ signeLe: jour("2026-11-17") })] },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "synthèse communiquée au CEP",
      etat: {
        ...communication({}),
        conservations: [accordDeSuivi({ base: "communication_l6313_4", signeLe: null })],
      },
      attendu: "conforme",
    },
    {
      cas: "synthèse gardée sans avoir été communiquée",
      etat: { conservations: [accordDeSuivi({ base: "communication_l6313_4", signeLe: null })] },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "documents de travail gardés sur la seule communication",
      etat: {
        ...communication({}),
        conservations: [
          accordDeSuivi({ base: "communication_l6313_4", documents: ["documents_de_travail"] }),
        ],
      },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "le dernier jour des trois ans",
      etat: { conservations: [accordDeSuivi()] },
      au: "2029-11-16",
      attendu: "indetermine",
    },
    {
      cas: "le lendemain des trois ans, rien n’est détruit",
      etat: { conservations: [accordDeSuivi()] },
      au: "2029-11-17",
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "détruit le dernier jour",
      etat: { conservations: [accordDeSuivi({ detruitLe: jour("2029-11-16") })] },
      au: "2030-01-02",
      attendu: "conforme",
    },
    {
      cas: "accord retiré, rien n’est détruit le lendemain",
      etat: { conservations: [accordDeSuivi({ retireLe: jour("2027-03-01") })] },
      au: "2027-03-02",
      attendu: "non_conforme",
      reserve: true,
    },
  ],
});
