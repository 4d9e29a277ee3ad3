import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { defineRule } from "../../rule.ts";
import {
  DEBUT_CERTIFICATION,
  DEBUT_REFERENTIEL_2026,
  guideDeLectureV9,
  referentielQualite,
} from "../../textes/contrat.ts";
import { financement, organisme } from "./exemples.ts";
import { indicateursPublies, sansContexte } from "./indicateurs.ts";

const certificat = (du: string) => ({ certificats: [{ ...BILAN.organisme.certificats[0]!, du: jour(du) }] });
const publie = BILAN.organisme.indicateurs[0]!;

export default defineRule({
  id: "B02",
  statement: "Des indicateurs de résultats sont publiés.",
  gravite: "mineure",
  effet: "tache",
  questions: [],
  sources: [referentielQualite, guideDeLectureV9],
  inForce: { from: DEBUT_CERTIFICATION, until: DEBUT_REFERENTIEL_2026, repere: "demande" },
  avant: "Aucune certification n’était exigée avant le 1er janvier 2022.",
  remede: "au moins un résultat est publié, avec sa période et le nombre de personnes qu’il compte.",
  evaluate: (etat, au) => indicateursPublies(etat, au, sansContexte),
  examples: [
    { cas: "un taux de satisfaction avec son effectif", etat: {}, attendu: "conforme" },
    { cas: "rien de publié", etat: organisme({ indicateurs: [] }), attendu: "non_conforme", reserve: false },
    {
      cas: "un taux sans effectif",
      etat: organisme({ indicateurs: [{ ...publie, population: null }] }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "un taux sans méthode, non demandée alors",
      etat: organisme({ indicateurs: [{ ...publie, methode: null }] }),
      attendu: "conforme",
    },
    {
      cas: "première année de certification, dernier jour",
      etat: organisme({ indicateurs: [], ...certificat("2025-11-18") }),
      attendu: "indetermine",
    },
    {
      cas: "première année de certification, le lendemain",
      etat: organisme({ indicateurs: [], ...certificat("2025-11-17") }),
      attendu: "non_conforme",
    },
    {
      cas: "fonds privés, aucun certificat",
      etat: { ...financement({ financeurs: ["employeur"] }), ...organisme({ certificats: [] }) },
      attendu: "sans_objet",
    },
  ],
});
