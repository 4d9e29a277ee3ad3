import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import type { Etat } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { code } from "../../sources.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";

const organisme = (autresActivites: boolean | null, equipeBilanIdentifiee: boolean | null) => ({
  organisme: { ...BILAN.organisme, autresActivites, equipeBilanIdentifiee } satisfies Etat["organisme"],
});

export default defineRule({
  id: "A15",
  statement: "Un organisme qui a d’autres activités consacre aux bilans une organisation à part, identifiée.",
  gravite: "majeure",
  effet: "alerte",
  questions: [],
  sources: [code("R6313-6", "LEGIARTI000038014111")],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: "une équipe et des moyens sont désignés pour les bilans.",
  evaluate: ({ organisme: { autresActivites, equipeBilanIdentifiee, raisonSociale } }) => {
    if (autresActivites === null) return indetermine("Les autres activités de l’organisme, s’il en a.");
    if (!autresActivites) return sansObjet("L’organisme n’a pas d’autre activité que le bilan.");
    if (equipeBilanIdentifiee === null) return indetermine("L’équipe désignée pour les bilans.");
    return equipeBilanIdentifiee
      ? conforme("Une équipe est désignée pour les bilans.")
      : nonConforme(
          `${raisonSociale} a d’autres activités, et aucune équipe n’est désignée pour les bilans.`,
        );
  },
  examples: [
    { cas: "autres activités, équipe désignée", etat: organisme(true, true), attendu: "conforme" },
    {
      cas: "autres activités, pas d’équipe désignée",
      etat: organisme(true, false),
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "que des bilans", etat: organisme(false, false), attendu: "sans_objet" },
    { cas: "autres activités, équipe non renseignée", etat: organisme(true, null), attendu: "indetermine" },
    { cas: "rien de renseigné", etat: organisme(null, null), attendu: "indetermine" },
  ],
});
