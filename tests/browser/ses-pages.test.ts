import { randomUUID } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attentesDe } from "../../src/dossier/signature/objets.ts";
import { ouvrirEspace } from "../../src/usecases/acces/ouvrir-espace.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide, type Recit } from "../harness/histoire.ts";
import { messagesEnAttente } from "../harness/messages.ts";
import { fautesDAcces } from "./acces.ts";
import { fonderBilan, ouvrirCentre } from "./centre.ts";
import { LECTEURS, lancerNavigateur, regarderAvec } from "./navigateur.ts";
import { entrer } from "./personne.ts";

let navigateur: Browser;
beforeAll(async () => {
  navigateur = await lancerNavigateur();
});
afterAll(() => navigateur.close());

/** Everything still to sign by both, the last session still to come, the second questions open. */
const AVANT_LA_FIN: Recit = BILAN_REMIS.filter((f) => {
  const { type, donnees } = typeof f === "function" ? f(() => ({ id: "", engagement: "" })) : f;
  const derniere = type === "seance_tenue.v1" && (donnees as { seance: string }).seance === "s9";
  const repris =
    type === "questionnaire_rempli.v1" && (donnees as { moment: string }).moment === "preliminaire";
  return !derniere && !repris && !/^(seance_signee|synthese_remise|suivi_propose)\./.test(type);
});

async function preparer() {
  let organismeId = "";
  const centre = await ouvrirCentre(undefined, async (m) => {
    organismeId = await fonderBilan(m);
  });
  centre.nousSommes("2026-11-13");
  const contexteDeNadia = await navigateur.newContext({ locale: "fr-FR" });
  await entrer(await contexteDeNadia.newPage(), centre.url);
  const { auteur } = await centre.client("conseiller", organismeId);
  const { reference } = await ouvrirDossierVide(centre.maison, auteur);
  await ecrireFaits(centre.maison, auteur, reference, AVANT_LA_FIN);
  await ouvrirEspace(centre.maison, centre.comptes, auteur, { reference, cle: randomUUID() });
  const [courriel] = await messagesEnAttente({ ...centre, organismeId });
  const contexteDElle = await navigateur.newContext({ locale: "fr-FR" });
  const page = await contexteDElle.newPage();
  await page.goto(`${centre.url}${courriel!.chemin}`);
  await page.getByRole("button", { name: "Ouvrir mon espace" }).click();
  await page.getByRole("heading", { level: 1, name: "Votre bilan" }).waitFor();
  const { etat, au } = (await consulterDossier(centre.maison, auteur, reference))!;
  return {
    centre,
    reference,
    attentes: attentesDe(etat, "beneficiaire", au),
    elle: await contexteDElle.storageState(),
    nadia: await contexteDeNadia.storageState(),
  };
}

test("ses pages et celles qui ouvrent son espace se lisent par les quatre lecteurs", {
  timeout: 240_000,
}, async () => {
  const { centre, reference, attentes, elle, nadia } = await preparer();
  const synthese = attentes.find((a) => a.objet === "synthese")!.sur!;
  const siennes = [
    "",
    "/papiers",
    "/recus",
    "/accords",
    "/qui-voit",
    "/tout",
    "/questionnaire",
    "/questionnaire/parcours",
    "/rendez-vous/s9",
    "/signer/seance/s1",
    `/signer/synthese/${synthese}`,
    "/signer/conservation/nouveau",
    "/signer/communication/synthese.cep",
    "/signer/consentement/nouveau",
    `/desaccord/synthese/${synthese}`,
  ].map((p) => ({ chemin: `/mon-bilan${p}`, session: elle }));
  const dossier = `/dossiers/${reference}`;
  const celles = ["", "/acces", "/identite", "/signer/seance/s1", "/notes"].map((p) => ({
    chemin: dossier + p,
    session: nadia,
  }));
  const regarder = regarderAvec(navigateur);
  const fautes: string[] = [];
  let vues = 0;
  for (const [i, { chemin, session }] of [...siennes, ...celles].entries()) {
    // Two readers a page, who differ in theme and in width.
    for (const lecteur of i % 2 === 0 ? [LECTEURS[0], LECTEURS[3]] : [LECTEURS[1], LECTEURS[2]]) {
      const trouvees = await regarder(centre.url + chemin, { ...lecteur, session }, async (vu) => [
        ...vu.plaintes,
        ...(await fautesDAcces(vu.page)),
      ]);
      fautes.push(...trouvees.map((f) => `${chemin} à ${lecteur.largeur} px : ${f}`));
      vues += 1;
    }
  }
  expect(fautes).toEqual([]);
  expect(vues).toBe(40);
  expect(centre.pannes).toEqual([]);
});
