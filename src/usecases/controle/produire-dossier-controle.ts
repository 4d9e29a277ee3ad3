import type { FaitNouveau } from "../../dossier/fait.ts";
import { pieceVersee } from "../../dossier/faits/controle.ts";
import { hex } from "../../evidence/bytes.ts";
import { type Tx, transaction, transactionDeLecture } from "../../store/connexion.ts";
import { accorder } from "../../values/accorder.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { ecrireFaits } from "../dossier/ecrire-faits.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import { signerMaintenant } from "../journal/signer-journal.ts";
import type { Auteur, Maison } from "../maison.ts";
import { temoinDe } from "../papiers/imprimer-papier.ts";
import { lireNoms } from "../papiers/noms.ts";
import { estAbandon } from "../une-seule-fois.ts";
import { assemblerDossier } from "./assembler-dossier.ts";
import type { Fabrique, PieceImprimee } from "./fabrique.ts";
import { composerPieces, type PieceManquante, papiersDeControle } from "./pieces.ts";
import { empreintesNommees, piecesGardees } from "./pieces-gardees.ts";

export interface DossierDeControle {
  octets: Uint8Array;
  dossierId: string;
  /** Facts that it covers. */
  faits: number;
  /** Among them, those that it counts and does not show. */
  retenus: number;
  manquantes: readonly PieceManquante[];
}

/** The dossier goes on changing while its control file is made: the sentence says to try again. */
class DossierInstable extends Error {
  readonly phrase = "Ce dossier change pendant sa préparation. Recommencez dans un instant.";
  constructor() {
    super("the dossier changed three times while its control file was made");
  }
}

/** A fact to withhold that the dossier does not have. */
class FaitAbsent extends Error {
  readonly phrase: string;
  constructor(reference: string, n: number, total: number) {
    super("a fact to withhold does not exist");
    this.phrase = `Le dossier ${reference} compte ${accorder(total, "fait")} : il n’a pas de fait n° ${n}.`;
  }
}

const ESSAIS = 3;

/**
 * Makes the control file of one dossier: prints its proofs, writes the fingerprints of new ones as facts, signs the
 * journal, assembles facts, papers and proofs. It holds no content. The same facts give the same bytes, whoever else
 * writes in the journal meanwhile. `taire` are the ranks, in order, of facts that it counts and does not show.
 * undefined for an unknown dossier; throws `DossierInstable`, or `FaitAbsent` for a rank that no fact has.
 */
export async function produireDossierControle(
  f: Fabrique,
  reference: string,
  taire: readonly number[] = [],
): Promise<DossierDeControle | undefined> {
  for (let essai = 0; essai < ESSAIS; essai += 1) {
    const vu = await preparer(f, reference);
    if (vu === undefined) return undefined;
    const total = papiersDeControle(vu.dossier.etat).length + 2;
    const absent = taire.find((n) => n < 1 || n > vu.dossier.faits.length);
    if (absent !== undefined) throw new FaitAbsent(reference, absent, vu.dossier.faits.length);
    const { pieces: composees, manquantes } = composerPieces(vu.dossier, vu.temoins, taire, vu.noms);
    const pieces: PieceImprimee[] = [];
    for (const [i, { nom, papier, document }] of composees.entries()) {
      await f.avancer({ fait: i, total, etape: papier.titre });
      const octets = await f.imprimer(document);
      const empreinte = hex(f.maison.hasher.sha256(octets));
      pieces.push({ nom, nature: papier.nom, titre: papier.titre, octets, empreinte });
    }
    pieces.push(
      ...(await transactionDeLecture(f.maison.base, f.auteur, (tx) =>
        piecesGardees(tx, vu.dossier, { taire, rang: pieces.length + 1 }),
      )),
    );
    await f.avancer({ fait: total - 2, total, etape: "Signature du journal" });
    const taille = await verser(f, vu.dossier, pieces);
    // Somebody wrote since the papers were printed: they no longer say what the dossier holds.
    if (taille === null) continue;
    await f.avancer({ fait: total - 1, total, etape: "Index et assemblage" });
    const octets = await assemblerDossier(f, { reference, taille, taire, pieces, manquantes });
    await f.avancer({ fait: total, total, etape: "Terminé" });
    return { octets, dossierId: vu.dossier.id, faits: taille, retenus: taire.length, manquantes };
  }
  throw new DossierInstable();
}

/** The dossier, and the journal's line for each of its papers that carries one. */
function preparer({ maison, auteur }: Fabrique, reference: string) {
  return transaction(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined) return undefined;
    const temoins = new Map<string, string>();
    for (const papier of papiersDeControle(dossier.etat)) {
      const temoin = await temoinDe(maison, tx, papier, dossier);
      if (temoin !== null) temoins.set(papier.nom, temoin);
    }
    return { dossier, temoins, noms: await lireNoms(tx, dossier.id) };
  });
}

/**
 * Writes the fingerprint of each paper that the dossier does not know yet, then signs the journal. Gives the number of
 * facts to show, or null when the dossier is no longer the one that was printed.
 */
async function verser(
  { maison, auteur }: Fabrique,
  vu: DossierCharge,
  pieces: readonly PieceImprimee[],
): Promise<number | null> {
  const connues = empreintesNommees(vu);
  const faits = pieces
    .filter((piece) => !connues.has(piece.empreinte))
    .map((piece) =>
      pieceVersee.nouveau(jourDeParis(maison.horloge()), {
        piece: maison.nouvelId(),
        nature: piece.nature.replaceAll("-", "_"),
        classe: "preuve",
        titre: piece.titre,
        empreinte: piece.empreinte,
      }),
    );
  const ecrit = await ecrireSiInchange(maison, auteur, vu, faits);
  if (!ecrit) return null;
  await transaction(maison.base, auteur, (tx) => signerMaintenant(maison, tx));
  return vu.tete.taille + faits.length;
}

async function ecrireSiInchange(
  maison: Maison,
  auteur: Auteur,
  vu: DossierCharge,
  faits: readonly FaitNouveau[],
): Promise<boolean> {
  try {
    return await transaction(maison.base, auteur, async (tx) => {
      if (faits.length === 0) return await estInchange(tx, vu);
      await ecrireFaits(maison, tx, auteur, vu, faits);
      return true;
    });
  } catch (erreur) {
    if (estAbandon(erreur)) return false;
    throw erreur;
  }
}

async function estInchange(tx: Tx, vu: DossierCharge): Promise<boolean> {
  return (await chargerDossier(tx, vu.reference))?.tete.taille === vu.tete.taille;
}
