import fc from "fast-check";
import { expect, it } from "vitest";
import { QUESTIONS, texteDesReponses } from "./questions.ts";
import { reponsesDuTexte } from "./reponses-du-texte.ts";

const posees = new Set(QUESTIONS.map((q) => q.question));
const reponse = fc
  .array(fc.oneof(fc.string(), fc.constant(""), fc.constant("À suivre ?")), { maxLength: 6 })
  .map((lignes) => lignes.join("\n"))
  .filter((t) => !t.split(/\n/).some((l) => posees.has(l)));

it("relit entier ce qui a été écrit, réponse par réponse", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...QUESTIONS.map((q) => q.id)), reponse), (donnees) => {
      const ecrites = new Map(Object.entries(donnees).map(([id, t]) => [id, t.trim()]));
      const attendues = new Map(
        QUESTIONS.flatMap(({ id }) => (ecrites.get(id) ? [[id, ecrites.get(id)!]] : [])),
      );
      expect(reponsesDuTexte(texteDesReponses(ecrites))).toEqual({ parQuestion: attendues, hors: "" });
    }),
  );
});

it("garde à part un texte que le conseiller a tapé sans les questions", () => {
  expect(reponsesDuTexte("Je veux changer.")).toEqual({ parQuestion: new Map(), hors: "Je veux changer." });
});
