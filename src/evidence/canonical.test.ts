import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalize, parseCanonical } from "./canonical.ts";

const CLE_NFC = fc.string({ unit: "grapheme", maxLength: 8 }).filter((s) => s.normalize("NFC") === s);
const { valeur } = fc.letrec<{ valeur: unknown }>((tie) => ({
  valeur: fc.oneof(
    { maxDepth: 3 },
    CLE_NFC,
    fc.maxSafeInteger().map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.boolean(),
    fc.array(tie("valeur"), { maxLength: 4 }),
    fc.dictionary(CLE_NFC, tie("valeur"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe("la forme canonique (RFC 8785)", () => {
  it("range les clés dans l’ordre publié (RFC 8785, § 3.2.3, sans sa clé U+FB33 qui n’est pas NFC)", () => {
    const objet = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(canonicalize(objet)))).toHaveLength(6);
    expect([...canonicalize(objet).matchAll(/:"(.*?)"/g)].map(([, nom]) => nom)).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
    ]);
    expect(() => canonicalize({ "\ufb33": "Hebrew Letter Dalet With Dagesh" })).toThrow(
      "non normalisé (NFC)",
    );
  });

  it("écrit les caractères comme le texte publié (RFC 8785, § 3.2.2)", () => {
    const texte = '\u20ac$\u000f\nA\u0027\u0042\u0022\u005c\\"/';
    expect(canonicalize({ string: texte, literals: [true, false], numbers: [56, 0, -1] })).toBe(
      '{"literals":[true,false],"numbers":[56,0,-1],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("range comme le jeu d’essai « french » de la RFC", () => {
    const objet = { peach: "a", péché: "b", pêche: "c", sin: "d" };
    expect(canonicalize(objet)).toBe('{"peach":"a","péché":"b","pêche":"c","sin":"d"}');
  });

  it.each([
    [null, "null : une donnée absente ne s’écrit pas"],
    [1.5, "un nombre qui n’est pas un entier sûr"],
    [Number.NaN, "un nombre qui n’est pas un entier sûr"],
    [2 ** 53, "un nombre qui n’est pas un entier sûr"],
    [-0, "un nombre qui n’est pas un entier sûr"],
    [undefined, "une valeur de type undefined"],
    [1n, "une valeur de type bigint"],
    ["\ud800", "un demi-caractère Unicode isolé"],
    ["e\u0301", "un texte Unicode non normalisé (NFC)"],
    [new Map(), "un objet qui n’est pas une simple donnée"],
    [new Uint8Array(2), "un objet qui n’est pas une simple donnée"],
  ])("refuse une valeur en nommant sa place (%#)", (valeurRefusee, raison) => {
    expect(() => canonicalize({ a: [{ b: valeurRefusee }] })).toThrow(
      `Forme canonique impossible à « a[0].b » : ${raison}.`,
    );
  });

  it("refuse un tableau troué et un empilement sans fin", () => {
    expect(() => canonicalize(new Array(1))).toThrow("undefined");
    let profond: unknown = 1;
    for (let i = 0; i < 70; i++) profond = [profond];
    expect(() => canonicalize(profond)).toThrow("trop de niveaux imbriqués");
    expect(() => parseCanonical("[".repeat(100_000))).toThrow("n’est pas du JSON");
  });

  it.each([
    '{"a":1,"a":1}',
    '{"b":1,"a":1}',
    '{"a": 1}',
    '{"a":1}\n',
    '{"a":1.0}',
    '{"a":1e2}',
    '{"a":"\\u0041"}',
    '{"a":"\\/"}',
    "-0",
    "null",
    "",
  ])("ne lit pas %s, qui n’est pas sa propre forme canonique", (texte) => {
    expect(() => parseCanonical(texte)).toThrow();
  });

  it("relit ce qu’elle écrit, et l’ordre d’écriture des clés n’y change rien", () => {
    fc.assert(
      fc.property(valeur, (v) => {
        const texte = canonicalize(v);
        expect(canonicalize(parseCanonical(texte))).toBe(texte);
        expect(parseCanonical(texte)).toEqual(v);
        if (typeof v !== "object" || v === null || Array.isArray(v)) return;
        expect(canonicalize(Object.fromEntries(Object.entries(v).reverse()))).toBe(texte);
      }),
    );
  });
});
