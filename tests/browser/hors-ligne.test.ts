import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { COMPTE, fonderBilan, ouvrirCentre } from "./centre.ts";
import { lancerNavigateur } from "./navigateur.ts";
import { entrer } from "./personne.ts";

let navigateur: Browser;
beforeAll(async () => {
  navigateur = await lancerNavigateur();
});
afterAll(() => navigateur.close());

const JUSQU_A_LA_SEANCE = BILAN_REMIS.findIndex(
  (f) => typeof f !== "function" && f.type === "seance_signee.v1",
);

/** A session held, and the counsellor's page by which the person signs it beside him. */
async function seanceTenue() {
  let organismeId = "";
  const centre = await ouvrirCentre(undefined, async (m) => {
    organismeId = await fonderBilan(m);
  });
  centre.nousSommes("2026-09-28");
  const { auteur } = await centre.client("conseiller", organismeId);
  const { reference } = await ouvrirDossierVide(centre.maison, auteur);
  await ecrireFaits(centre.maison, auteur, reference, BILAN_REMIS.slice(0, JUSQU_A_LA_SEANCE));
  const contexte = await navigateur.newContext({ locale: "fr-FR" });
  const page = await contexte.newPage();
  await entrer(page, centre.url);
  await page.goto(`${centre.url}/dossiers/${reference}/seances/s1/sur-place`);
  await page.getByRole("button", { name: "Passer l’appareil" }).click();
  await page.getByRole("heading", { name: "Signer votre séance" }).waitFor();
  const signatures = async () =>
    (await consulterDossier(centre.maison, auteur, reference))!.faits.filter(
      (f) => f.type === "signature_apposee.v1",
    );
  return { centre, contexte, page, reference, signatures };
}

test("la ligne coupée au moment de signer : gardée sur l’appareil, envoyée une fois, au jour du serveur", async () => {
  const { centre, contexte, page, reference, signatures } = await seanceTenue();
  await page.getByRole("checkbox").check();
  await page.getByLabel("Écrivez votre prénom et votre nom").fill("Camille Fictive");
  await contexte.setOffline(true);
  await page.getByRole("button", { name: "Signer" }).click();
  await page.getByText("Signature gardée sur cet appareil.").waitFor();
  expect(await signatures()).toEqual([]);

  centre.nousSommes("2026-09-30");
  await contexte.setOffline(false);
  await page.getByText("Signature envoyée.").waitFor();
  // The device is still lent: its owner takes it back before he reads anything else.
  await page.goto(`${centre.url}/dossiers/${reference}/seances`);
  await page.getByRole("heading", { name: "Rendez l’appareil" }).waitFor();
  await page.getByLabel("Votre phrase de passe").fill(COMPTE.motDePasse);
  await page.getByRole("button", { name: "Reprendre l’appareil" }).click();
  await page.waitForURL("**/emargement");
  await page.goto(`${centre.url}/dossiers/${reference}/seances`);
  await page.getByText("2 jours après").waitFor();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await signatures()).toMatchObject([{ date: "2026-09-30", donnees: { memeAppareil: true } }]);
});
