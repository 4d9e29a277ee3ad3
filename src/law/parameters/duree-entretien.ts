import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { webinaire } from "../sources.ts";

/** What most centres do, says the official answer; not a duty. */
export const dureeEntretien = defineParameter({
  id: "duree-entretien",
  statement: "Durée habituelle de l’entretien préalable.",
  unit: "minutes",
  values: [{ from: jour("2023-02-15"), value: { min: 45, max: 90 }, source: webinaire(4) }],
});
