import { transaction } from "../../store/connexion.ts";
import { ecrirePiece, listerPieces } from "../../store/dossier/pieces.ts";
import {
  lirePreparation,
  noterPreparation,
  type PreparationLue,
  reserverPreparation,
  SILENCE,
} from "../../store/dossier/preparations.ts";
import { estUuid } from "../../values/uuid.ts";
import type { Auteur, Maison } from "../maison.ts";
import {
  type Avancement,
  type DossierDeControle,
  type Fabrique,
  produireDossierControle,
} from "./produire-dossier-controle.ts";

/** Nature, in the table of pieces, of a control file that was made. */
export const NATURE_CONTROLE = "dossier_controle";

/** One making of a control file, as the page that follows it reads it. */
export type Preparation = { id: string; reference: string } & (
  | { etat: "enCours"; avancement: Avancement }
  | { etat: "prete"; piece: string }
  | { etat: "echouee"; phrase: string }
);

const PANNE = "La préparation s’est interrompue. Rien n’est perdu : recommencez.";

/** The making of that id in this organisation, whichever process runs it; undefined once it is forgotten. */
export async function suivrePreparation(
  maison: Maison,
  auteur: Auteur,
  id: string,
): Promise<Preparation | undefined> {
  if (!estUuid(id)) return undefined;
  const lue = await transaction(maison.base, auteur, (tx) => lirePreparation(tx, id));
  return lue === undefined ? undefined : direPreparation(lue);
}

function direPreparation(lue: PreparationLue): Preparation {
  const { id, reference, etat, fait, total, quoi, piece, phrase, silence } = lue;
  if (etat === "prete" && piece !== null) return { id, reference, etat, piece };
  if (etat === "en_cours" && silence <= SILENCE)
    return { id, reference, etat: "enCours", avancement: { fait, total, etape: quoi } };
  return { id, reference, etat: "echouee", phrase: phrase ?? PANNE };
}

/**
 * Starts the making of a dossier's control file without the facts of these ranks, or gives the id of the one that runs
 * already for them, here or in another process. `finie` ends with what was started here. `signaler` gets a defect, which
 * the page tells without its cause.
 */
export async function lancerPreparation(
  { maison, auteur, imprimer }: Omit<Fabrique, "avancer">,
  { reference, taire = [] }: { reference: string; taire?: readonly number[] },
  signaler: (erreur: Error) => void,
): Promise<{ id: string; finie: Promise<void> }> {
  const chez = <T>(fn: Parameters<typeof transaction<T>>[2]) => transaction(maison.base, auteur, fn);
  const demande = { id: maison.nouvelId(), reference, taire, quoi: "Lecture du dossier" };
  const id = await chez((tx) => reserverPreparation(tx, demande));
  if (id !== demande.id) return { id, finie: Promise.resolve() };
  const avancer = ({ fait, total, etape }: Avancement) =>
    chez((tx) => noterPreparation(tx, id, { fait, total, quoi: etape }));
  const finie = produire({ maison, auteur, imprimer, avancer }, reference, taire, id)
    .then((piece) => chez((tx) => noterPreparation(tx, id, { etat: "prete", piece })))
    .catch(async (erreur: Error & { phrase?: string }) => {
      if (erreur.phrase === undefined) signaler(erreur);
      await chez((tx) => noterPreparation(tx, id, { etat: "echouee", phrase: erreur.phrase ?? PANNE }));
    })
    // The database itself is gone: the row falls silent, and the page says so by itself.
    .catch(signaler);
  return { id, finie };
}

async function produire(
  f: Fabrique,
  reference: string,
  taire: readonly number[],
  id: string,
): Promise<string> {
  const fait = await produireDossierControle(f, reference, taire);
  if (fait === undefined) throw new Error("the dossier is unknown");
  return await garder(f, reference, id, fait);
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
