import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { unBilanTousLesCinqAns } from "../textes/cpf.ts";

/** No interval between two bilans was asked before 26 February 2026. */
export const intervalleBilansCpf = defineParameter({
  id: "intervalle-bilans-cpf",
  statement: "Délai pendant lequel un bilan déjà financé ferme le CPF pour un autre bilan.",
  unit: "années",
  values: [{ from: jour("2026-02-26"), value: 5, source: unBilanTousLesCinqAns }],
});
