import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { preparerRessources, routesDesRessources } from "../../src/web/ressources.ts";
import { Button } from "../../src/web/ui/button.tsx";
import { ChampDeSaisie } from "../../src/web/ui/champs/champ-de-saisie.tsx";
import { Document } from "../../src/web/ui/document.tsx";
import { ErrorSummary, Form } from "../../src/web/ui/form.tsx";
import { Progress } from "../../src/web/ui/progress.tsx";
import { Command } from "../../src/web/ui/seal.tsx";
import { lancerNavigateur } from "./navigateur.ts";
import { type Serveur, servir } from "./serveur.ts";

let navigateur: Browser;
let serveur: Serveur;
let page: Page;
let envois = 0;
let demandes = 0;
let repondre: () => void = () => {};

function application(): Hono {
  const ressources = preparerRessources();
  const app = new Hono();
  const cadre = { ressources: ressources.adresses, titre: "Essai", organisation: "Centre fictif." };
  app.route("/", routesDesRessources(ressources));
  app.get("/", (c) =>
    c.html(
      <Document {...cadre} chercher="/recherche">
        <h1>Essai</h1>
        <Form action="/envoi" garde jeton="j-1">
          <ChampDeSaisie champ={{ genre: "texte", nom: "nom", libelle: "Nom", requis: true }} />
          <Button>Envoyer le nom</Button>
        </Form>
        <Command id="commande" texte="npx probant verifier controle.zip" />
      </Document>,
    ),
  );
  app.post("/envoi", async (c) => {
    envois += 1;
    await new Promise<void>((fini) => {
      repondre = fini;
    });
    return c.redirect("/recherche", 303);
  });
  app.get("/recherche", (c) =>
    c.html(
      <Document {...cadre}>
        <h1>Recherche</h1>
        <ChampDeSaisie
          champ={{ genre: "texte", nom: "q", libelle: "Nom ou référence", requis: true, saisie: "search" }}
        />
      </Document>,
    ),
  );
  app.get("/travail", (c) => {
    demandes += 1;
    const fait = Math.min(demandes * 20, 58);
    return c.html(
      <Document {...cadre}>
        <h1>Travail</h1>
        <Progress id="travail" libelle="Pièces" fait={fait} total={58} fini={fait === 58} href="/travail" />
      </Document>,
    );
  });
  app.get("/faute", (c) =>
    c.html(
      <Document {...cadre} enErreur>
        <ErrorSummary fautes={[{ nom: "nom", message: "Indiquez un nom" }]} />
        <h1>Essai</h1>
        <ChampDeSaisie
          champ={{ genre: "texte", nom: "nom", libelle: "Nom", requis: true, erreur: "Indiquez un nom" }}
        />
      </Document>,
    ),
  );
  return app;
}

beforeAll(async () => {
  [navigateur, serveur] = await Promise.all([lancerNavigateur(), servir(application())]);
});
afterAll(async () => {
  await navigateur.close();
  await serveur.fermer();
});
beforeEach(async () => {
  const contexte = await navigateur.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  page = await contexte.newPage();
  await page.goto(`${serveur.url}/`);
});

test("un double clic n’envoie qu’une fois", async () => {
  envois = 0;
  const bouton = page.getByRole("button", { name: "Envoyer le nom" });
  await bouton.evaluate((b: HTMLButtonElement) => {
    b.click();
    b.click();
  });
  await expect.poll(() => envois).toBe(1);
  repondre();
  await page.waitForURL("**/recherche");
  expect(envois).toBe(1);
});

test("quitter un formulaire commencé demande confirmation, pas un formulaire intact", async () => {
  const questions: string[] = [];
  page.on("dialog", async (d) => {
    questions.push(d.type());
    await d.accept();
  });
  await page.goto(`${serveur.url}/recherche`);
  expect(questions).toEqual([]);
  await page.goto(`${serveur.url}/`);
  await page.getByLabel("Nom").fill("Camille");
  await page.goto(`${serveur.url}/recherche`);
  expect(questions).toEqual(["beforeunload"]);
});

test("Ctrl+K mène à la recherche, puis dans son champ", async () => {
  await page.keyboard.press("Control+k");
  await page.waitForURL("**/recherche");
  await page.keyboard.press("Control+k");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("champ-q");
});

test("le bouton copier apparaît, copie et le dit", async () => {
  await page.getByRole("button", { name: "Copier" }).click();
  await page.getByRole("button", { name: "Copié" }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("npx probant verifier controle.zip");
});

test("l’avancement se suit sans recharger la page, et s’arrête à la fin", async () => {
  demandes = 0;
  await page.goto(`${serveur.url}/travail`);
  await page.evaluate(() => {
    document.body.dataset.temoin = "même page";
  });
  await page.getByText("58 sur 58").first().waitFor();
  expect(await page.evaluate(() => document.body.dataset.temoin)).toBe("même page");
  expect(demandes).toBe(3);
  expect(await page.locator("[data-suivre]").count()).toBe(0);
});

test.each([true, false])("la liste des fautes reçoit le focus, script %s", async (javaScriptEnabled) => {
  const contexte = await navigateur.newContext({ javaScriptEnabled });
  const sienne = await contexte.newPage();
  await sienne.goto(`${serveur.url}/faute`);
  expect(await sienne.locator("#erreurs:focus").count()).toBe(1);
  expect(await sienne.title()).toMatch(/^Erreur/);
  await sienne.getByRole("link", { name: "Indiquez un nom" }).click();
  expect(await sienne.locator("#champ-nom:focus").count()).toBe(1);
});
