import { formatJour } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import type { Verdict } from "../verdict.ts";

/** The same finding, as a warning when its day `j` comes before `des`, when the version of the article that was read began. */
export function prudentAvantLaVersion(v: Verdict, j: Jour, article: string, des: Jour): Verdict {
  if (v.verdict !== "non_conforme" || v.reserve !== undefined || j >= des) return v;
  return {
    ...v,
    reserve: `La version de l’article ${article} antérieure au ${formatJour(des)} n’a pas été lue.`,
  };
}
