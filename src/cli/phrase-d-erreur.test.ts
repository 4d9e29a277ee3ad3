import { expect, it } from "vitest";
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

it("un défaut de programme donne sa trace", () => {
  expect(phraseDErreur(new TypeError("x is not a function"))).toContain("    at ");
});
