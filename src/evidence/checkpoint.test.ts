import { describe, expect, it } from "vitest";
import { makeCleExemple } from "../../tests/evidence/cle-exemple.ts";
import { hasherNode as h } from "../verifier/hasher-node.ts";
import { formatBase64 } from "./base64.ts";
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from "./checkpoint.ts";
import { signNote } from "./note.ts";
import { formatTete, parseTete } from "./tete-dossier.ts";
import { formatTlogProof, parseTlogProof } from "./tlog-proof.ts";

const RACINE = h.sha256(new Uint8Array(0));
const B64 = formatBase64(RACINE);
const { cle, signer } = makeCleExemple("journal.example", 5);

describe("la tête du journal (C2SP tlog-checkpoint)", () => {
  it("lit l’exemple publié", () => {
    const texte = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    expect(parseCheckpoint(texte)).toMatchObject({
      origine: "example.com/behind-the-sofa",
      taille: 20852163,
    });
    expect(formatCheckpoint(parseCheckpoint(texte))).toBe(texte);
  });

  it("s’ouvre avec sa clé seulement, sous le nom de cette clé", () => {
    const note = signCheckpoint({ taille: 3, racine: RACINE }, cle, signer);
    expect(openCheckpoint(h, note, cle)).toEqual({ origine: "journal.example", taille: 3, racine: RACINE });
    expect(() => openCheckpoint(h, note, makeCleExemple("journal.example", 6).cle)).toThrow("clé attendue");
    const usurpe = signNote(`autre.example\n3\n${B64}\n`, [{ cle, signer }]);
    expect(() => openCheckpoint(h, usurpe, cle)).toThrow("ne porte pas le nom de la clé");
  });

  it.each([
    "",
    "a\n3\n",
    `\n3\n${B64}\n`,
    `a\n03\n${B64}\n`,
    `a\n-1\n${B64}\n`,
    `a\n3\n${B64}`,
    `a\n3\n${B64}\nextension\n`,
    "a\n3\nAAAA\n",
  ])("refuse un texte mal formé (%#)", (texte) => {
    expect(() => parseCheckpoint(texte)).toThrow();
  });
});

describe("la tête d’un dossier", () => {
  it("se relit telle qu’elle s’écrit", () => {
    const tete = { dossierId: "d-1", taille: 12, racine: RACINE };
    expect(formatTete(tete)).toBe(`probant-tete/1\nd-1\n12\n${B64}\n`);
    expect(parseTete(formatTete(tete))).toEqual(tete);
  });

  it.each([
    `probant-tete/2\nd\n1\n${B64}\n`,
    `probant-tete/1\nd e\n1\n${B64}\n`,
    `probant-tete/1\nd\n1.0\n${B64}\n`,
    `probant-tete/1\nd\n1\n${B64}\n\n`,
  ])("refuse une autre écriture (%#)", (texte) => {
    expect(() => parseTete(texte)).toThrow();
  });
});

describe("la preuve d’inscription (C2SP tlog-proof)", () => {
  const checkpoint = signCheckpoint({ taille: 2, racine: RACINE }, cle, signer);

  it("se relit telle qu’elle s’écrit, avec ou sans chemin", () => {
    for (const chemin of [[], [RACINE, h.sha256(RACINE)]]) {
      const preuve = { index: 1, chemin, checkpoint };
      expect(parseTlogProof(formatTlogProof(preuve))).toEqual(preuve);
    }
    expect(formatTlogProof({ index: 1, chemin: [RACINE], checkpoint })).toBe(
      `c2sp.org/tlog-proof@v1\nindex 1\n${B64}\n\n${checkpoint}`,
    );
  });

  it.each([
    "c2sp.org/tlog-proof@v1\nindex 1\n",
    `c2sp.org/tlog-proof@v2\nindex 1\n\n${checkpoint}`,
    `c2sp.org/tlog-proof@v1\nindex 01\n\n${checkpoint}`,
    `c2sp.org/tlog-proof@v1\nextra QQ==\nindex 1\n\n${checkpoint}`,
    `c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\n${checkpoint}`,
  ])("refuse une autre écriture (%#)", (texte) => {
    expect(() => parseTlogProof(texte)).toThrow();
  });
});
