import type { Context } from "hono";
import { consulterDossier, type DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import type { Env } from "../../contexte.ts";

/**
 * The one dossier of the person who is signed in. Her addresses name none: there is no other that she could ask for.
 * undefined for whoever has no door to a dossier.
 */
export function monDossier(c: Context<Env>): Promise<DossierConsulte | undefined> {
  const { auteur, dossier } = c.get("moi");
  return dossier === null
    ? Promise.resolve(undefined)
    : consulterDossier(c.get("portes").maison, auteur, dossier);
}
