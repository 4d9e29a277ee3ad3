import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { MENTIONS_OFFRE } from "../../listes/mentions-offre.ts";
import { defineRule } from "../../rule.ts";
import {
  DEBUT_CERTIFICATION,
  DEBUT_REFERENTIEL_2026,
  guideDeLectureV9,
  referentielQualite,
} from "../../textes/contrat.ts";
import { devis, financement, offre, organisme, PAS_ENGAGE } from "./exemples.ts";
import { fichePublique } from "./fiche-publique.ts";

export default defineRule({
  id: "B01",
  statement:
    "La fiche publique dit objectifs, durée, accès, tarif, contact, méthodes, évaluation et handicap.",
  gravite: "majeure",
  effet: "bloque",
  questions: [],
  sources: [referentielQualite, guideDeLectureV9],
  inForce: { from: DEBUT_CERTIFICATION, until: DEBUT_REFERENTIEL_2026, repere: "demande" },
  avant: "Aucune certification n’était exigée avant le 1er janvier 2022.",
  remede: "la fiche publique de l’offre porte chacune de ces mentions.",
  evaluate: (etat, au) => fichePublique(etat, au, MENTIONS_OFFRE),
  examples: [
    { cas: "toutes les mentions", etat: {}, attendu: "conforme" },
    {
      cas: "ni prérequis ni financement, que le guide ne demande pas pour un bilan",
      etat: offre({ mentions: MENTIONS_OFFRE.map((m) => m.code) }),
      attendu: "conforme",
    },
    {
      cas: "sans délai d’accès",
      etat: offre({ mentions: BILAN.organisme.offres[0]!.mentions.filter((m) => m !== "delai_acces") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "pas encore de devis, une offre incomplète",
      etat: { ...PAS_ENGAGE, devis: [], ...offre({ mentions: ["objectifs"] }) },
      attendu: "non_conforme",
    },
    { cas: "devis sans offre publiée", etat: devis({ offre: null }), attendu: "indetermine" },
    { cas: "aucune offre", etat: organisme({ offres: [] }), attendu: "indetermine" },
    {
      cas: "fonds privés, aucun certificat",
      etat: { ...financement({ financeurs: ["fonds_propres"] }), ...organisme({ certificats: [] }) },
      attendu: "sans_objet",
    },
    {
      cas: "certificat échu avant la demande, fonds privés",
      etat: {
        ...financement({ financeurs: ["fonds_propres"] }),
        ...organisme({ certificats: [{ ...BILAN.organisme.certificats[0]!, au: jour("2026-01-31") }] }),
      },
      attendu: "sans_objet",
    },
    {
      cas: "certificat échu, argent public",
      etat: organisme({ certificats: [{ ...BILAN.organisme.certificats[0]!, au: jour("2026-01-31") }] }),
      attendu: "conforme",
    },
  ],
});
