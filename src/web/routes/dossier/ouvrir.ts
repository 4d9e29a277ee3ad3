import type { Context } from "hono";
import { consulterDossier, type DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { estSonConseiller } from "../../../usecases/dossier/son-conseiller.ts";
import type { Env } from "../../contexte.ts";

/** The dossier that the address names, judged today; undefined when this organisation has none of that reference. */
export function dossierDeLAdresse(c: Context<Env>): Promise<DossierConsulte | undefined> {
  const reference = c.req.param("reference") ?? "";
  return consulterDossier(c.get("portes").maison, c.get("moi").auteur, reference);
}

/** The same for what a counsellor does with the person herself; undefined for a colleague, who would be refused at the end. */
export async function dossierDeSonConseiller(c: Context<Env>): Promise<DossierConsulte | undefined> {
  const dossier = await dossierDeLAdresse(c);
  return dossier !== undefined && estSonConseiller(dossier, c.get("moi").auteur) ? dossier : undefined;
}
