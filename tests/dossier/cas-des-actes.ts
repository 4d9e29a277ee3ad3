import { accueil } from "./cas/accueil.ts";
import { apres } from "./cas/apres.ts";
import type { Cas } from "./cas/cas.ts";
import { investigation } from "./cas/investigation.ts";
import { seances } from "./cas/seances.ts";
import { suites } from "./cas/suites.ts";
import { vente } from "./cas/vente.ts";

/** Every act, at least once possible, and at least once refused when it has conditions of its own. */
export const CAS: Record<string, Cas> = {
  ...accueil,
  ...vente,
  ...seances,
  ...investigation,
  ...apres,
  ...suites,
};
