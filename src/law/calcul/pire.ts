import { conforme, type Verdict } from "../verdict.ts";

function rang(v: Verdict): number {
  if (v.verdict === "non_conforme") return v.reserve === undefined ? 4 : 3;
  return v.verdict === "indetermine" ? 2 : v.verdict === "conforme" ? 1 : 0;
}

/** Among verdicts on several pieces, the one to show: a certain gap, then a warning, then what is missing. */
export function pire(verdicts: readonly Verdict[], sinon: string): Verdict {
  let choisi: Verdict | null = null;
  for (const v of verdicts) if (choisi === null || rang(v) > rang(choisi)) choisi = v;
  return choisi ?? conforme(sinon);
}
