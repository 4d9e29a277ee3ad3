import { aSonTour } from "../../store/connexion.ts";
import { VERROUS } from "../../store/verrous.ts";
import type { Maison } from "../maison.ts";

/** Closes the keys of seals under the keyring where a version of before left them in the clear. Once, at a start. */
export async function fermerLesSceaux({ base, trousseau, sceaux }: Maison): Promise<void> {
  await aSonTour(base, VERROUS.trousseau, async () => {
    if (trousseau.externesDe("sceau").length === 0) await trousseau.ajouterExterne("sceau");
    await sceaux.refermer();
  });
}
