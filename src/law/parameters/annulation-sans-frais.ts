import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { seuilAnnulation } from "../textes/edof.ts";

/** More than this before the start, the holder cancels without losing rights. */
export const annulationSansFrais = defineParameter({
  id: "annulation-sans-frais",
  statement: "Délai avant le début en deçà duquel l’annulation par le titulaire a des conséquences.",
  unit: "jours ouvrés",
  values: [{ from: jour("2019-01-01"), value: 7, source: seuilAnnulation }],
});
