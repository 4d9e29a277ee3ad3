import { formatJour } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import type { Parameter } from "../parameter.ts";
import { indetermine, type Verdict } from "../verdict.ts";

/** The answer of a rule whose number had no known value on the day: nothing can be said, least of all with a zero. */
export function parametreInconnu(parametre: Parameter<unknown>, j: Jour): Verdict {
  return indetermine(
    `La valeur applicable au ${formatJour(j)}, que les textes lus ne donnent pas : ${parametre.statement}`,
  );
}
