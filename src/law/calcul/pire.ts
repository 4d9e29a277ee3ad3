import type { Verdict } from "../verdict.ts";

function rang(v: Verdict): number {
  if (v.verdict === "non_conforme") return v.reserve === undefined ? 4 : 3;
  return v.verdict === "indetermine" ? 2 : v.verdict === "conforme" ? 1 : 0;
}

/** Among verdicts on several pieces, the one to show: a certain gap, a warning, what is missing, else `sinon`. */
export function pire(verdicts: readonly Verdict[], sinon: Verdict): Verdict {
  let choisi = sinon;
  for (const v of verdicts) if (rang(v) > rang(choisi)) choisi = v;
  return choisi;
}
