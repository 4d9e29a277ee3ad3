import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { utf8 } from "../../src/evidence/bytes.ts";
import { openCheckpoint } from "../../src/evidence/checkpoint.ts";
import { parseVkey } from "../../src/evidence/cle.ts";
import { assembler, verifierDossierControle } from "../../src/evidence/dossier-controle.ts";
import { rootOf } from "../../src/evidence/merkle.ts";
import { hasherNode as h } from "../../src/verifier/hasher-node.ts";
import { buildJournal, type JournalExemple } from "../golden/journal/build-journal.ts";
import { compositionExemple } from "./exemple.ts";

function read(nom: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../golden/journal/${nom}`, import.meta.url)));
}

describe("les preuves déjà remises restent vérifiables", () => {
  const golden: JournalExemple = JSON.parse(new TextDecoder().decode(read("journal.json")));

  it("le journal de référence se refait à l’identique", () => {
    expect(buildJournal()).toEqual(golden);
  });

  it("chaque tête signée du journal de référence est celle de ses feuilles", () => {
    const cle = parseVkey(h, golden.vkey);
    expect(golden.checkpoints).toHaveLength(golden.feuilles.length);
    for (const { taille, note } of golden.checkpoints) {
      const racine = rootOf(h, golden.feuilles.slice(0, taille).map(utf8));
      expect(openCheckpoint(h, note, cle)).toEqual({ origine: cle.nom, taille, racine });
    }
  });

  it("le dossier de contrôle de référence se refait à l’octet près et reste intact", () => {
    const bytes = read("dossier-controle.zip");
    expect(assembler(h, compositionExemple())).toEqual(bytes);
    expect(verifierDossierControle(bytes, h, { cle: golden.vkey }).verdict).toBe("intact");
  });
});
