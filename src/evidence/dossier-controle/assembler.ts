import { hex, utf8 } from "../bytes.ts";
import { type CleVerification, formatVkey } from "../cle.ts";
import type { EntreeZip } from "../entree-zip.ts";
import type { Hasher } from "../hasher.ts";
import { type Signer, signNote } from "../note.ts";
import { PreuveInvalide } from "../preuve-invalide.ts";
import { parseTete } from "../tete-dossier.ts";
import { formatTlogProof, type PreuveJournal } from "../tlog-proof.ts";
import { ecrireZip } from "../zip-canonique.ts";
import {
  CLE,
  FAITS,
  fichiersDePassation,
  INDEX_HTML,
  INDEX_PDF,
  isPiece,
  JOURNAL,
  MANIFESTE,
  PAGE,
  TETE,
} from "./entrees.ts";
import { type FaitControle, formatFaits } from "./faits.ts";
import { formatManifeste } from "./manifeste.ts";
import type { PassationInscrite } from "./passations.ts";
import { verifierDossierControle } from "./verifier-dossier-controle.ts";

/** What a control file is made of. `faits` are all the facts of the dossier, in order; a piece is named `pieces/NN-slug.ext`. */
export type Composition = {
  readonly faits: readonly FaitControle[];
  readonly pieces: readonly EntreeZip[];
  readonly indexHtml: Uint8Array;
  readonly indexPdf: Uint8Array;
  readonly page: Uint8Array;
  /** The text that is the log's leaf. */
  readonly tete: string;
  readonly journal: PreuveJournal;
  /** The hand-overs of the signing key, the oldest first, each proved under the checkpoint of `journal`. */
  readonly passations?: readonly PassationInscrite[];
  readonly cle: CleVerification;
  readonly signer: Signer;
};

/**
 * The bytes of a control file: the same for the same parts. Throws PreuveInvalide rather than give out a file that its own
 * verifier would refuse.
 */
export function assembler(h: Hasher, composition: Composition): Uint8Array {
  const { faits, pieces, cle, signer } = composition;
  const intruse = pieces.find(({ nom }) => !isPiece(nom));
  if (intruse !== undefined)
    throw new PreuveInvalide(`Une pièce se nomme « pieces/NN-nom.ext », pas « ${intruse.nom} ».`);
  const fichiers: EntreeZip[] = [
    { nom: CLE, contenu: utf8(`${formatVkey(cle)}\n`) },
    { nom: FAITS, contenu: utf8(formatFaits(faits)) },
    { nom: INDEX_HTML, contenu: composition.indexHtml },
    { nom: INDEX_PDF, contenu: composition.indexPdf },
    { nom: JOURNAL, contenu: utf8(formatTlogProof(composition.journal)) },
    { nom: PAGE, contenu: composition.page },
    { nom: TETE, contenu: utf8(composition.tete) },
    ...pieces,
    ...(composition.passations ?? []).flatMap(({ note, preuve }, i) => {
      const noms = fichiersDePassation(i + 1);
      return [
        { nom: noms.note, contenu: utf8(note) },
        { nom: noms.preuve, contenu: utf8(formatTlogProof(preuve)) },
      ];
    }),
  ];
  const montres = faits.filter((fait) => "texte" in fait).length;
  const manifeste = formatManifeste({
    dossierId: parseTete(composition.tete).dossierId,
    faits: { total: faits.length, montres, retenus: faits.length - montres },
    empreintes: new Map(fichiers.map(({ nom, contenu }) => [nom, hex(h.sha256(contenu))])),
  });
  const note = signNote(manifeste, [{ cle, signer }]);
  const bytes = ecrireZip([...fichiers, { nom: MANIFESTE, contenu: utf8(note) }]);
  const refus = verifierDossierControle(bytes, h).constats.find(({ ok }) => !ok);
  if (refus !== undefined) throw new PreuveInvalide(`Le dossier de contrôle serait refusé : ${refus.phrase}`);
  return bytes;
}
