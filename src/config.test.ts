import { expect, it } from "vitest";
import { lireConfig } from "./config.ts";

const lire = (env: Record<string, string>) => lireConfig(env, "/srv/probant");

it("aucun serveur frontal n’est cru sans qu’on l’ait dit", () => {
  expect(lire({}).proxys).toBe(0);
  expect(lire({ PROBANT_PROXY: " 2 " }).proxys).toBe(2);
});

it.each(["-1", "1.5", "11", "oui", "10.0.0.1"])("PROBANT_PROXY=%s est refusé par une phrase", (valeur) => {
  expect(() => lire({ PROBANT_PROXY: valeur })).toThrow(
    `PROBANT_PROXY vaut « ${valeur} » : il faut le nombre de serveurs frontaux`,
  );
});

it("sans serveur de courriel, rien n’est réglé ; bien écrit, il l’est", () => {
  expect(lire({})).toMatchObject({ smtp: undefined, expediteur: undefined });
  expect(
    lire({
      PROBANT_SMTP_URL: "smtps://horizon:p%40ss@courriel.example",
      PROBANT_MAIL_FROM: "Cabinet Horizon <contact@horizon.example>",
    }),
  ).toMatchObject({
    smtp: { hote: "courriel.example", port: 465, identifiants: { motDePasse: "p@ss" } },
    expediteur: { nom: "Cabinet Horizon", adresse: "contact@horizon.example" },
  });
});

it("un serveur de courriel mal écrit est refusé sans que son mot de passe soit répété", () => {
  for (const valeur of [
    "courriel.example",
    "smtp://nom:motsecret@courriel.example?x=1",
    "http://a:motsecret@b",
  ]) {
    expect(() => lire({ PROBANT_SMTP_URL: valeur })).toThrow(
      /^PROBANT_SMTP_URL est mal écrit : (?!.*motsecret)/,
    );
  }
  expect(() => lire({ PROBANT_MAIL_FROM: "Cabinet Horizon" })).toThrow(
    "PROBANT_MAIL_FROM vaut « Cabinet Horizon » : il faut une adresse de courriel",
  );
});
