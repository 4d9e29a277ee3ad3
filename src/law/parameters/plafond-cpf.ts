import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { code } from "../sources.ts";

/** Rights of the CPF that one bilan may use, in cents; no cap before 26 February 2026. */
export const plafondCpf = defineParameter({
  id: "plafond-cpf",
  statement: "Droits du compte personnel de formation mobilisables pour un bilan.",
  unit: "centimes",
  values: [
    { from: jour("2026-02-26"), value: 1600_00, source: code("D6323-1 A", "LEGIARTI000053569786", "2°") },
  ],
});
