import type { Jour } from "../../values/jour.ts";
import type { Etat } from "../etat.ts";
import { termeDepasse } from "./deroulement.ts";

/** What had to be done within the bilan can wait no longer: its service fait is declared, or its term is past. */
export function estClos(etat: Etat, au: Jour): boolean {
  return etat.serviceFait !== null || termeDepasse(etat, au);
}
