import { jour } from "../../../values/jour.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { unBilanTousLesCinqAns } from "../../textes/cpf.ts";
import { sansObjet } from "../../verdict.ts";
import { bilanAnterieur, PAS_COMMENCE, payePar } from "./exemples.ts";
import { jugerRepetition } from "./repetition.ts";

const employeur = (precedent: Parameters<typeof bilanAnterieur>[0]) => ({
  financement: { ...bilanAnterieur(precedent).financement!, ...{ financeurs: ["employeur" as const] } },
});

export default defineRule({
  id: "C02",
  statement:
    "Hors CPF, un second bilan dans la même année se justifie par des raisons que la personne donne.",
  gravite: "mineure",
  effet: "alerte",
  questions: ["Q21"],
  sources: [webinaire(21), unBilanTousLesCinqAns],
  inForce: { from: jour("2026-02-26"), until: null, repere: "demande" },
  remede: "la raison que donne la personne est consignée.",
  evaluate: (etat, au) =>
    etat.financement?.financeurs.includes("cpf")
      ? sansObjet("Le CPF paie ce bilan : c’est le délai de cinq ans qui s’applique (règle C01).")
      : jugerRepetition(etat, au),
  examples: [
    {
      cas: "second bilan de l’année payé par l’employeur, justifié",
      etat: employeur({
        financeur: "cpf",
        termineLe: "2026-03-20",
        justification: "poste supprimé en juillet",
      }),
      attendu: "conforme",
    },
    {
      cas: "second bilan de l’année sans raison",
      etat: employeur({ financeur: "cpf", termineLe: "2026-03-20" }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "moins de douze mois mais deux années civiles",
      etat: employeur({ financeur: "employeur", financeLe: "2025-11-03" }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "plus de douze mois",
      etat: employeur({ financeur: "employeur", financeLe: "2025-09-10" }),
      attendu: "sans_objet",
    },
    {
      cas: "pas encore commencé : la raison reste à recueillir",
      etat: { ...PAS_COMMENCE, ...employeur({ financeur: "cpf", termineLe: "2026-03-20" }) },
      attendu: "indetermine",
    },
    { cas: "la question n’a pas été posée", etat: employeur(null), attendu: "indetermine" },
    { cas: "premier bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
    { cas: "bilan payé par le CPF : la règle C01 décide", etat: {}, attendu: "sans_objet" },
  ],
});
