import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { secondaire } from "../sources.ts";

/** R6313-4 asks for the possibility of a follow-up interview and gives no date. */
export const delaiSuivi = defineParameter({
  id: "delai-suivi",
  statement: "Délai habituel de l’entretien de suivi après la fin du bilan.",
  unit: "mois",
  values: [
    {
      from: jour("2019-01-01"),
      value: 6,
      source: secondaire(
        "Entretien de suivi à six mois, charte FFPABC publiée par ses membres",
        "2026-11-23",
      ),
    },
  ],
});
