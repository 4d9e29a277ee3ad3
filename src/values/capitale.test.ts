import { expect, test } from "vitest";
import { capitale } from "./capitale.ts";

test("met la capitale à la première lettre, avec son accent", () => {
  expect(capitale("élan")).toBe("Élan");
  expect(capitale("l’objectif")).toBe("L’objectif");
  expect(capitale("")).toBe("");
});
