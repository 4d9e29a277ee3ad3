import { expect, test } from "vitest";
import { BILAN } from "../../law/bilan-exemple.ts";
import { organismeLu } from "./organisme-lu.ts";

test("le même contenu donne le même organisme, un contenu changé en donne un autre", () => {
  const lu = organismeLu(BILAN.organisme);
  expect(lu).toEqual(BILAN.organisme);
  expect(organismeLu(structuredClone(BILAN.organisme))).toBe(lu);
  const change = organismeLu({ ...BILAN.organisme, raisonSociale: "Cabinet Midi" });
  expect(change.raisonSociale).toBe("Cabinet Midi");
  expect(organismeLu(BILAN.organisme)).toBe(lu);
});

test("refuse ce qui n’est pas un organisme", () => {
  expect(() => organismeLu({ nom: "sans rien" })).toThrow();
});

test("oublie les plus anciens : la mémoire reste bornée, et la réponse juste", () => {
  const premier = organismeLu({ ...BILAN.organisme, raisonSociale: "Cabinet 0" });
  for (let i = 1; i <= 250; i += 1) organismeLu({ ...BILAN.organisme, raisonSociale: `Cabinet ${i}` });
  const relu = organismeLu({ ...BILAN.organisme, raisonSociale: "Cabinet 0" });
  expect(relu).not.toBe(premier);
  expect(relu).toEqual(premier);
});
