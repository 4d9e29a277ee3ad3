import type { Context } from "hono";
import { type EspaceEmployeur, lireEspaceEmployeur } from "../../../usecases/employeur/lire-espace.ts";
import type { Env } from "../../contexte.ts";

/** The space of the employer whose door this is; undefined for anybody else. `quoi` is the reading to note, if any. */
export function monEspace(
  c: Context<Env>,
  quoi: (espace: EspaceEmployeur) => string | null = () => null,
): Promise<EspaceEmployeur | undefined> {
  return lireEspaceEmployeur(c.get("portes").maison, c.get("moi"), quoi);
}
