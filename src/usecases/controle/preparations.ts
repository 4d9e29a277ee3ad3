import type { NatureDePiece } from "../../dossier/classement.ts";
import { transaction } from "../../store/connexion.ts";
import { ecrirePiece, listerPieces } from "../../store/dossier/pieces.ts";
import type { Auteur, Maison } from "../maison.ts";
import { mener, type Preparation, suivre } from "../preparations/mener.ts";
import type { Fabrique } from "./fabrique.ts";
import { type DossierDeControle, produireDossierControle } from "./produire-dossier-controle.ts";

/** Nature, in the table of pieces, of a control file that was made. */
export const NATURE_CONTROLE: NatureDePiece = "dossier_controle";

/** The making of a control file, whichever process runs it; undefined once it is forgotten. */
export function suivrePreparation(
  maison: Maison,
  auteur: Auteur,
  id: string,
): Promise<Preparation | undefined> {
  return suivre(maison, auteur, "controle", id);
}

/**
 * Starts the making of a dossier's control file without the facts of these ranks, or gives the id of the one that runs
 * already for them, here or in another process.
 */
export async function lancerPreparation(
  { maison, auteur, imprimer }: Omit<Fabrique, "avancer">,
  { reference, taire = [] }: { reference: string; taire?: readonly number[] },
  signaler: (erreur: Error) => void,
): Promise<{ id: string; finie: Promise<void> }> {
  return await mener(
    { maison, auteur },
    { nature: "controle", reference, taire },
    async (id, avancer) => {
      const f = { maison, auteur, imprimer, avancer };
      const fait = await produireDossierControle(f, reference, taire);
      if (fait === undefined) throw new Error("the dossier is unknown");
      return { piece: await garder(f, reference, id, fait) };
    },
    signaler,
  );
}

/** Keeps the file, or gives the one that is there when the same facts already gave these bytes. */
async function garder(
  { maison, auteur }: Fabrique,
  reference: string,
  id: string,
  { dossierId, octets }: DossierDeControle,
): Promise<string> {
  const empreinte = maison.hasher.sha256(octets);
  return await transaction(maison.base, auteur, async (tx) => {
    const pieces = await listerPieces(tx, dossierId);
    const meme = pieces.find(
      (p) => p.nature === NATURE_CONTROLE && Buffer.from(empreinte).equals(p.empreinte),
    );
    if (meme !== undefined) return meme.id;
    await ecrirePiece(tx, {
      dossierId,
      id,
      nature: NATURE_CONTROLE,
      classe: "preuve",
      nom: `${reference}.zip`,
      typeMedia: "application/zip",
      empreinte,
      octets,
    });
    return id;
  });
}
