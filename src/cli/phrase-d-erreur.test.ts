import { expect, it } from "vitest";
import { panneDe } from "../store/pannes.ts";
import { phraseDErreur } from "./phrase-d-erreur.ts";

it("une erreur qui porte sa phrase la dit", () => {
  expect(phraseDErreur(Object.assign(new Error("x"), { phrase: "Le port est pris." }))).toBe(
    "Le port est pris.",
  );
});

it("un fichier interdit et une base abîmée se disent en français, sans trace", () => {
  const interdit = Object.assign(new Error("EACCES: permission denied"), {
    code: "EACCES",
    path: "/donnees",
  });
  expect(phraseDErreur(interdit)).toContain("pas le droit de lire ou d’écrire /donnees");
  const abimee = Object.assign(new Error("invalid page in block 0"), { severity: "ERROR", code: "XX001" });
  expect(phraseDErreur(abimee)).toMatch(/code XX001.*abîmée/);
  for (const erreur of [interdit, abimee]) expect(phraseDErreur(erreur)).not.toContain("    at ");
});

it("un disque plein et une base qui ne répond plus se disent, sans accuser les données", () => {
  const plein = Object.assign(new Error("could not extend file"), { severity: "ERROR", code: "53100" });
  const coupee = Object.assign(new Error("terminating connection"), { severity: "FATAL", code: "57P01" });
  const dites = [plein, coupee].map((e) => phraseDErreur(e, panneDe(e)));
  expect(dites).toEqual([
    expect.stringMatching(/^Le disque est plein\./),
    expect.stringMatching(/^La connexion à la base de données s’est coupée\./),
  ]);
  expect(phraseDErreur(Object.assign(new Error("x"), { phrase: "Le port est pris." }), "absente")).toBe(
    "Le port est pris.",
  );
});

it("un défaut de programme donne sa trace", () => {
  expect(phraseDErreur(new TypeError("x is not a function"))).toContain("    at ");
});
