import { describe, expect, it } from "vitest";
import { makeCleExemple } from "../../tests/evidence/cle-exemple.ts";
import { hasherNode as h } from "../verifier/hasher-node.ts";
import { empreinteCle, formatVkey, makeCle, parseVkey } from "./cle.ts";
import { openNote, parseNote, signNote } from "./note.ts";

// The example that the documentation of Go's golang.org/x/mod/sumdb/note publishes.
const VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const TEXTE =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const SIGNATURE =
  "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const ENOCH =
  "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
const NOTE = `${TEXTE}\n${SIGNATURE}${ENOCH}`;
const PETER = parseVkey(h, VKEY);

describe("la note signée (C2SP signed-note)", () => {
  it("accepte l’exemple publié et ignore la signature d’une clé inconnue", () => {
    expect(openNote(h, `${TEXTE}\n${SIGNATURE}`, [PETER])).toBe(TEXTE);
    expect(openNote(h, NOTE, [PETER])).toBe(TEXTE);
    expect(parseNote(NOTE).signatures.map(({ nom, id }) => `${nom} ${id}`)).toEqual([
      "PeterNeumann c74f20a3",
      "EnochRoot af0cfe78",
    ]);
  });

  it("refuse un texte changé, une signature fausse d’une clé connue, ou l’absence de clé connue", () => {
    expect(() => openNote(h, NOTE.replace("answer", "Answer"), [PETER])).toThrow(
      "« PeterNeumann » est fausse",
    );
    const fausse = NOTE.replace("ZJku", "ZJkv");
    expect(() => openNote(h, `${fausse}${SIGNATURE}`, [PETER])).toThrow("est fausse");
    expect(() => openNote(h, `${TEXTE}\n${ENOCH}`, [PETER])).toThrow(
      "Aucune signature ne vient de la clé attendue",
    );
    expect(() => openNote(h, NOTE, [])).toThrow("Aucune signature");
  });

  it("coupe le texte à la dernière ligne vide", () => {
    const { cle, signer } = makeCleExemple("essai.example", 3);
    const note = signNote("un\n\ndeux\n", [{ cle, signer }]);
    expect(openNote(h, note, [cle])).toBe("un\n\ndeux\n");
  });

  it("porte plusieurs signatures", () => {
    const a = makeCleExemple("a.example", 1);
    const b = makeCleExemple("b.example", 2);
    const note = signNote("texte\n", [a, b]);
    expect(openNote(h, note, [b.cle])).toBe("texte\n");
    expect(openNote(h, note, [a.cle, b.cle])).toBe("texte\n");
  });

  it.each([
    TEXTE,
    `${TEXTE}\n`,
    `${TEXTE}\n${SIGNATURE.trimEnd()}`,
    `${TEXTE}\n- PeterNeumann x08g\n`,
    `${TEXTE}\n— Peter Neumann x08g\n`,
    `${TEXTE}\n— PeterNeumann x08g\n`,
    `a\tb\n\n${SIGNATURE}`,
    `a\r\n\n${SIGNATURE}`,
    `a\n\n${SIGNATURE.repeat(65)}`,
  ])("refuse une note mal formée (%#)", (note) => {
    expect(() => parseNote(note)).toThrow();
  });

  it("ne signe pas ce qu’elle ne saurait relire", () => {
    const signataire = makeCleExemple("essai.example", 3);
    expect(() => signNote("sans fin", [signataire])).toThrow("finit par un retour à la ligne");
    expect(() => signNote("a\u0001\n", [signataire])).toThrow("caractère interdit");
  });
});

describe("la clé de vérification", () => {
  it("se lit et s’écrit comme publiée", () => {
    expect(PETER.idHex).toBe("c74f20a3");
    expect(formatVkey(PETER)).toBe(VKEY);
    expect(empreinteCle(h, PETER)).toMatch(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/);
  });

  it("lit une clé dont le base64 contient « + »", () => {
    for (let graine = 0; graine < 40; graine++) {
      const { cle } = makeCleExemple("k.example", graine);
      expect(parseVkey(h, formatVkey(cle))).toEqual(cle);
    }
  });

  it("refuse une autre empreinte, un autre type, un nom impossible", () => {
    expect(() => parseVkey(h, VKEY.replace("c74f20a3", "c74f20a4"))).toThrow("n’est pas la sienne");
    expect(() => parseVkey(h, VKEY.replace("+ARpc", "+Ahpc"))).toThrow("Ed25519");
    expect(() => parseVkey(h, "rien")).toThrow("Ed25519");
    for (const nom of ["", "a b", "a+b", "a\n"])
      expect(() => makeCle(h, nom, PETER.publique)).toThrow("Le nom d’une clé");
  });
});
