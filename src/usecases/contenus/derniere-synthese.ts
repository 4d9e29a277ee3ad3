import { contenusNommes } from "../../dossier/contenus-nommes.ts";
import { faitsEffectifs } from "../../dossier/evolve.ts";
import { PARTIES } from "../../dossier/parties-synthese.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import type { Auteur, Maison } from "../maison.ts";
import { ouvrirContenus } from "./contenus-ouverts.ts";

/**
 * The last text of each part of the synthesis, for its counsellor who writes it on: a word corrected in one part loses
 * none of the others. Empty for anyone else (L6313-4), and once nothing is written or all is destroyed.
 */
export async function derniereSynthese(
  maison: Maison,
  auteur: Auteur,
  reference: string,
): Promise<Record<string, string>> {
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || !estSonConseiller(dossier, auteur)) return {};
    const ids = new Map<string, string>();
    for (const fait of faitsEffectifs(dossier.faits)) {
      if (!fait.type.startsWith("synthese_redigee.")) continue;
      for (const { cle, id } of contenusNommes(fait.donnees)) ids.set(cle, id);
    }
    const textes = ids.size === 0 ? null : await ouvrirContenus(maison, tx, dossier);
    return Object.fromEntries(
      PARTIES.flatMap(({ partie }) => {
        const texte = textes?.get(ids.get(partie) ?? "");
        return texte === undefined ? [] : [[partie, texte]];
      }),
    );
  });
}
