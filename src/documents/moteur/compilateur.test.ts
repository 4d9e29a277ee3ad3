import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jour } from "../../values/jour.ts";
import { cadreExemple } from "../exemple-cadre.ts";
import { composer } from "../papier.ts";
import { creerCompilateur } from "./compilateur.ts";
import { lireCouverture } from "./couverture.ts";
import type { DocumentImprimable, Logo } from "./document-imprimable.ts";
import { ErreurImpression } from "./erreur-impression.ts";
import { lirePolices } from "./polices.ts";

const compilateur = creerCompilateur(new URL("../", import.meta.url));

function lettre(texte: string, logo: Logo | null = null): DocumentImprimable {
  const cadre = { ...cadreExemple, organisme: { ...cadreExemple.organisme, logo } };
  const corps = {
    destinataire: [texte],
    quand: { jour: texte, heure: texte },
    details: [],
    appeler: [],
    deplacer: null,
    aPrevoir: [{ lignes: [texte] }],
  };
  const composition = composer(cadre, {
    gabarit: "convocation/convocation.typ",
    intitule: "Essai",
    sousTitre: texte,
    corps,
  });
  if (!composition.ok) throw new Error(composition.refus.join(" "));
  return composition.document;
}

function refus(document: DocumentImprimable): ErreurImpression {
  try {
    compilateur.compiler(document);
  } catch (erreur) {
    if (erreur instanceof ErreurImpression) return erreur;
    throw erreur;
  }
  throw new Error("imprimé alors qu’un refus était attendu");
}

const PNG_D_UN_POINT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const svg = (corps: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${corps}</svg>`);

describe("le compilateur", () => {
  it("imprime chacun des caractères de ses polices, en maigre, en gras et en titre", () => {
    const couverture = lireCouverture(lirePolices());
    const tous: string[] = [];
    for (let p = 0x21; p < 0x30000; p += 1) {
      const c = String.fromCodePoint(p);
      if (couverture(p) && !/\p{M}/u.test(c)) tous.push(c);
    }
    expect(tous.length).toBeGreaterThan(39_000);
    expect(compilateur.compiler(lettre(tous.join(" "))).length).toBeGreaterThan(1_000_000);
  }, 120_000);

  it("imprime n’importe quelle suite de caractères", () => {
    const point = fc.integer({ min: 0, max: 0x2ffff }).map((p) => String.fromCodePoint(p));
    const accents = fc.constantFrom(..."aé王שع☺\u0301\u0327\u0670\u05b0\u200d\ufe0f\u034f\n ");
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(point, accents), maxLength: 60 }), (texte) => {
        expect(compilateur.compiler(lettre(texte)).length).toBeGreaterThan(1000);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it.each([
    ["png", PNG_D_UN_POINT],
    ["svg", svg('<rect width="10" height="10" fill="#57306b"/>')],
  ] as const)("porte un logo %s avec son texte de remplacement", (format, octets) => {
    const logo = { format, octets, alternative: "Logo du Centre Horizon" };
    expect(compilateur.compiler(lettre("a", logo)).length).toBeGreaterThan(
      compilateur.compiler(lettre("a")).length,
    );
  });

  it.each([
    ["qui n’est pas une image", Buffer.from([1, 2, 3])],
    ["qui lit un fichier de la machine", svg('<image href="file:///etc/hostname" width="9" height="9"/>')],
  ])("refuse un logo %s, et dit que c’est le logo", (_quoi, octets) => {
    const erreur = refus(lettre("a", { format: "svg", octets, alternative: "Logo" }));
    expect(erreur.message).toContain("le logo de l’organisme n’est pas une image PNG ou SVG lisible");
  });

  it("n’est pas gêné par le logo du document d’avant", () => {
    const avant = compilateur.compiler(lettre("a"));
    refus(lettre("a", { format: "svg", octets: Buffer.from([1]), alternative: "Logo" }));
    expect(Buffer.compare(compilateur.compiler(lettre("a")), avant)).toBe(0);
  });

  it("ne met dans l’erreur aucun mot du document", () => {
    const document = lettre("Camille Moreau");
    const erreur = refus({ ...document, donnees: { ...document.donnees, details: "Camille Moreau" } });
    expect(erreur.message).toContain("n’a pas pu être mis en page");
    expect(erreur.detail).not.toBe("");
    expect(`${erreur.message} ${erreur.detail}`).not.toContain("Camille");
  });

  it("ne lit rien hors de ses gabarits", () => {
    expect(refus({ ...lettre("a"), gabarit: "../../package.json" })).toBeInstanceOf(ErreurImpression);
  });

  it("date le fichier du jour donné", () => {
    const pdf = compilateur.compiler({ ...lettre("a"), date: jour("2023-03-01") });
    expect(Buffer.from(pdf).toString("latin1")).toContain("/CreationDate (D:20230301");
  });
});
