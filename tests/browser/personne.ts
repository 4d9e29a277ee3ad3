import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { acteDeNom } from "../../src/dossier/catalogue-actes.ts";
import { COMPTE } from "./centre.ts";

export type Reponses = Readonly<Record<string, string | readonly string[]>>;

/** Signs in from the first page, the only one that a person opens by its address. */
export async function entrer(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel("Adresse électronique").fill(COMPTE.courriel);
  await page.getByLabel("Phrase de passe").fill(COMPTE.motDePasse);
  await page.getByRole("button", { name: "Entrer", exact: true }).click();
  await page.waitForURL("**/aujourdhui");
}

async function repondre(champ: Locator, reponse: string | readonly string[]): Promise<void> {
  const premier = champ.first();
  const genre = await premier.evaluate((e) => (e instanceof HTMLInputElement ? e.type : e.localName));
  const voulues = [reponse].flat();
  if (genre === "checkbox") {
    for (const boite of await champ.all()) {
      await boite.setChecked(voulues.includes((await boite.getAttribute("value")) ?? ""));
    }
  } else if (genre === "radio") await champ.and(champ.page().locator(`[value="${voulues[0]}"]`)).check();
  else if (genre === "select") await premier.selectOption(voulues[0] ?? "");
  else await premier.fill(voulues[0] ?? "");
}

/** Answers the fields of the form in view, by their names; the others keep what the page proposes. */
export async function remplir(page: Page, reponses: Reponses): Promise<void> {
  for (const [nom, reponse] of Object.entries(reponses)) {
    const champ = page.locator(`main form [name="${nom}"]`);
    expect([nom, await champ.count()]).not.toEqual([nom, 0]);
    // What lies behind a line is opened first, as a person does.
    const replie = page
      .locator("main form details:not([open])")
      .filter({ has: page.locator(`[name="${nom}"]`) });
    if ((await replie.count()) > 0) await replie.first().locator("summary").click();
    await repondre(champ, reponse);
  }
}

/** A first call: from the list to the new dossier's own page. */
export async function ouvrirUnDossier(page: Page, prenom: string, nom: string): Promise<void> {
  await page.getByRole("navigation", { name: "Principal" }).getByRole("link", { name: "Dossiers" }).click();
  await page.getByRole("main").getByRole("link", { name: "Ouvrir un dossier" }).first().click();
  await remplir(page, {
    prenom,
    nom,
    courriel: "personne@exemple.invalid",
    statut: "salarie",
    employeurSiren: "552 100 554",
    origine: "beneficiaire",
    donneesDemandees: ["identite", "parcours"],
  });
  await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
  await page.getByRole("heading", { level: 1, name: `${prenom} ${nom}` }).waitFor();
}

/** From the list to the page of a person's dossier, through the search. */
export async function ouvrirLeDossier(page: Page, personne: string): Promise<void> {
  await page.getByRole("navigation", { name: "Principal" }).getByRole("link", { name: "Dossiers" }).click();
  await page.getByRole("link", { name: personne }).click();
  await page.getByRole("heading", { level: 1, name: personne }).waitFor();
}

/** From the page of a dossier, opens the form of an act as the page offers it: the next act, else the list of acts. */
export async function allerALActe(page: Page, nom: string): Promise<string> {
  const titre = acteDeNom(nom)?.titre;
  if (titre === undefined) throw new Error(`no act ${nom}`);
  const prochain = page.locator("#prochain, .next-act").getByRole("link", { name: titre, exact: true });
  if ((await prochain.count()) > 0) await prochain.first().click();
  else {
    await page.getByRole("link", { name: "Tous les actes possibles" }).first().click();
    await page.getByRole("main").getByRole("link", { name: titre, exact: true }).click();
  }
  await page
    .getByRole("heading", {
      level: nom === "redigerSynthese" ? 2 : 1,
      name: PAGES[nom] ?? titre,
      exact: true,
    })
    .waitFor();
  // The scripts of a page stand when it has loaded: a heading is there before them.
  await page.waitForLoadState("load");
  return titre;
}

/** An act that is done in a room of its own: the heading that stands there. */
const PAGES: Readonly<Record<string, string>> = { redigerSynthese: "Document de synthèse" };

/** The room of the synthesis: each part written and said to be, then one sending; back to the dossier's page. */
async function ecrireLaSynthese(page: Page, reponses: Reponses): Promise<void> {
  await remplir(page, reponses);
  for (const boite of await page.getByLabel("Cette partie est écrite").all()) await boite.check();
  await page.getByRole("button", { name: "Envoyer à relire" }).click();
  const issue = page.locator(".flash, .error-summary").first();
  await issue.waitFor();
  expect(await issue.innerText()).toContain("Envoyé à relire");
  expect(await page.locator("[data-etat]").allInnerTexts()).toEqual(
    Array(3).fill("À relire par la personne"),
  );
  await page.getByRole("link", { name: "Le dossier", exact: true }).click();
}

/** One act, from the dossier's page and back to it; a refusal is a failure that says the refusal. */
export async function faireLActe(page: Page, nom: string, reponses: Reponses = {}): Promise<void> {
  const titre = await allerALActe(page, nom);
  if (nom === "redigerSynthese") return await ecrireLaSynthese(page, reponses);
  await remplir(page, reponses);
  // What cannot be undone is confirmed by the reference of the dossier, typed again.
  const confirmation = page.locator("[name=confirmation]");
  if ((await confirmation.count()) > 0) await confirmation.fill(/D-\d+-\d+/.exec(page.url())?.[0] ?? "");
  await page.getByRole("main").getByRole("button", { name: titre, exact: true }).click();
  const issue = page.locator(".flash, .error-summary").first();
  await issue.waitFor();
  expect([nom, await issue.innerText()]).toEqual([nom, expect.stringContaining("C’est écrit")]);
}
