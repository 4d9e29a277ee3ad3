import { hex, utf8 } from "../../src/evidence/bytes.ts";
import { signCheckpoint } from "../../src/evidence/checkpoint.ts";
import type { CleVerification } from "../../src/evidence/cle.ts";
import type { Composition, FaitControle } from "../../src/evidence/dossier-controle.ts";
import { engagementDuFait, selDuFait } from "../../src/evidence/engagement.ts";
import { inclusionProof, leafHash, rangesOfLeaves, rootOf } from "../../src/evidence/merkle.ts";
import type { Signer } from "../../src/evidence/note.ts";
import { formatTete } from "../../src/evidence/tete-dossier.ts";
import { texteDuFait } from "../../src/evidence/texte-fait.ts";
import type { PreuveJournal } from "../../src/evidence/tlog-proof.ts";
import { hasherNode as h } from "../../src/verifier/hasher-node.ts";
import { makeCleExemple } from "./cle-exemple.ts";

export const DOSSIER = "b7f3c2a1-0d4e";
export const { cle: CLE, signer: SIGNER } = makeCleExemple("journal.cabinet-des-tilleuls.example", 7);
const CLE_PREUVE = new Uint8Array(32).fill(42);

export const PIECES = [
  { nom: "pieces/01-convention.pdf", contenu: utf8("%PDF-1.7 convention fictive\n") },
  { nom: "pieces/02-emargement.pdf", contenu: utf8("%PDF-1.7 émargement fictif\n") },
];

const TYPES = [
  "demande_recue.v1",
  "entretien_prealable_tenu.v1",
  "consentement_recueilli.v1",
  "convention_signee.v1",
  "seance_planifiee.v1",
  "seance_tenue.v1",
  "seance_planifiee.v1",
  "seance_tenue.v1",
  "emargement_recueilli.v1",
  "synthese_remise.v1",
  "certificat_delivre.v1",
  "suivi_fait.v1",
];

/** Facts 3, 8 and 10 are withheld; the convention and the sign-in sheet name the two pieces. */
const RETENUS = new Set([3, 8, 10]);

/** The canonical text of the n-th fact of the sample dossier. */
export function texteExemple(n: number, dossierId = DOSSIER): string {
  const piece = n === 4 ? PIECES[0] : n === 9 ? PIECES[1] : undefined;
  const donnees = piece === undefined ? { minutes: 60 + n } : { empreinte: hex(h.sha256(piece.contenu)) };
  const date = `2026-09-${String(n).padStart(2, "0")}`;
  return texteDuFait(dossierId, n, { type: TYPES[n - 1] ?? "seance_tenue.v1", date, donnees });
}

/** The n-th fact as the control file gives it. */
export function faitExemple(n: number, texte = texteExemple(n)): FaitControle {
  const sel = selDuFait(h, CLE_PREUVE, DOSSIER, n);
  return RETENUS.has(n) ? { n, engagement: engagementDuFait(h, sel, texte) } : { n, texte, sel };
}

/** The head of a dossier after these facts. */
export function teteOf(faits: readonly FaitControle[], dossierId = DOSSIER): string {
  const feuilles = faits.map((f) => ("texte" in f ? engagementDuFait(h, f.sel, f.texte) : f.engagement));
  return formatTete({ dossierId, taille: faits.length, racine: rootOf(h, feuilles) });
}

/** The organisation's log: the heads of the sample dossier after each fact, between those of two other dossiers. */
export function journalExemple(faits: readonly FaitControle[]): string[] {
  return faits.flatMap((_, i) => {
    const autre = formatTete({
      dossierId: `autre-${i % 2}`,
      taille: i + 1,
      racine: h.sha256(utf8(`autre ${i}`)),
    });
    return [autre, teteOf(faits.slice(0, i + 1))];
  });
}

/** Proof that the log's first `taille` leaves hold the `index`-th, under a checkpoint signed by that key. */
export function preuveOf(
  journal: readonly string[],
  index: number,
  taille: number,
  cle: CleVerification = CLE,
  signer: Signer = SIGNER,
): PreuveJournal {
  const feuilles = journal.slice(0, taille).map((tete) => leafHash(h, utf8(tete)));
  const ranges = rangesOfLeaves(h, feuilles);
  return {
    index,
    chemin: inclusionProof(ranges, index, taille),
    checkpoint: signCheckpoint({ taille, racine: ranges(0, taille) }, cle, signer),
  };
}

/** The parts of the sample control file: 12 facts of which 3 withheld, 2 pieces, a head then covered by a larger log. */
export function compositionExemple(page = utf8("<!doctype html><title>Vérifier</title>\n")): Composition {
  const faits = TYPES.map((_, i) => faitExemple(i + 1));
  const journal = [
    ...journalExemple(faits),
    formatTete({ dossierId: "autre-0", taille: 9, racine: h.sha256(page) }),
  ];
  return {
    faits,
    pieces: PIECES,
    indexHtml: utf8("<!doctype html><title>Dossier de contrôle</title>\n"),
    indexPdf: utf8("%PDF-1.7 index fictif\n"),
    page,
    tete: teteOf(faits),
    journal: preuveOf(journal, journal.length - 2, journal.length),
    cle: CLE,
    signer: SIGNER,
  };
}
