import { transaction } from "../../store/connexion.ts";
import { lireDossier } from "../../store/dossier/dossiers.ts";
import type { Maison } from "../maison.ts";
import { organismes } from "./inventaire.ts";

/** The organisations of the installation that have a dossier of this reference: each numbers its own. */
export async function organismesDuDossier(maison: Maison, reference: string): Promise<string[]> {
  const trouves: string[] = [];
  for (const id of await organismes(maison)) {
    const lu = await transaction(maison.base, id, (tx) => lireDossier(tx, { reference }));
    if (lu !== undefined) trouves.push(id);
  }
  return trouves;
}
