import { jour } from "../../../values/jour.ts";
import { jugerConservations } from "../../calcul/conservations-jugees.ts";
import { defineRule } from "../../rule.ts";
import { conservationUnAn } from "../../textes/conservation.ts";
import { accordDeSuivi, sorti, trace } from "./exemples.ts";

const accord = (jusquAu: string, signeLe: string | null) =>
  accordDeSuivi({
    ...trace("2022-06-30"),
    jusquAu: jour(jusquAu),
    signeLe: signeLe === null ? null : jour(signeLe),
  });

export default defineRule({
  id: "D15",
  statement:
    "Après le bilan, on ne garde que la synthèse communiquée et ce qu’un accord écrit de suivi couvre, un an au plus.",
  gravite: "critique",
  effet: "tache",
  questions: ["Q16"],
  sources: [conservationUnAn],
  inForce: { from: jour("2019-01-01"), until: jour("2023-12-31"), repere: "fin" },
  remede: "l’accord écrit existe au terme, dure un an au plus, et ce qu’il garde est détruit à sa fin.",
  evaluate: jugerConservations,
  examples: [
    {
      cas: "un an juste",
      etat: { ...sorti("2022-06-30"), conservations: [accord("2023-06-30", "2022-06-30")] },
      au: "2022-07-01",
      attendu: "conforme",
    },
    {
      cas: "un jour de plus qu’un an",
      etat: { ...sorti("2022-06-30"), conservations: [accord("2023-07-01", "2022-06-30")] },
      au: "2022-07-01",
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "le dernier jour de l’année",
      etat: { ...sorti("2022-06-30"), conservations: [accord("2023-06-30", "2022-06-30")] },
      au: "2023-06-30",
      attendu: "indetermine",
    },
    {
      cas: "accord fini la veille du changement",
      etat: { ...sorti("2022-12-30"), conservations: [accord("2025-12-30", "2022-12-30")] },
      au: "2024-03-01",
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "accord qui courait encore le 31 décembre 2023",
      etat: { ...sorti("2022-12-31"), conservations: [accord("2025-12-31", "2022-12-31")] },
      au: "2024-03-01",
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "sans accord écrit",
      etat: { ...sorti("2023-06-30"), conservations: [accord("2024-06-30", null)] },
      au: "2023-07-01",
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "rien n’est conservé", etat: sorti("2022-06-30"), attendu: "sans_objet" },
  ],
});
