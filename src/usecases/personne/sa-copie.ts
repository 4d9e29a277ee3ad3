import { transaction } from "../../store/connexion.ts";
import { type CopiePrise, noterCopie } from "../../store/dossier/copies-prises.ts";
import { lireDossier } from "../../store/dossier/dossiers.ts";
import type { Auteur, Maison } from "../maison.ts";

/** Notes that the person takes her copy, so that a destruction can be told from one where she has nothing. */
export async function noterSaCopie(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  quoi: CopiePrise,
): Promise<void> {
  await transaction(maison.base, auteur, async (tx) => {
    const dossier = await lireDossier(tx, { reference });
    if (dossier === undefined) return;
    await noterCopie(tx, { dossierId: dossier.id, quand: maison.horloge(), quoi });
  });
}
