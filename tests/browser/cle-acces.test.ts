import { expect, test } from "vitest";
import { ouvrirComptes } from "../../src/auth/comptes.ts";
import { creerApp } from "../../src/web/app.tsx";
import { preparerRessources } from "../../src/web/ressources.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";
import { COMPTE, fonderBilan } from "./centre.ts";
import { lancerNavigateur } from "./navigateur.ts";
import { servir } from "./serveur.ts";

test("une clé d’accès s’ajoute, fait entrer sans rien taper, et n’ouvre plus rien une fois retirée", async () => {
  const m = await ouvrirMaisonDeTest({ fondee: false });
  await fonderBilan(m);
  // A key is bound to a name, and the port is known once the server listens.
  let app = m.app;
  const serveur = await servir({ fetch: (requete) => app.fetch(requete) });
  const url = serveur.url.replace("127.0.0.1", "localhost");
  const servies = preparerRessources();
  const comptes = ouvrirComptes({
    pool: m.maison.base.pool,
    secret: m.maison.trousseau.secretDeSession(),
    url,
  });
  const pannes: Error[] = [];
  const portes = { maison: m.maison, comptes, imprimer: m.imprimer, ressources: servies.adresses };
  app = creerApp({ ...portes, demonstration: false, url }, servies, (_, erreur) => pannes.push(erreur));
  const navigateur = await lancerNavigateur();
  try {
    const contexte = await navigateur.newContext();
    const page = await contexte.newPage();
    const cdp = await contexte.newCDPSession(page);
    await cdp.send("WebAuthn.enable");
    await cdp.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const sortir = async () => {
      await page.getByRole("button", { name: "Se déconnecter" }).click();
      await page.waitForURL("**/connexion");
    };
    await page.goto(`${url}/connexion`);
    await page.getByLabel("Adresse électronique").fill(COMPTE.courriel);
    await page.getByLabel("Phrase de passe").fill(COMPTE.motDePasse);
    await page.getByRole("button", { name: "Entrer", exact: true }).click();
    await page.waitForURL("**/aujourdhui");

    await page.goto(`${url}/compte/cles`);
    await page.getByLabel("Votre phrase de passe actuelle").fill(COMPTE.motDePasse);
    await page.getByLabel("Nom de cette clé").fill("Mon téléphone");
    await page.getByRole("button", { name: "Ajouter une clé d’accès" }).click();
    await page.getByRole("heading", { name: "Mon téléphone" }).waitFor();

    await sortir();
    const defi = page.waitForRequest((r) => r.url() === `${url}/connexion/cle`);
    await page.getByRole("button", { name: "Entrer avec une clé d’accès" }).click();
    await page.waitForURL("**/aujourdhui");
    const rejouee = new URLSearchParams((await defi).postData() ?? "").get("reponse") ?? "";
    expect(rejouee).toContain("public-key");
    // What was sent once opens nothing a second time.
    expect(await comptes.clesAcces.reconnaitre(rejouee)).toBeNull();

    await page.goto(`${url}/compte/cles`);
    await page.getByRole("button", { name: "Retirer Mon téléphone" }).click();
    await page.getByText("Aucune clé").waitFor();
    await sortir();
    await page.getByRole("button", { name: "Entrer avec une clé d’accès" }).click();
    await page.getByText("Cette clé d’accès n’ouvre rien ici.").first().waitFor();

    const sansScript = await (await navigateur.newContext({ javaScriptEnabled: false })).newPage();
    await sansScript.goto(`${url}/connexion`);
    expect(await sansScript.getByRole("button", { name: /clé d’accès/ }).count()).toBe(0);
    expect(pannes).toEqual([]);
  } finally {
    await navigateur.close();
    await serveur.fermer();
  }
}, 120_000);
