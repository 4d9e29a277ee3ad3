import { jour } from "../../../values/jour.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { bilanAnterieur, commande, PAS_COMMENCE } from "./exemples.ts";
import { jugerRepetition } from "./repetition.ts";

const ANCIENNE_DEMANDE = commande({ demandeLe: jour("2023-03-09") });

export default defineRule({
  id: "C02",
  statement: "Un second bilan dans la même année se justifie par des raisons que la personne donne.",
  gravite: "mineure",
  effet: "alerte",
  questions: ["Q21"],
  sources: [webinaire(21)],
  inForce: { from: REPONSES_OFFICIELLES, until: jour("2026-02-26"), repere: "demande" },
  avant: AVANT_LES_REPONSES,
  remede: "la raison que donne la personne est consignée.",
  evaluate: jugerRepetition,
  examples: [
    {
      cas: "second bilan CPF dans l’année, justifié",
      etat: {
        ...ANCIENNE_DEMANDE,
        ...bilanAnterieur({
          financeur: "cpf",
          termineLe: "2023-01-20",
          justification: "licenciement imprévu",
        }),
      },
      attendu: "conforme",
    },
    {
      cas: "second bilan CPF dans l’année, sans raison",
      etat: { ...ANCIENNE_DEMANDE, ...bilanAnterieur({ financeur: "cpf", termineLe: "2023-01-20" }) },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "moins de douze mois mais deux années civiles",
      etat: { ...ANCIENNE_DEMANDE, ...bilanAnterieur({ financeur: "cpf", termineLe: "2022-03-10" }) },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "douze mois jour pour jour",
      etat: { ...ANCIENNE_DEMANDE, ...bilanAnterieur({ financeur: "cpf", termineLe: "2022-03-09" }) },
      attendu: "sans_objet",
    },
    {
      cas: "pas encore commencé : la raison reste à recueillir",
      etat: {
        ...PAS_COMMENCE,
        ...ANCIENNE_DEMANDE,
        ...bilanAnterieur({ financeur: "cpf", termineLe: "2023-01-20" }),
      },
      attendu: "indetermine",
    },
    { cas: "premier bilan", etat: ANCIENNE_DEMANDE, attendu: "sans_objet" },
  ],
});
