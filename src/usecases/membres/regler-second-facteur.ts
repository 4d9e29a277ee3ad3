import { ecrireDelaiSecondFacteur, lireDelaiSecondFacteur } from "../../store/organisme/reglage-acces.ts";
import { accorder } from "../../values/accorder.ts";
import type { Maison } from "../maison.ts";
import { changerLesMembres, type Gerant, type ReponseDeMembre } from "./changer-les-membres.ts";

/** Sets how many days a member has, from his arrival, to set a second factor; in force with the next page of each. */
export function reglerSecondFacteur(
  maison: Maison,
  gerant: Gerant,
  { cle, delai }: { cle: string; delai: number },
): Promise<ReponseDeMembre> {
  return changerLesMembres(maison, gerant, {
    cle,
    sujet: ["second facteur"],
    changer: async (tx) => {
      const avant = await lireDelaiSecondFacteur(tx);
      await ecrireDelaiSecondFacteur(tx, delai);
      return {
        membre: "",
        quoi: `Délai du second facteur : ${accorder(delai, "jour")} au lieu de ${accorder(avant, "jour")}`,
      };
    },
  });
}
