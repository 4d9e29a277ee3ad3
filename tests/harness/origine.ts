import type { OrigineBinaires } from "../../src/store/postgres/binaires.ts";

/** PROBANT_TEST_PG: `embarque` (npm's binaries, when unset) or `machine` (the distribution's). */
export function lireOrigine(): OrigineBinaires {
  const choix = process.env.PROBANT_TEST_PG ?? "embarque";
  if (choix !== "embarque" && choix !== "machine") throw new Error("PROBANT_TEST_PG: embarque or machine");
  return choix;
}
