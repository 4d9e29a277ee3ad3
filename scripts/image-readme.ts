import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ouvrirComptes } from "../src/auth/comptes.ts";
import { racine } from "../src/cli/racine.ts";
import { lireConfig } from "../src/config.ts";
import { raconterDemonstration } from "../src/demonstration/raconter.ts";
import { ouvrirMaison } from "../src/main/ouvrir-maison.ts";
import { servir } from "../src/main/servir.ts";
import type { Instant } from "../src/values/instant.ts";
import { jour } from "../src/values/jour.ts";
import { lancerNavigateur } from "../tests/browser/navigateur.ts";

// Usage: node --import ./bin/tsx-hook.mjs scripts/image-readme.ts
// Photographs the demonstration's dossier of Camille Moreau for the README, on a day that never changes.
const FICHIER = join(racine, "docs", "images", "dossier.png");
const MAINTENANT = "2026-11-24T13:05:00.000Z" as Instant;
const VUE = { width: 1280, height: 1180 };

const donnees = await mkdtemp(join(tmpdir(), "probant-image-"));
const config = lireConfig({ PROBANT_DATA: donnees, PORT: "4199" }, racine);
const ouverte = await ouvrirMaison(config, "serveur");
try {
  const maison = { ...ouverte, horloge: () => MAINTENANT };
  const comptes = ouvrirComptes({
    pool: maison.base.pool,
    secret: maison.trousseau.secretDeSession(),
    url: config.url,
  });
  const {
    comptes: [compte],
  } = await raconterDemonstration(maison, comptes, jour("2026-11-24"), { dossiers: 0 }, () => {});
  const serveur = await servir(config, maison, true);
  const navigateur = await lancerNavigateur();
  const page = await navigateur.newPage({ viewport: VUE, locale: "fr-FR", reducedMotion: "reduce" });
  await page.goto(serveur.url);
  await page.getByLabel("Adresse électronique").fill(compte?.courriel ?? "");
  await page.getByLabel("Phrase de passe").fill(compte?.motDePasse ?? "");
  await page.getByRole("button", { name: "Entrer" }).click();
  await page.getByRole("link", { name: "Dossiers", exact: true }).click();
  await page.getByRole("link", { name: "Camille Moreau" }).click();
  await page.getByRole("heading", { level: 1, name: "Camille Moreau" }).waitFor();
  await page.screenshot({ path: FICHIER });
  await navigateur.close();
  await serveur.arreter();
} finally {
  await ouverte.fermer();
  await rm(donnees, { recursive: true });
}
