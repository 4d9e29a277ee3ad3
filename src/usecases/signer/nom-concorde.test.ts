import { expect, test } from "vitest";
import { nomConcorde } from "./nom-concorde.ts";

const personne = { prenom: "Éléonore Anne-Marie Zoé", nom: "D’Œuvre-Lévêque" };

test.each([
  "Éléonore D’Œuvre-Lévêque",
  "eleonore d'oeuvre leveque",
  "D’ŒUVRE-LÉVÊQUE Éléonore",
  "Éléonore Anne-Marie Zoé D'Œuvre-Lévêque",
  "  Zoé   d’Œuvre Lévêque ",
])("« %s » est bien cette personne", (saisi) => {
  expect(nomConcorde(saisi, personne)).toBe(true);
});

test.each([
  "",
  "Éléonore",
  "D’Œuvre-Lévêque",
  "Éléonore Lévêque",
  "Nadia Benali",
  "Éléonore Benali D’Œuvre-Lévêque",
])("« %s » ne l’est pas", (saisi) => {
  expect(nomConcorde(saisi, personne)).toBe(false);
});
