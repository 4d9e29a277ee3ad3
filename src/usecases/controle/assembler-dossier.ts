import { composerIndexControle } from "../../documents/index-controle/donnees.ts";
import { pageIndexControle } from "../../documents/index-controle/page.ts";
import { utf8 } from "../../evidence/bytes.ts";
import { empreinteSerree } from "../../evidence/cle.ts";
import { assembler, type FaitControle } from "../../evidence/dossier-controle.ts";
import { engagementDuFait, selDuFait } from "../../evidence/engagement.ts";
import { parsePassation } from "../../evidence/passation.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { lireDossier } from "../../store/dossier/dossiers.ts";
import { lireTetesInscrites, prouverTete } from "../../store/journal/inscription.ts";
import { pageVerification } from "../../verifier/build-page.ts";
import { chargerDossier, cleDuDossier, type DossierCharge, limiterA } from "../dossier/charger-dossier.ts";
import { ligneDeTemoin } from "../journal/inscription.ts";
import { cleQuiSigne } from "../journal/signer-journal.ts";
import type { Fabrique, PieceImprimee } from "./fabrique.ts";
import { indexDuControle } from "./index-du-controle.ts";
import type { PieceManquante } from "./pieces.ts";

export interface Elements {
  reference: string;
  /** How many facts it covers: all of them, up to this head. */
  taille: number;
  /** Ranks of those that it counts and does not show. */
  taire: readonly number[];
  pieces: readonly PieceImprimee[];
  manquantes: readonly PieceManquante[];
}

/** The bytes of the control file over the first `taille` facts of the dossier, whose head is signed. */
export async function assemblerDossier(f: Fabrique, e: Elements): Promise<Uint8Array> {
  const { maison, imprimer } = f;
  const { dossier, faits, tetes, preuve, cle, signer } = await lire(f, e);
  const index = indexDuControle({
    dossier,
    taire: e.taire,
    pieces: e.pieces,
    manquantes: e.manquantes,
    tetes,
    empreinteDeLaCle: empreinteSerree(maison.hasher, cle),
    clesDAvant: preuve.passations.map(({ note }) => {
      const { ancienne, le } = parsePassation(maison.hasher, note);
      return { empreinte: empreinteSerree(maison.hasher, ancienne), le };
    }),
    temoin: ligneDeTemoin({ texte: preuve.preuve.checkpoint }),
  });
  const composition = composerIndexControle(index);
  if (!composition.ok) throw new Error(`the index was refused: ${composition.refus.length} reasons`);
  return assembler(maison.hasher, {
    faits,
    pieces: e.pieces.map((piece) => ({ nom: piece.nom, contenu: piece.octets })),
    indexHtml: utf8(pageIndexControle(index)),
    indexPdf: await imprimer(composition.document),
    page: pageVerification(),
    tete: preuve.feuille,
    journal: preuve.preuve,
    passations: preuve.passations,
    cle,
    signer,
  });
}

/** What the file rests on, read at one same moment: nothing is printed while a transaction is open. */
function lire({ maison, auteur }: Fabrique, { reference, taille, taire }: Elements) {
  return transactionDeLecture(maison.base, auteur, async (tx) => {
    const entier = await chargerDossier(tx, reference);
    const lu = await lireDossier(tx, { reference });
    if (entier === undefined || lu === undefined) throw new Error("the dossier is gone");
    const dossier: DossierCharge = limiterA(entier, taille);
    const preuve = await prouverTete(tx, dossier.id, taille);
    if (preuve === undefined) throw new Error("the head of the dossier is not signed");
    const clePreuve = await cleDuDossier(maison, tx, dossier.id, "preuve");
    const faits = lu.faits.slice(0, taille).map(({ n, texte }): FaitControle => {
      const sel = selDuFait(maison.hasher, clePreuve, dossier.id, n);
      if (taire.includes(n)) return { n, engagement: engagementDuFait(maison.hasher, sel, texte) };
      return { n, texte, sel };
    });
    const tetes = await lireTetesInscrites(tx, dossier.id);
    return { dossier, faits, preuve, tetes, ...(await cleQuiSigne(maison, tx)) };
  });
}
