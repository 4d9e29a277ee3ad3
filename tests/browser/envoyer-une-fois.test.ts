import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Centre, COMPTE, ouvrirCentre } from "./centre.ts";
import { lancerNavigateur } from "./navigateur.ts";
import { allerALActe, entrer, faireLActe, ouvrirUnDossier, remplir } from "./personne.ts";

let navigateur: Browser;
beforeAll(async () => {
  navigateur = await lancerNavigateur();
});
afterAll(() => navigateur.close());

const ENTRETIEN = {
  duree: "1 h",
  modalite: "presentiel",
  gratuit: "oui",
  objectif: "reconversion",
  francaisVerifie: "oui",
  volontariatVerifie: "oui",
  disponibiliteVerifiee: "oui",
  conseillerPresente: "oui",
  faisable: "oui",
  notes: "Elle veut devenir ébéniste.",
};

/** Signed in, a dossier just opened, its page in view. */
async function commencer(javaScriptEnabled = true): Promise<{ centre: Centre; page: Page }> {
  const centre = await ouvrirCentre();
  centre.nousSommes("2026-09-01");
  const contexte = await navigateur.newContext({ javaScriptEnabled, locale: "fr-FR" });
  const page = await contexte.newPage();
  await entrer(page, centre.url);
  await ouvrirUnDossier(page, "Camille", "Fictive");
  return { centre, page };
}

async function typesDesFaits({ maison }: Centre): Promise<string[]> {
  const { rows } = await maison.base.pool.query<{ type: string }>("select type from fait order by n");
  return rows.map((r) => r.type);
}

const DEUX_FAITS = ["demande_recue.v1", "entretien_prealable_tenu.v1"];

test.each([true, false])(
  "revenir en arrière après un acte et l’envoyer encore : un seul effet, une page claire, script %s",
  async (script) => {
    const { centre, page } = await commencer(script);
    await faireLActe(page, "noterEntretien", ENTRETIEN);
    await page.goBack();
    const bouton = page.getByRole("button", { name: "Noter l’entretien préalable" });
    // Either the page as it was left, and the server knows its token; or the act again, told as already done.
    if ((await bouton.count()) > 0) await bouton.click();
    const dit = page.locator(".flash, .error-summary, .notice--refus").first();
    await dit.waitFor();
    expect(await dit.innerText()).toMatch(/C’est écrit|déjà/u);
    expect(await typesDesFaits(centre)).toEqual(DEUX_FAITS);
  },
);

test("un acte qui peut se répéter revient vide : rien ne part deux fois sans être écrit deux fois", async () => {
  const { centre, page } = await commencer();
  await faireLActe(page, "noterEntretien", ENTRETIEN);
  const avant = (await typesDesFaits(centre)).length;
  await faireLActe(page, "remplirQuestionnaire", { rubriques: ["parcours"], reponses: "Je veux changer." });
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Verser un questionnaire" }).waitFor();
  expect(await page.locator("[name=reponses]").inputValue()).toBe("");
  expect(await typesDesFaits(centre)).toHaveLength(avant + 1);
});

test("après la sortie, le bouton « précédent » ne montre rien", async () => {
  const { page } = await commencer();
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await page.waitForURL("**/connexion");
  for (let i = 0; i < 3; i += 1) {
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Entrer" }).waitFor();
    expect(await page.content()).not.toContain("Camille");
  }
});

test.each([true, false])("un double clic n’écrit qu’un fait, script %s", async (script) => {
  const { centre, page } = await commencer(script);
  const titre = await allerALActe(page, "noterEntretien");
  await remplir(page, ENTRETIEN);
  await page.getByRole("main").getByRole("button", { name: titre }).dblclick();
  await page.getByText("C’est écrit.").waitFor();
  expect(await typesDesFaits(centre)).toEqual(DEUX_FAITS);
});

test("la ligne coupée à l’envoi laisse le texte dans la page, puis il part une fois", async () => {
  const { centre, page } = await commencer();
  const titre = await allerALActe(page, "noterEntretien");
  await remplir(page, ENTRETIEN);
  await page.route("**/actes/noterEntretien", (route) => route.abort("internetdisconnected"));
  const bouton = page.getByRole("main").getByRole("button", { name: titre });
  await bouton.click();
  await page.getByText("Votre texte est gardé dans cette page.").waitFor();
  expect(await page.locator("[name=notes]").inputValue()).toBe(ENTRETIEN.notes);
  expect(await typesDesFaits(centre)).toEqual(["demande_recue.v1"]);
  await page.unroute("**/actes/noterEntretien");
  await bouton.click();
  await page.getByText("C’est écrit.").waitFor();
  expect(await typesDesFaits(centre)).toEqual(DEUX_FAITS);
});

test("la réponse perdue après l’écriture : envoyer encore n’a pas d’autre effet", async () => {
  const { centre, page } = await commencer();
  const titre = await allerALActe(page, "noterEntretien");
  await remplir(page, ENTRETIEN);
  await page.route("**/actes/noterEntretien", async (route) => {
    await route.fetch({ maxRedirects: 0 });
    await route.abort("connectionreset");
  });
  const bouton = page.getByRole("main").getByRole("button", { name: titre });
  await bouton.click();
  await page.getByText("Votre texte est gardé dans cette page.").waitFor();
  expect(await typesDesFaits(centre)).toEqual(DEUX_FAITS);
  await page.unroute("**/actes/noterEntretien");
  await bouton.click();
  await page.getByText("C’est écrit.").waitFor();
  expect(await typesDesFaits(centre)).toEqual(DEUX_FAITS);
});

test("un formulaire refusé part une fois, se montre avec ses mots, puis se corrige sur place", async () => {
  const { centre, page } = await commencer();
  const titre = await allerALActe(page, "noterEntretien");
  await remplir(page, { ...ENTRETIEN, duree: "" });
  const envois: string[] = [];
  page.on("request", (r) => {
    if (r.method() === "POST") envois.push(new URL(r.url()).pathname);
  });
  const bouton = page.getByRole("main").getByRole("button", { name: titre });
  await bouton.click();
  await page.locator("#erreurs:focus").waitFor();
  expect(await page.title()).toMatch(/^Erreur\s: Noter l’entretien préalable/u);
  expect(await page.locator("[name=notes]").inputValue()).toBe(ENTRETIEN.notes);
  expect(envois).toEqual(["/dossiers/D-2026-0001/actes/noterEntretien"]);

  await remplir(page, { duree: "1 h" });
  await bouton.dblclick();
  await page.getByText("C’est écrit.").waitFor();
  expect(envois).toHaveLength(2);
  expect(await typesDesFaits(centre)).toEqual(DEUX_FAITS);
});

test.each([true, false])(
  "la session finie pendant qu’on écrivait : on entre, et le formulaire est là avec ses mots, script %s",
  async (script) => {
    const { centre, page } = await commencer(script);
    const titre = await allerALActe(page, "noterEntretien");
    await remplir(page, ENTRETIEN);
    await centre.maison.base.pool.query(`update session set "expiresAt" = now() - interval '1 minute'`);
    const bouton = page.getByRole("main").getByRole("button", { name: titre });
    await bouton.click();
    await page.getByText("Votre session a pris fin pendant que vous écriviez.").waitFor();
    await page.getByLabel("Adresse électronique").fill(COMPTE.courriel);
    await page.getByLabel("Phrase de passe").fill(COMPTE.motDePasse);
    await page.getByRole("button", { name: "Entrer", exact: true }).click();
    await page.getByText("Vos réponses sont revenues.").waitFor();
    expect(await page.locator("[name=notes]").inputValue()).toBe(ENTRETIEN.notes);
    expect(await typesDesFaits(centre)).toEqual(["demande_recue.v1"]);
    await bouton.click();
    await page.getByText("C’est écrit.").waitFor();
    expect(await typesDesFaits(centre)).toEqual(DEUX_FAITS);
    expect(centre.pannes).toEqual([]);
  },
);
