import { expect, it } from "vitest";
import { ROLES } from "../../src/dossier/acte.ts";
import { ACCES } from "../../src/web/acces.ts";
import { ouvrirDossierDeTest } from "../harness/dossier.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";

const INCONNU = "D-2026-9999";

/** Files that every visitor gets: style sheet, script, fonts, icon. */
const RESSOURCE = /^\/(styles|scripts|polices|icone)\b|^\/icone/;

it("chaque route du routeur a sa ligne dans la table, et chaque ligne sa route", async () => {
  const { app } = await ouvrirMaisonDeTest();
  const routes = new Set(
    app.routes
      .filter((r) => r.method !== "ALL" && !RESSOURCE.test(r.path))
      .map((r) => `${r.method} ${r.path}`),
  );
  expect([...routes].filter((r) => ACCES[r] === undefined)).toEqual([]);
  expect(Object.keys(ACCES).filter((r) => !routes.has(r))).toEqual([]);
});

it("sans compte, rien d’autre que l’entrée et l’aide", async () => {
  const { app } = await ouvrirMaisonDeTest();
  for (const [route, acces] of Object.entries(ACCES)) {
    if (acces === "tous" || !route.startsWith("GET ")) continue;
    const reponse = await app.request(`http://127.0.0.1:4180${remplir(route, "D-2026-0001")}`);
    expect([route, reponse.status, reponse.headers.get("location")?.startsWith("/connexion")]).toEqual([
      route,
      303,
      true,
    ]);
  }
});

/** The address of a route with its parameters filled in. */
function remplir(route: string, reference: string): string {
  return route
    .replace(/^\w+ /, "")
    .replace(":reference", reference)
    .replace(":acte", "noterEntretien")
    .replace(":papier", "devis")
    .replace(":preparation", "0b4c7f0e-0000-4000-8000-000000000001")
    .replace(":empreinte", "0".repeat(64))
    .replace(":taille", "1")
    .replace(":page", "premiers-pas")
    .replace(":jeton", "inconnu")
    .replace(":lieu", "nouveau")
    .replace(":audit", "0b4c7f0e-0000-4000-8000-000000000001")
    .replace(":membre", "0b4c7f0e-0000-4000-8000-000000000001")
    .replace(":objet", "seance")
    .replace(":sur", "s1")
    .replace(":seance", "s1")
    .replace(":piece", "0b4c7f0e-0000-4000-8000-000000000001")
    .replace(":cle", "signature")
    .replace(":n", "1");
}

async function lire(client: Client, route: string, reference: string) {
  const reponse = route.startsWith("POST ")
    ? await client.post(remplir(route, reference))
    : await client.get(remplir(route, reference));
  return { statut: reponse.status, corps: await reponse.text() };
}

it("chaque rôle × chaque route d’un dossier : le sien, celui d’un autre organisme, un inconnu", async () => {
  const m = await ouvrirMaisonDeTest();
  const chezNous = await m.client("conseiller");
  const ailleurs = await m.fonder();
  const chezEux = await m.client("conseiller", ailleurs);
  const notre = await ouvrirDossierDeTest(m.maison, chezNous.auteur);
  const leur = await ouvrirDossierDeTest(m.maison, chezEux.auteur, { prenom: "Canari", nom: "Étranger" });
  // Both organisations number from 1: one more on their side makes a reference that only they have.
  const leurSecond = await ouvrirDossierDeTest(m.maison, chezEux.auteur, {
    prenom: "Canari",
    nom: "Étranger",
  });
  expect(notre).toBe(leur);
  let requetes = 0;
  for (const role of ROLES) {
    const client = await m.client(role);
    for (const [route, acces] of Object.entries(ACCES)) {
      if (!route.includes(":reference")) continue;
      const [etranger, inconnu] = [await lire(client, route, leurSecond), await lire(client, route, INCONNU)];
      requetes += 2;
      expect([role, route, etranger.statut]).toEqual([role, route, 404]);
      expect([role, route, etranger.corps === inconnu.corps]).toEqual([role, route, true]);
      expect(etranger.corps).not.toContain("Canari");
      if (acces !== "tous" && !acces.includes(role)) {
        expect([role, route, (await lire(client, route, notre)).statut]).toEqual([role, route, 404]);
        requetes += 1;
      }
    }
  }
  expect(requetes).toBeGreaterThan(100);
  expect(m.pannes).toEqual([]);
}, 120_000);

it("une demande venue d’un autre site est refusée", async () => {
  const m = await ouvrirMaisonDeTest();
  const client = await m.client("conseiller");
  const reference = await ouvrirDossierDeTest(m.maison, client.auteur);
  const chemin = `http://127.0.0.1:4180/dossiers/${reference}/actes/noterEntretien`;
  for (const origin of ["https://ailleurs.example", "null", "http://127.0.0.1:4180.ailleurs.example"]) {
    const reponse = await m.app.request(chemin, {
      method: "POST",
      headers: {
        origin,
        "content-type": "application/x-www-form-urlencoded",
        "sec-fetch-site": "cross-site",
      },
      body: "x=1",
    });
    expect([origin, reponse.status]).toEqual([origin, 403]);
  }
});
