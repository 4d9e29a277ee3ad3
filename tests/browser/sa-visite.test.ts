import { randomUUID } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as accueil from "../../src/dossier/faits/accueil.ts";
import * as conclusion from "../../src/dossier/faits/conclusion.ts";
import { QUESTIONS } from "../../src/dossier/questionnaire/questions.ts";
import { desaccordsDe } from "../../src/dossier/signature/objets.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import { ouvrirEspace } from "../../src/usecases/acces/ouvrir-espace.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { lireQuestionnaire } from "../../src/usecases/questionnaires/lire-questionnaire.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide, type Recit } from "../harness/histoire.ts";
import { messagesEnAttente } from "../harness/messages.ts";
import { examiner, fautesDAcces } from "./acces.ts";
import { type Centre, fonderBilan, ouvrirCentre } from "./centre.ts";
import { aSignerMaintenant, faireCeQuiAttend, signerLaPage } from "./elle.ts";
import { lancerNavigateur, ouvrir, regarderAvec } from "./navigateur.ts";

let navigateur: Browser;
beforeAll(async () => {
  navigateur = await lancerNavigateur();
});
afterAll(() => navigateur.close());

const type = (f: Recit[number]) => (typeof f === "function" ? f(() => ({ id: "", engagement: "" })) : f).type;
/** The story without what she does herself. */
const SANS_ELLE: Recit = BILAN_REMIS.filter(
  (f) =>
    !/^(questionnaire_rempli|consentement_recueilli|devis_accepte|seance_signee|suivi_propose)\./.test(
      type(f),
    ),
);
const rang = (t: string, depuis = 0) => SANS_ELLE.findIndex((f, i) => i >= depuis && type(f).startsWith(t));

async function commencer() {
  let organismeId = "";
  const centre: Centre = await ouvrirCentre(undefined, async (m) => {
    organismeId = await fonderBilan(m);
  });
  centre.nousSommes("2026-09-03");
  const { auteur } = await centre.client("conseiller", organismeId);
  const { reference } = await ouvrirDossierVide(centre.maison, auteur);
  const ecrire = (recit: Recit) => ecrireFaits(centre.maison, auteur, reference, recit);
  const dossier = async () => (await consulterDossier(centre.maison, auteur, reference))!;
  return { centre: { ...centre, organismeId }, auteur, reference, ecrire, dossier };
}

test("tout son bilan, à 375 px et sans JavaScript", { timeout: 180_000 }, async () => {
  const { centre, auteur, reference, ecrire, dossier } = await commencer();
  const avant = rang("commande_passee");
  const [remise] = SANS_ELLE.slice(0, 3).filter((f) => type(f).startsWith("information"));
  await ecrire(SANS_ELLE.slice(0, avant).filter((f) => f !== remise));
  await ecrire([
    accueil.informationRemise.nouveau(jour("2026-09-03"), {
      points: ["objectifs", "contenu", "cep_gratuit"],
    }),
  ]);
  await ouvrirEspace(centre.maison, centre.comptes, auteur, { reference, cle: randomUUID() });
  const [courriel] = await messagesEnAttente(centre);

  const contexte = await navigateur.newContext({
    javaScriptEnabled: false,
    viewport: { width: 375, height: 812 },
    locale: "fr-FR",
  });
  const page = await contexte.newPage();
  await page.goto(`${centre.url}${courriel!.chemin}`);
  await page.getByRole("button", { name: "Ouvrir mon espace" }).click();
  await page.getByRole("heading", { level: 1, name: "Votre bilan" }).waitFor();

  // Information, consent, devis; then the questions, one a page.
  expect(await faireCeQuiAttend(page)).toBe(3);
  await page.locator(".do-now a.button").click();
  await page.getByRole("link", { name: "Répondre" }).first().click();
  for (const q of QUESTIONS) {
    await page.getByRole("heading", { level: 1, name: q.question }).waitFor();
    await page.getByLabel("Votre réponse").fill(`Ma réponse sur ${q.id}.`);
    await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
  }
  await page.getByRole("button", { name: "J’ai fini" }).click();
  await page.getByText("Ma réponse sur projet.").waitFor();
  await signerLaPage(page);

  // The course: her appointment, then every session held.
  centre.nousSommes("2026-09-15");
  const tenues = SANS_ELLE.slice(avant, rang("synthese_redigee"));
  const planifiees = tenues.findLastIndex((f) => type(f).startsWith("seance_planifiee")) + 1;
  await ecrire(tenues.slice(0, planifiees));
  await page.reload();
  await page.getByRole("button", { name: "Je viens" }).click();
  await page.getByText("Vous avez dit que vous venez.").waitFor();
  centre.nousSommes("2026-11-13");
  await ecrire(tenues.slice(planifiees));
  expect(await faireCeQuiAttend(page)).toBe(8);

  // The synthesis: she disagrees with one part, and the next version answers.
  await ecrire([SANS_ELLE[rang("synthese_redigee")]!]);
  await page.reload();
  await aSignerMaintenant(page).click();
  await page.getByRole("link", { name: "Je ne suis pas d’accord" }).click();
  await page.getByLabel("Dites pourquoi").fill("Il manque mon année à l’étranger.");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByRole("heading", { level: 1, name: "C’est noté" }).waitFor();
  await page.getByRole("link", { name: "Revenir à votre bilan" }).click();
  await page.getByText("Votre conseiller va vous répondre.").first().waitFor();
  await ecrire([SANS_ELLE[rang("synthese_redigee")]!]);
  // Three parts and what is kept.
  expect(await faireCeQuiAttend(page)).toBe(4);

  centre.nousSommes("2026-11-16");
  await ecrire(
    SANS_ELLE.slice(rang("synthese_redigee") + 1).filter((f) => !type(f).startsWith("synthese_remise")),
  );
  await ecrire([
    conclusion.syntheseRemise.nouveau(jour("2026-11-16"), { documents: BILAN.remise!.documents }),
    conclusion.suiviPropose.nouveau(jour("2026-11-16"), { prevuLe: jour("2027-05-17"), reponse: null }),
  ]);
  await page.reload();
  // The last session and the receipt of what was handed over, then the follow-up, which she declines.
  for (const titre of [/^Signer la séance/, "Signer le reçu de vos documents"]) {
    await aSignerMaintenant(page).click();
    await page.getByRole("heading", { level: 1, name: titre }).waitFor();
    await signerLaPage(page);
  }
  await aSignerMaintenant(page).click();
  await page.getByRole("link", { name: "Je n’en veux pas" }).click();
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByRole("link", { name: "Revenir à votre bilan" }).click();
  await page.getByText("Rien à faire pour le moment").waitFor();

  const { etat } = await dossier();
  expect(etat.entretienSuivi).toMatchObject({ reponse: "refuse" });
  expect(etat.seances.every((s) => s.signatures.some((x) => x.par === "beneficiaire"))).toBe(true);
  await page.getByRole("link", { name: "Tout télécharger" }).click();
  const [fichier] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Télécharger la page" }).click(),
  ]);
  expect(fichier.suggestedFilename()).toBe(`${reference}.html`);

  // Every page of hers, read by the checks of accessibility, at the narrowest.
  const session = await contexte.storageState();
  const regarder = regarderAvec(navigateur);
  const fautes: string[] = [];
  const chemins = [
    "",
    "/papiers",
    "/recus",
    "/qui-voit",
    "/accords",
    "/tout",
    `/recus/${(await dossier()).faits.length}`,
  ];
  for (const [i, chemin] of chemins.entries()) {
    const theme = i % 2 === 0 ? "light" : "dark";
    await regarder(`${centre.url}/mon-bilan${chemin}`, { largeur: 320, theme, session }, async (vu) => {
      const trouvees = [...vu.plaintes, ...(await fautesDAcces(vu.page))];
      fautes.push(...trouvees.map((f) => `${chemin} : ${f}`));
    });
  }
  expect(fautes).toEqual([]);
  expect(centre.pannes).toEqual([]);
});

test("elle écrit, la ligne se coupe, elle ferme : un autre appareil reprend, avec ou sans JavaScript", {
  timeout: 120_000,
}, async () => {
  const { centre, auteur, reference, ecrire } = await commencer();
  await ecrire(SANS_ELLE.slice(0, 3));
  await ouvrirEspace(centre.maison, centre.comptes, auteur, { reference, cle: randomUUID() });
  const [courriel] = await messagesEnAttente(centre);
  const telephone = { viewport: { width: 375, height: 812 }, locale: "fr-FR" };
  const contexte = await navigateur.newContext(telephone);
  const page = await contexte.newPage();
  await page.goto(`${centre.url}${courriel!.chemin}`);
  await page.getByRole("button", { name: "Ouvrir mon espace" }).click();
  await page.getByRole("heading", { level: 1, name: "Votre bilan" }).waitFor();
  const ici = `${centre.url}/mon-bilan/questionnaire/parcours`;
  const session = await contexte.storageState();

  // Typing stops: the page says when it was kept. The line is cut: it says so, and keeps the page.
  await page.goto(ici);
  expect(await page.getByRole("button", { name: "Enregistrer le brouillon" }).count()).toBe(0);
  const champ = page.getByLabel("Votre réponse");
  await champ.pressSequentially("Vingt ans de vente");
  await page.getByText("Enregistré à 17 h 40.").waitFor();
  await contexte.setOffline(true);
  await champ.pressSequentially(", à Lille");
  await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
  await page.getByText("Pas encore enregistré : la connexion est coupée.").waitFor();
  expect(await champ.inputValue()).toBe("Vingt ans de vente, à Lille");
  centre.nousSommes("2026-09-03", "17:52");
  await contexte.setOffline(false);
  await page.getByText("Enregistré à 17 h 52.").waitFor();
  // Left in the middle of a word.
  await champ.pressSequentially(" puis à Arras");
  await page.goto(`${centre.url}/mon-bilan`);
  const gardees = async () => {
    const lu = await lireQuestionnaire(centre.maison, auteur, reference);
    return lu?.reponses.get("parcours")?.texte;
  };
  await expect.poll(gardees).toBe("Vingt ans de vente, à Lille puis à Arras");
  await contexte.close();

  // Another device without script, then a second page there that writes meanwhile.
  const ailleurs = await navigateur.newContext({
    ...telephone,
    javaScriptEnabled: false,
    storageState: session,
  });
  const sansScript = await ailleurs.newPage();
  await sansScript.goto(ici);
  await sansScript.getByText("Vous reprenez votre brouillon. Enregistré à 17 h 52.").waitFor();
  const la = sansScript.getByLabel("Votre réponse");
  expect(await la.inputValue()).toBe("Vingt ans de vente, à Lille puis à Arras");
  const avecScript = await ouvrir(navigateur, ici, { largeur: 320, session });
  await la.fill("Vingt ans de vente. Puis deux de gestion.");
  await sansScript.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  await sansScript.getByText("Vous reprenez votre brouillon.").waitFor();
  await avecScript.page.getByLabel("Votre réponse").fill("Vingt ans de vente, et du bénévolat.");
  await avecScript.page.keyboard.press("Tab");
  await avecScript.page.getByRole("link", { name: "Voir les deux textes" }).click();
  await avecScript.page.getByText("Cette réponse a deux textes.").waitFor();
  await avecScript.page.getByText("Vingt ans de vente, et du bénévolat.").waitFor();
  expect(Object.values(await examiner(avecScript.page)).flat()).toEqual([]);
  expect(avecScript.plaintes).toEqual([]);
  await avecScript.page
    .getByLabel("Votre réponse")
    .fill("Vingt ans de vente, deux de gestion, du bénévolat.");
  await avecScript.page.getByRole("button", { name: "Enregistrer et continuer" }).click();
  await avecScript.page.getByText("Question 2 sur").waitFor();
  expect(await gardees()).toBe("Vingt ans de vente, deux de gestion, du bénévolat.");
  expect(
    (await lireQuestionnaire(centre.maison, auteur, reference))?.reponses.get("parcours")?.aPart,
  ).toBeNull();
  expect(centre.pannes).toEqual([]);
});

test("sa synthèse sur un téléphone : d’accord avec une partie malgré la ligne coupée, pas d’accord avec une autre", {
  timeout: 120_000,
}, async () => {
  const { centre, auteur, reference, ecrire, dossier } = await commencer();
  centre.nousSommes("2026-11-13");
  await ecrire(BILAN_REMIS.filter((f) => !/^(synthese_remise|suivi_propose)\./.test(type(f))));
  await ouvrirEspace(centre.maison, centre.comptes, auteur, { reference, cle: randomUUID() });
  const [courriel] = await messagesEnAttente(centre);
  const contexte = await navigateur.newContext({ viewport: { width: 375, height: 812 }, locale: "fr-FR" });
  const page = await contexte.newPage();
  await page.goto(`${centre.url}${courriel!.chemin}`);
  await page.getByRole("button", { name: "Ouvrir mon espace" }).click();
  await page.getByRole("link", { name: "Relire votre synthèse, partie 1 sur 3" }).click();
  await page.getByRole("checkbox").check();
  await page.getByLabel("Écrivez votre prénom et votre nom").fill("Camille Fictive");
  await page.getByLabel("Votre observation").fill("J’ajoute mon année à l’étranger.");
  await contexte.setOffline(true);
  await page.getByRole("button", { name: "Signer" }).click();
  await page.getByText("Pas enregistré.").waitFor();
  expect(await page.getByLabel("Votre observation").inputValue()).toBe("J’ajoute mon année à l’étranger.");
  await contexte.setOffline(false);
  await page.getByRole("button", { name: "Signer" }).click();
  await page.getByRole("heading", { level: 1, name: "C’est signé" }).waitFor();
  await page.getByRole("link", { name: "Relire votre synthèse, partie 2 sur 3" }).click();
  await page.getByRole("link", { name: "Je ne suis pas d’accord" }).click();
  await page.getByLabel("Dites pourquoi").fill("Je sais aussi tenir une caisse.");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByRole("heading", { level: 1, name: "C’est noté" }).waitFor();
  await page.getByRole("link", { name: "Revenir à votre bilan" }).click();
  const etapes = page.getByRole("region", { name: "Vos étapes" }).getByRole("listitem");
  for (const [partie, dit] of [
    ["Relire votre synthèse, partie 3 sur 3", "À relire"],
    ["Relire votre synthèse, partie 2 sur 3", "Vous n’êtes pas d’accord."],
    ["Votre synthèse, partie 1 sur 3", "vous êtes d’accord."],
  ] as const) {
    await etapes.filter({ hasText: partie }).filter({ hasText: dit }).waitFor();
  }
  const { etat } = await dossier();
  expect(etat.signaturesApposees.filter((s) => s.objet === "synthese")).toHaveLength(1);
  expect(desaccordsDe(etat, "beneficiaire", jour("2026-11-13")).map((d) => d.objet)).toEqual(["synthese"]);
  expect(centre.pannes).toEqual([]);
});
