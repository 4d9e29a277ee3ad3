import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BILAN_CPF } from "../dossier/recits.ts";
import { type Centre, ouvrirCentre } from "./centre.ts";
import { lancerNavigateur } from "./navigateur.ts";
import { entrer, faireLActe, ouvrirLeDossier, ouvrirUnDossier } from "./personne.ts";
import { lireLesPapiers, telechargerLeControle, verifierCommeUnEtranger } from "./preuve.ts";

let navigateur: Browser;
beforeAll(async () => {
  navigateur = await lancerNavigateur();
});
afterAll(() => navigateur.close());

const PERSONNE = "Camille Fictive";
const [PREMIER_APPEL, ...SUITE] = BILAN_CPF;

/** Ready at the end of a bilan paid by the CPF; its contents are destroyed, and nothing is planned any more. */
const PAPIERS = [
  "Devis",
  "Document de suivi",
  "Feuille d’émargement",
  "Feuille d’émargement à signer à la main",
  "Récépissé de remise",
];

/** Seven weeks, act after act, each on its day; each new day starts from the list of dossiers. */
async function vivreLeBilan(centre: Centre, page: Page): Promise<void> {
  centre.nousSommes(PREMIER_APPEL![0], "09:10");
  await entrer(page, centre.url);
  await ouvrirUnDossier(page, "Camille", "Fictive");
  let veille: string = PREMIER_APPEL![0];
  for (const [jour, acte, reponses] of SUITE) {
    centre.nousSommes(jour);
    if (jour !== veille) await ouvrirLeDossier(page, PERSONNE);
    await faireLActe(page, acte, reponses);
    veille = jour;
  }
}

const MANIERES: [string, BrowserContextOptions][] = [
  ["à la souris, sur un écran de 1280 px", { viewport: { width: 1280, height: 900 } }],
  [
    "sur un téléphone de 375 px, sans JavaScript",
    { viewport: { width: 375, height: 812 }, javaScriptEnabled: false },
  ],
];

test.each(MANIERES)(
  "un bilan entier, %s",
  async (_, options) => {
    const centre = await ouvrirCentre();
    const contexte = await navigateur.newContext({ ...options, locale: "fr-FR", timezoneId: "Europe/Paris" });
    const page = await contexte.newPage();
    await vivreLeBilan(centre, page);
    const groupe = (nom: string) => page.getByRole("heading", { level: 3, name: nom }).count();
    expect([await groupe("Conforme"), await groupe("À corriger")]).toEqual([1, 0]);
    expect(await lireLesPapiers(page)).toEqual(PAPIERS);
    const fichier = await telechargerLeControle(page, options.javaScriptEnabled !== false);
    await verifierCommeUnEtranger(navigateur, fichier);
    expect(centre.pannes).toEqual([]);
    expect(centre.plaintes).toEqual([]);
    await contexte.close();
  },
  240_000,
);
