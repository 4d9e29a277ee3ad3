// Writes the golden log again: `node tests/golden/journal/build-journal.ts`. A difference in what it writes means that
// evidence already given out could no longer be checked: it must never be committed without a decision.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { formatBase64 } from "../../../src/evidence/base64.ts";
import { utf8 } from "../../../src/evidence/bytes.ts";
import { formatVkey } from "../../../src/evidence/cle.ts";
import { assembler } from "../../../src/evidence/dossier-controle.ts";
import { consistencyProof, leafHash, rangesOfLeaves } from "../../../src/evidence/merkle.ts";
import { formatTlogProof } from "../../../src/evidence/tlog-proof.ts";
import { hasherNode as h } from "../../../src/verifier/hasher-node.ts";
import { CLE, compositionExemple, faitExemple, journalExemple, preuveOf } from "../../evidence/exemple.ts";

/** A small log with every checkpoint, inclusion proof and consistency proof that it can give. */
export type JournalExemple = {
  readonly vkey: string;
  readonly feuilles: readonly string[];
  readonly checkpoints: readonly { readonly taille: number; readonly note: string }[];
  readonly inclusions: readonly { readonly index: number; readonly taille: number; readonly preuve: string }[];
  readonly coherences: readonly {
    readonly ancien: number;
    readonly nouveau: number;
    readonly chemin: readonly string[];
  }[];
};

const TAILLE = 13;

/** The golden log, computed. */
export function buildJournal(): JournalExemple {
  const feuilles = journalExemple([1, 2, 3, 4, 5, 6, 7].map((n) => faitExemple(n))).slice(0, TAILLE);
  const ranges = rangesOfLeaves(h, feuilles.map((tete) => leafHash(h, utf8(tete))));
  const tailles = feuilles.map((_, i) => i + 1);
  return {
    vkey: formatVkey(CLE),
    feuilles,
    checkpoints: tailles.map((taille) => ({ taille, note: preuveOf(feuilles, 0, taille).checkpoint })),
    inclusions: tailles.flatMap((taille) =>
      tailles.slice(0, taille).map((_, index) => ({
        index,
        taille,
        preuve: formatTlogProof(preuveOf(feuilles, index, taille)),
      })),
    ),
    coherences: tailles.flatMap((nouveau) =>
      tailles.slice(0, nouveau).map((ancien) => ({
        ancien,
        nouveau,
        chemin: consistencyProof(ranges, ancien, nouveau).map(formatBase64),
      })),
    ),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("journal.json", import.meta.url), `${JSON.stringify(buildJournal(), null, 1)}\n`);
  writeFileSync(new URL("dossier-controle.zip", import.meta.url), assembler(h, compositionExemple()));
}
