import { transaction } from "../../store/connexion.ts";
import { ecrirePiece, listerPieces } from "../../store/pieces.ts";
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

// Kept in the memory of the process: a restart forgets what ran, and the finished files are in the database.
const registres = new WeakMap<Maison, Map<string, Preparation>>();

const GARDEES = 200;

function registreDe(maison: Maison): Map<string, Preparation> {
  const connu = registres.get(maison);
  if (connu !== undefined) return connu;
  const nouveau = new Map<string, Preparation>();
  registres.set(maison, nouveau);
  return nouveau;
}

const cleDe = (auteur: Auteur, id: string) => `${auteur.organismeId} ${id}`;

/** The making of that id, when this process started it for this organisation. */
export function suivrePreparation(maison: Maison, auteur: Auteur, id: string): Preparation | undefined {
  return registreDe(maison).get(cleDe(auteur, id));
}

/**
 * Starts the making of a dossier's control file, or gives the one that runs already for it. `signaler` gets a defect,
 * which the page tells without its cause.
 */
export function lancerPreparation(
  { maison, auteur, imprimer }: Omit<Fabrique, "avancer">,
  reference: string,
  signaler: (erreur: Error) => void,
): { preparation: Preparation; finie: Promise<void> } {
  const registre = registreDe(maison);
  const enCours = [...registre].find(
    ([cle, p]) => cle.startsWith(auteur.organismeId) && p.reference === reference && p.etat === "enCours",
  )?.[1];
  if (enCours !== undefined) return { preparation: enCours, finie: Promise.resolve() };
  const id = maison.nouvelId();
  const noter = (p: Preparation) => registre.set(cleDe(auteur, id), p);
  const avancer = (avancement: Avancement) => noter({ id, reference, etat: "enCours", avancement });
  oublierLesPlusAnciennes(registre);
  avancer({ fait: 0, total: 1, etape: "Lecture du dossier" });
  const finie = produire({ maison, auteur, imprimer, avancer }, reference, id).then(
    (piece) => {
      noter({ id, reference, etat: "prete", piece });
    },
    (erreur: Error & { phrase?: string }) => {
      noter({ id, reference, etat: "echouee", phrase: erreur.phrase ?? PANNE });
      if (erreur.phrase === undefined) signaler(erreur);
    },
  );
  return { preparation: registre.get(cleDe(auteur, id))!, finie };
}

function oublierLesPlusAnciennes(registre: Map<string, Preparation>): void {
  for (const [cle, p] of registre) {
    if (registre.size < GARDEES) return;
    if (p.etat !== "enCours") registre.delete(cle);
  }
}

async function produire(f: Fabrique, reference: string, id: string): Promise<string> {
  const fait = await produireDossierControle(f, reference);
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
  return await transaction(maison.base, auteur.organismeId, async (tx) => {
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
