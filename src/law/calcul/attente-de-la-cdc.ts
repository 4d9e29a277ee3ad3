import type { Etat } from "../etat.ts";
import type { Verdict } from "../verdict.ts";

const RESERVE =
  "La réponse officielle dit ce qu’attend la Caisse des Dépôts, qui paie sous CPF ; pour un autre financeur, c’est une précaution.";

/** The same finding, as a warning when the CPF does not pay: the answer speaks of what the Caisse des Dépôts expects. */
export function prudentHorsCpf(etat: Etat, v: Verdict, reserve = RESERVE): Verdict {
  if (v.verdict !== "non_conforme" || v.reserve !== undefined) return v;
  return etat.financement?.financeurs.includes("cpf") ? v : { ...v, reserve };
}
