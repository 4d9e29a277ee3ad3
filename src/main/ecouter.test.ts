import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { lireConfig } from "../config.ts";
import { ErreurDemarrage } from "../store/postgres/erreur-demarrage.ts";
import { ecouter } from "./ecouter.ts";

const serveurFerme = () => {
  const serveur = createServer();
  onTestFinished(() => {
    serveur.close();
  });
  return serveur;
};
const config = { ...lireConfig({}, "/"), port: 0, hote: "127.0.0.1" };

test("un port pris est refusé par une phrase", async () => {
  const premier = serveurFerme();
  await ecouter(premier, config);
  const { port } = premier.address() as AddressInfo;
  await expect(ecouter(serveurFerme(), { ...config, port })).rejects.toBeInstanceOf(ErreurDemarrage);
});

test("une faute du serveur déjà ouvert n’est pas prise pour un refus d’écouter", async () => {
  const serveur = serveurFerme();
  await ecouter(serveur, config);
  expect(() => serveur.emit("error", new Error("later"))).toThrow("later");
});
