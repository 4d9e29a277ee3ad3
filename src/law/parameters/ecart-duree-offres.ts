import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { doublonsEdof } from "../textes/edof.ts";

/** Below it, an offer with the same modality, place and language is rejected (codes 30056 and 30057). */
export const ecartDureeOffres = defineParameter({
  id: "ecart-duree-offres",
  statement: "Écart de durée en deçà duquel deux offres semblables font doublon dans EDOF.",
  unit: "minutes",
  values: [{ from: jour("2022-04-07"), value: 10 * 60, source: doublonsEdof }],
});
