import { expect, test } from "vitest";
import { ouvrirComptes } from "../../src/auth/comptes.ts";
import { creerApp } from "../../src/web/app.tsx";
import { preparerRessources } from "../../src/web/ressources.ts";
import { ouvrirFournisseurDEssai } from "../harness/fournisseur-identite.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";
import { violationsAxe } from "./axe.ts";
import { COMPTE, fonderBilan } from "./centre.ts";
import { lancerNavigateur, ouvrir } from "./navigateur.ts";
import { servir } from "./serveur.ts";

test("on entre par le fournisseur d’un autre site, sans script, sur 320 px, et l’on en ressort", async () => {
  const m = await ouvrirMaisonDeTest({ fondee: false });
  await fonderBilan(m);
  const lui = await ouvrirFournisseurDEssai();
  lui.presente = { email: COMPTE.courriel };
  // Two names of this machine are two sites for a browser: the cookie must survive the way back from one to the other.
  let app = m.app;
  const serveur = await servir({ fetch: (requete) => app.fetch(requete) });
  const url = serveur.url.replace("127.0.0.1", "localhost");
  const servies = preparerRessources();
  const dites: string[] = [];
  const comptes = ouvrirComptes({
    pool: m.maison.base.pool,
    secret: m.maison.trousseau.secretDeSession(),
    url,
    reseau: { fournisseur: lui.reglages, dire: (phrase) => void dites.push(phrase) },
  });
  const pannes: Error[] = [];
  const portes = { maison: m.maison, comptes, imprimer: m.imprimer, ressources: servies.adresses };
  app = creerApp({ ...portes, demonstration: false, url }, servies, (_, erreur) => pannes.push(erreur));
  const navigateur = await lancerNavigateur();
  try {
    const { page, plaintes } = await ouvrir(navigateur, `${url}/connexion?suite=/dossiers`, {
      largeur: 320,
      script: false,
    });
    const bouton = page.getByRole("link", { name: "Entrer avec Réseau Horizon" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await violationsAxe(page)).toEqual([]);
    await bouton.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(`${url}/dossiers`);
    await page.goto(`${url}/compte/reseau`);
    await page.getByText("Lié depuis le").waitFor();
    expect(await violationsAxe(page)).toEqual([]);
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.waitForURL("**/connexion");
    // Nothing of the way back remains where the next person at the machine would find it.
    const cookies = (await page.context().cookies()).map((c) => c.name);
    expect(cookies.filter((nom) => nom.includes("reseau") || nom.includes("session_token"))).toEqual([]);

    lui.presente = { email: "inconnu@reseau.invalid" };
    await bouton.click();
    await page.getByText("Rien n’est ouvert ici à l’adresse inconnu@reseau.invalid.").waitFor();
    expect(await violationsAxe(page)).toEqual([]);
    expect([plaintes, pannes, dites]).toEqual([[], [], []]);
  } finally {
    await navigateur.close();
    await serveur.fermer();
  }
});
