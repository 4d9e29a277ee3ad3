import { expect, test } from "vitest";
import { parseServeurCourriel } from "./serveur-courriel.ts";

test("l’adresse du serveur donne l’hôte, le port et le chiffrement", () => {
  expect(parseServeurCourriel("smtp://courriel.example")).toEqual({
    hote: "courriel.example",
    port: 587,
    chiffrement: "exige",
    identifiants: null,
  });
  expect(parseServeurCourriel("smtps://n%40m:p%3As@courriel.example")).toEqual({
    hote: "courriel.example",
    port: 465,
    chiffrement: "des_le_debut",
    identifiants: { utilisateur: "n@m", motDePasse: "p:s" },
  });
  expect(parseServeurCourriel("smtp://127.0.0.1:2525")).toMatchObject({ port: 2525, chiffrement: "aucun" });
  expect(parseServeurCourriel("smtp://relais:25?chiffrement=aucun")).toMatchObject({ chiffrement: "aucun" });
});

test("un mot de passe ne part jamais en clair vers une autre machine", () => {
  expect(parseServeurCourriel("smtp://a:b@relais?chiffrement=aucun")).toHaveProperty("refus");
  expect(parseServeurCourriel("smtp://a:b@localhost:25")).toMatchObject({ chiffrement: "aucun" });
});

test("ce qui n’est pas l’adresse d’un serveur est refusé avec une phrase", () => {
  for (const texte of [
    "courriel.example",
    "http://courriel.example",
    "smtp://",
    "smtp://a@courriel.example",
    "smtp://a:%E0%A4%A@courriel.example",
    "smtp://courriel.example/boite",
    "smtp://courriel.example?secure=false",
    "smtp://courriel.example?chiffrement=faible",
    "smtp://courriel.example:99999",
  ]) {
    expect([texte, parseServeurCourriel(texte)]).toEqual([texte, { refus: expect.any(String) }]);
  }
});
