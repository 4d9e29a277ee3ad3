import { noterLecturesDeTout } from "../../store/acces/lectures-de-contenu.ts";
import { transaction } from "../../store/connexion.ts";
import { lireOrganisme, modifierOrganisme } from "../../store/organisme/organismes.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";

/** How the history of the organisation calls an export. */
export const UN_EXPORT = "Export de tout l’organisme";

export interface QuiExporte {
  organismeId: string;
  utilisateur: string;
  nom: string;
}

/**
 * Writes into the history of the organisation that it is exported and by whom, and for each person whose texts can be opened
 * with that file that they were taken along. Before the first byte leaves: an export that was cut short was still begun.
 */
export async function inscrireExport(
  maison: Maison,
  { organismeId, utilisateur, nom }: QuiExporte,
): Promise<void> {
  const quand = maison.horloge();
  await transaction(maison.base, organismeId, async (tx) => {
    for (;;) {
      const lu = await lireOrganisme(tx);
      if (lu === undefined) throw new Error("this organisation has no row");
      const trace = { quand, utilisateur, nom, quoi: UN_EXPORT, avant: {}, apres: {} };
      // False when somebody changed the organisation between the two: it is read again as it stands now.
      if (await modifierOrganisme(tx, lu.donnees as object, lu.version, trace)) break;
    }
    await noterLecturesDeTout(tx, {
      jour: jourDeParis(quand),
      quand,
      utilisateur,
      nom,
      quoi: `${UN_EXPORT}, textes compris`,
    });
  });
}
