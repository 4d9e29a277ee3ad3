import { transaction } from "../../store/connexion.ts";
import { recommencerAnnonces } from "../../store/dossier/annonces.ts";
import { ecrirePassage, lirePassage } from "../../store/dossier/passage.ts";
import type { Auteur, Maison } from "../maison.ts";
import { etatDeLHorloge } from "./horloge.ts";

/** A person says that the clock of the machine is right: it starts again from here, and every announcement with it. */
export async function confirmerLHorloge(maison: Maison, auteur: Auteur): Promise<void> {
  const le = maison.horloge();
  await transaction(maison.base, auteur.organismeId, async (tx) => {
    if (etatDeLHorloge(await lirePassage(tx), le) !== "recul") return;
    await recommencerAnnonces(tx);
    await ecrirePassage(tx, { le, entierLe: null });
  });
}
