import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BILAN_CPF, type Pas } from "../dossier/recits.ts";
import { messagesEnAttente } from "../harness/messages.ts";
import { fonderBilan, ouvrirCentre } from "./centre.ts";
import { faireCeQuiAttend } from "./elle.ts";
import { lancerNavigateur } from "./navigateur.ts";
import { entrer, faireLActe, ouvrirLeDossier, ouvrirUnDossier } from "./personne.ts";
import { telechargerLeControle, verifierCommeUnEtranger } from "./preuve.ts";

let navigateur: Browser;
beforeAll(async () => {
  navigateur = await lancerNavigateur();
});
afterAll(() => navigateur.close());

const [PREMIER_APPEL, ...SUITE] = BILAN_CPF;

/** What she does herself, on her telephone, when her counsellor would have noted it for her. */
function estASonTour([, acte, reponses]: Pas): boolean {
  return (
    acte === "recueillirConsentement" ||
    acte === "accepterDevis" ||
    (acte === "signerSeance" && reponses?.par === "beneficiaire")
  );
}

/** The counsellor says that she signed nothing: she will. */
function sansSaSignature([, acte, reponses = {}]: Pas) {
  const { signe: _signe, signee: _signee, ...reste } = reponses;
  return acte === "arreterDocumentSuivi" ? { ...reste, signataires: ["conseiller"] } : reste;
}

test("un bilan à deux : un conseiller à 1280 px, une personne à 375 px sans JavaScript, chacun signe", {
  timeout: 300_000,
}, async () => {
  let organismeId = "";
  const centre = await ouvrirCentre(undefined, async (m) => {
    organismeId = await fonderBilan(m);
  });
  const bureau = await navigateur.newContext({ viewport: { width: 1280, height: 900 }, locale: "fr-FR" });
  const telephone = await navigateur.newContext({
    viewport: { width: 375, height: 812 },
    locale: "fr-FR",
    javaScriptEnabled: false,
  });
  const [lui, elle] = [await bureau.newPage(), await telephone.newPage()];
  centre.nousSommes(PREMIER_APPEL![0], "09:10");
  await entrer(lui, centre.url);
  await ouvrirUnDossier(lui, "Camille", "Fictive");
  await lui.getByRole("link", { name: "Accès" }).click();
  await lui.getByRole("button", { name: "Ouvrir son espace" }).click();
  const [courriel] = await messagesEnAttente({ ...centre, organismeId });
  await elle.goto(`${centre.url}${courriel!.chemin}`);
  await elle.getByRole("button", { name: "Ouvrir mon espace" }).click();

  let signatures = 0;
  let veille: string = PREMIER_APPEL![0];
  await ouvrirLeDossier(lui, "Camille Fictive");
  for (const pas of SUITE) {
    const [jour, acte] = pas;
    centre.nousSommes(jour);
    if (jour !== veille) await ouvrirLeDossier(lui, "Camille Fictive");
    veille = jour;
    if (estASonTour(pas)) {
      signatures += await faireCeQuiAttend(elle);
      await lui.reload();
    } else await faireLActe(lui, acte, sansSaSignature(pas));
  }
  signatures += await faireCeQuiAttend(elle);
  // Information, answers twice, consent, devis, document de suivi, nine sessions, three parts of the synthesis.
  expect(signatures).toBeGreaterThanOrEqual(18);

  await ouvrirLeDossier(lui, "Camille Fictive");
  const groupe = (nom: string) => lui.getByRole("heading", { level: 3, name: nom }).count();
  expect([await groupe("Conforme"), await groupe("À corriger")]).toEqual([1, 0]);
  await verifierCommeUnEtranger(navigateur, await telechargerLeControle(lui, true));
  expect(centre.pannes).toEqual([]);
  expect(centre.plaintes).toEqual([]);
});
