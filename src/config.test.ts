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

it("n’interroge une autorité d’horodatage que si son adresse est dite, et bonne", () => {
  expect(lire({}).autoriteHorodatage).toBeUndefined();
  expect(lire({ PROBANT_TSA_URL: " http://tsa.exemple.invalid/tsr/ " }).autoriteHorodatage).toBe(
    "http://tsa.exemple.invalid/tsr/",
  );
  for (const [valeur, dit] of [
    ["tsa.exemple.invalid", "n’est pas une adresse"],
    ["ftp://tsa.exemple.invalid", "n’est pas une adresse"],
    ["https://nom:secret@tsa.exemple.invalid", "ni mot de passe"],
  ] as const) {
    expect(() => lire({ PROBANT_TSA_URL: valeur })).toThrow(dit);
  }
});

it("place les clés des sceaux à côté du trousseau", () => {
  expect(lire({ PROBANT_KEYRING: "/cle/usb/trousseau.json" }).sceaux).toBe("/cle/usb/sceaux");
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

it("un fournisseur d’identité se règle en entier, ou pas du tout", () => {
  expect(lire({}).fournisseurIdentite).toBeUndefined();
  const reglages = {
    PROBANT_OIDC_ISSUER: " https://identite.example ",
    PROBANT_OIDC_CLIENT_ID: "probant",
    PROBANT_OIDC_CLIENT_SECRET: "secret",
    PROBANT_OIDC_NOM: "Réseau Horizon",
  };
  expect(lire(reglages).fournisseurIdentite).toEqual({
    emetteur: "https://identite.example",
    client: "probant",
    secret: "secret",
    nom: "Réseau Horizon",
  });
  expect(() => lire({ ...reglages, PROBANT_OIDC_NOM: " " })).toThrow("PROBANT_OIDC_NOM manque");
});
