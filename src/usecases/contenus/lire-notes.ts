import { contenusNommes, nomDuContenu } from "../../dossier/contenus-nommes.ts";
import { faitsEffectifs } from "../../dossier/evolve.ts";
import { transaction } from "../../store/connexion.ts";
import { noterSaLecture } from "../acces/lectures-de-contenu.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import type { FaitConsigne } from "../dossier/texte-des-faits.ts";
import type { Auteur, Maison } from "../maison.ts";
import { ouvrirContenus } from "./contenus-ouverts.ts";

/** One fact and the texts that were sealed with it. */
export interface NotesDuFait {
  fait: FaitConsigne;
  textes: { nom: string; texte: string }[];
}

export type NotesLues =
  | { etat: "ouvertes"; notes: NotesDuFait[] }
  /** Destroyed; `partout` once their key is gone from every copy. */
  | { etat: "detruites"; partout: boolean };

const SIGNATURE = /^(signature_apposee|desaccord_exprime)\./;

/**
 * The sealed texts of a dossier, opened for its counsellor, by the fact that names them, in order. undefined for an
 * unknown dossier and for anyone who is not its counsellor: nobody else opens a content (L6313-4).
 */
export async function lireNotes(
  maison: Maison,
  auteur: Auteur,
  reference: string,
): Promise<NotesLues | undefined> {
  return await transaction(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || !estSonConseiller(dossier, auteur)) return undefined;
    const textes = await ouvrirContenus(maison, tx, dossier);
    if (textes === null) {
      return { etat: "detruites", partout: dossier.etat.destruction?.effectiveLe != null };
    }
    await noterSaLecture(maison, tx, auteur, dossier, "Notes et réponses");
    const notes = faitsEffectifs(dossier.faits).map((fait) => ({
      fait,
      textes: contenusNommes(fait.donnees).flatMap(({ cle, id }) => {
        // A signed text is read where it was written; under the signature only what was added to it.
        if (cle === "contenu" && SIGNATURE.test(fait.type)) return [];
        const texte = textes.get(id);
        return texte === undefined ? [] : [{ nom: nomDuContenu(cle), texte }];
      }),
    }));
    return { etat: "ouvertes", notes: notes.filter((n) => n.textes.length > 0) };
  });
}
