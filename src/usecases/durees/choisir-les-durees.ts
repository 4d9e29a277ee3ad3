import type { ChoixDeDuree } from "../../dossier/durees/table.ts";
import { regarderToutDeNouveau } from "../../store/dossier/passage.ts";
import { ecrireChoix } from "../../store/organisme/choix-de-duree.ts";
import type { Auteur, Maison } from "../maison.ts";
import { uneSeuleFois } from "../une-seule-fois.ts";

/** Keeps what the organisation decides where no text that we read decides; every dossier is looked at again by it. */
export async function choisirLesDurees(
  maison: Maison,
  auteur: Auteur,
  cle: string,
  choix: ChoixDeDuree,
): Promise<void> {
  await uneSeuleFois(maison, auteur, [cle, "choisirLesDurees"], async (tx) => {
    const quand = maison.horloge();
    await ecrireChoix(tx, choix, { quand, utilisateur: auteur.utilisateur });
    await regarderToutDeNouveau(tx);
    return { issue: "fait" };
  });
}
