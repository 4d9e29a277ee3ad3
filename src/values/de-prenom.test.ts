import { expect, test } from "vitest";
import { dePrenom } from "./de-prenom.ts";

test("s’élide devant une voyelle, un h ou un y qui sonne comme i", () => {
  expect(["Inès", "Éléonore", "Œdipe", "Hélène", "Yves"].map(dePrenom)).toEqual([
    "d’Inès",
    "d’Éléonore",
    "d’Œdipe",
    "d’Hélène",
    "d’Yves",
  ]);
});

test("ne s’élide ni devant une consonne, ni devant un y suivi d’une voyelle", () => {
  expect(["Camille", "Yanis", "Yaël", "Yohann"].map(dePrenom)).toEqual([
    "de Camille",
    "de Yanis",
    "de Yaël",
    "de Yohann",
  ]);
});
