import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dites, ouvrirPoisons } from "../matrice/charges.ts";
import { routesDe } from "../matrice/matrice.ts";
import type { Monde } from "../matrice/monde.ts";
import { ouvrirMonde } from "../matrice/ouvrir-monde.ts";
import { recolter, routeDe } from "../matrice/recolte.ts";
import type { Visiteur } from "../matrice/visiteur.ts";
import { lancerNavigateur } from "./navigateur.ts";
import { type Serveur, servir } from "./serveur.ts";

let navigateur: Browser;
let monde: Monde;
let serveur: Serveur;
/** For each route and person, the page that says the most payloads. */
const aVoir = new Map<string, { qui: Visiteur; chemin: string; dits: number }>();
const fermetures: (() => Promise<void>)[] = [];

beforeAll(async () => {
  navigateur = await lancerNavigateur();
  fermetures.push(() => navigateur.close());
  monde = await ouvrirMonde((fermer) => fermetures.push(fermer), ouvrirPoisons());
  serveur = await servir(monde.scene.app);
  fermetures.push(() => serveur.fermer());
  const routes = routesDe(monde.scene);
  const voir = (qui: Visiteur) =>
    recolter(routes, qui, new Map(), monde.departs(qui), async (chemin, { entetes, texte, statut }) => {
      if (statut !== 200 || !entetes.get("content-type")?.includes("html")) return;
      // A file that is saved has its own test, in a page of its own.
      if (entetes.get("content-disposition") !== null) return;
      const route = routeDe(routes, "GET", chemin);
      const acte = route?.parametres.acte ?? "";
      const cle = `${route?.route.nom} ${acte} ${qui.role} ${qui.gere}`;
      const dits = dites(texte);
      if (dits > (aVoir.get(cle)?.dits ?? -1)) aVoir.set(cle, { qui, chemin, dits });
    });
  await Promise.all(monde.etrangers.map(voir));
}, 300_000);
afterAll(async () => {
  for (const fermer of fermetures.reverse()) await fermer();
});

/** Notes, inside the page and from its first moment, what its policy refuses. */
const GUETTER = `addEventListener("securitypolicyviolation", (e) => {
  console.log("violation " + e.violatedDirective + " " + e.blockedURI);
});`;

async function ouvrirPour(qui: Visiteur, incidents: string[]): Promise<Page> {
  const contexte = await navigateur.newContext();
  const page = await contexte.newPage();
  const [nom = "", ...valeur] = qui.cookie.split("; ")[0]!.split("=");
  await contexte.addCookies([{ name: nom, value: valeur.join("="), url: serveur.url }]);
  await page.addInitScript(GUETTER);
  page.on("dialog", (d) => {
    incidents.push(`fenêtre : ${d.message()}`);
    void d.dismiss();
  });
  page.on("console", (m) => {
    if (m.text().startsWith("violation ") || m.text().includes("Content Security Policy"))
      incidents.push(m.text());
  });
  page.on("pageerror", (e) => incidents.push(`erreur : ${e.message}`));
  return page;
}

test("dans un navigateur, aucun texte piégé n’ouvre de fenêtre, ne charge rien, ni ne heurte la politique", async () => {
  const incidents: string[] = [];
  const ailleurs: string[] = [];
  let dits = 0;
  for (const qui of monde.etrangers) {
    const page = await ouvrirPour(qui, incidents);
    page.on("request", (r) => {
      if (new URL(r.url()).origin !== serveur.url) ailleurs.push(r.url());
    });
    for (const vue of [...aVoir.values()].filter((v) => v.qui === qui)) {
      const avant = incidents.length;
      const reponse = await page.goto(`${serveur.url}${vue.chemin}`, { waitUntil: "load" });
      expect([vue.chemin, reponse?.status()]).toEqual([vue.chemin, 200]);
      // What the person might do by chance: reach each field, pass over each link.
      for (const champ of await page.locator("input:visible, textarea:visible").all()) await champ.focus();
      dits += vue.dits;
      for (let i = avant; i < incidents.length; i += 1) incidents[i] = `${vue.chemin} : ${incidents[i]}`;
      const ecrits = await page
        .locator("main :is(script, iframe, svg[onload], img[onerror], [onfocus])")
        .count();
      expect([vue.chemin, ecrits]).toEqual([vue.chemin, 0]);
    }
    await page.context().close();
  }
  expect(incidents).toEqual([]);
  expect(ailleurs).toEqual([]);
  expect(aVoir.size).toBeGreaterThan(60);
  expect(dits).toBeGreaterThan(300);
  process.stdout.write(
    `attaques : ${aVoir.size} pages ouvertes, ${dits} charges dites, 0 fenêtre, 0 violation\n`,
  );
}, 240_000);
