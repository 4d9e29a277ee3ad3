import { expect, test } from "vitest";
import { COMPTE, ouvrirCentre } from "./centre.ts";
import {
  allerJusqua,
  basculerAuClavier,
  choisirAuClavier,
  ecrireAuClavier,
  ouvrirAuClavier,
  selectionnerAuClavier,
} from "./clavier.ts";
import { lancerNavigateur } from "./navigateur.ts";

test("au clavier seul : entrer, ouvrir un dossier, noter l’entretien, se tromper, corriger", async () => {
  const centre = await ouvrirCentre();
  centre.nousSommes("2026-09-01");
  const navigateur = await lancerNavigateur();
  try {
    const contexte = await navigateur.newContext({ viewport: { width: 1280, height: 800 }, locale: "fr-FR" });
    const page = await contexte.newPage();
    const champ = (nom: string) => page.locator(`main form [name="${nom}"]`);

    await page.goto(centre.url);
    await ecrireAuClavier(page, champ("courriel"), COMPTE.courriel);
    await ecrireAuClavier(page, champ("motDePasse"), COMPTE.motDePasse);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/aujourdhui");

    // The skip link comes first, and leads past the band.
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Aller au contenu");
    await page.keyboard.press("Enter");
    await ouvrirAuClavier(page, page.getByRole("main").getByRole("link", { name: "Voir les dossiers" }));
    await page.waitForURL("**/dossiers");

    await ouvrirAuClavier(
      page,
      page.getByRole("main").getByRole("link", { name: "Ouvrir un dossier" }).first(),
    );
    await page.waitForURL("**/dossiers/nouveau");
    await ecrireAuClavier(page, champ("prenom"), "Camille");
    await ecrireAuClavier(page, champ("nom"), "Fictive");
    await selectionnerAuClavier(page, "statut", "salarie");
    await ecrireAuClavier(page, champ("employeurSiren"), "552100554");
    await choisirAuClavier(page, "origine", "beneficiaire");
    await basculerAuClavier(page, "donneesDemandees", "parcours");
    await ouvrirAuClavier(page, page.getByRole("button", { name: "Ouvrir le dossier" }));
    await page.getByRole("heading", { level: 1, name: "Camille Fictive" }).waitFor();

    const titre = "Noter l’entretien préalable";
    await ouvrirAuClavier(page, page.locator(".next-act").getByRole("link", { name: titre }));
    await page.getByRole("heading", { level: 1, name: titre }).waitFor();
    await ouvrirAuClavier(page, page.getByRole("button", { name: titre }));

    // The list of faults has the focus; its first line leads to its field.
    await page.locator("#erreurs:focus").waitFor();
    expect(await page.title()).toMatch(/^Erreur\s: Noter l’entretien préalable/u);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("#champ-duree:focus").waitFor();
    await page.keyboard.type("1 h");
    await choisirAuClavier(page, "modalite", "presentiel");
    await choisirAuClavier(page, "gratuit", "oui");
    await selectionnerAuClavier(page, "objectif", "reconversion");
    for (const question of [
      "francaisVerifie",
      "volontariatVerifie",
      "disponibiliteVerifiee",
      "conseillerPresente",
    ]) {
      await choisirAuClavier(page, question, "oui");
    }
    await choisirAuClavier(page, "faisable", "oui");
    await ecrireAuClavier(page, champ("notes"), "Elle veut devenir ébéniste.");
    await allerJusqua(page, page.getByRole("button", { name: titre }));
    await page.keyboard.press("Space");
    await page.getByText("C’est écrit.").waitFor();
    expect(centre.pannes).toEqual([]);
  } finally {
    await navigateur.close();
  }
}, 120_000);
