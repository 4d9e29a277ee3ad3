import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Couleur, contraste, parseCouleur } from "../../src/values/contraste.ts";
import { jugerCouleur, nuancesDe } from "../../src/values/couleur-organisme.ts";
import { examiner } from "./acces.ts";
import { applicationGalerie } from "./application-galerie.tsx";
import { lancerNavigateur, ouvrir } from "./navigateur.ts";
import { type Serveur, servir } from "./serveur.ts";

let navigateur: Browser;
let serveur: Serveur;

beforeAll(async () => {
  [navigateur, serveur] = await Promise.all([lancerNavigateur(), servir(applicationGalerie())]);
});
afterAll(async () => {
  await navigateur.close();
  await serveur.fermer();
});

/** The palest of its hue that is accepted: where every place is at its limit. */
function limite(texte: string): Couleur {
  const jugement = jugerCouleur(parseCouleur(texte)!);
  return jugement.tient ? jugement.couleur : jugement.proche;
}

const adresse = (couleur: Couleur) => `${serveur.url}/galerie/${couleur.slice(1)}`;

/** The contrast that the browser paints between the words of an element and what is behind them, once it was looked at. */
function peint(page: Page, selecteur: string): Promise<number> {
  return page.locator(selecteur).evaluate((e) => {
    const { lire, fond, contraste: mesurer } = globalThis.acces;
    return mesurer(lire(getComputedStyle(e).color), fond(e));
  });
}

describe.each([limite("#ffcc00"), limite("#e4002b"), parseCouleur("#000000")!])(
  "la couleur %s",
  (couleur) => {
    test.each(["light", "dark"] as const)(
      "tient sur toute une page, $0, comme elle a été mesurée",
      async (theme) => {
        const { page, plaintes } = await ouvrir(navigateur, adresse(couleur), { largeur: 1280, theme });
        expect(await examiner(page)).toEqual({});
        const { sur, discret, bandeau, active } = nuancesDe(couleur);
        for (const [selecteur, mesure] of [
          [".band .wordmark", contraste(sur, bandeau)],
          [".band nav a:not([aria-current])", contraste(discret, bandeau)],
          [".band nav a[aria-current]", contraste(sur, active)],
        ] as const)
          expect([selecteur, await peint(page, selecteur)]).toEqual([selecteur, expect.closeTo(mesure, 2)]);
        expect(plaintes).toEqual([]);
        await page.context().close();
      },
    );
  },
);

test("elle ne passe ni à l’impression ni dans les couleurs forcées", async () => {
  const vert = parseCouleur("#1d5c3a")!;
  const lire = (page: Page) =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--band"));
  const { page } = await ouvrir(navigateur, adresse(vert), { largeur: 1280 });
  expect(await lire(page)).toBe(vert);
  await page.emulateMedia({ media: "print" });
  expect(await lire(page)).not.toBe(vert);
  await page.context().close();
  const forcee = await ouvrir(navigateur, adresse(vert), { largeur: 1280, couleursForcees: true });
  expect(await lire(forcee.page)).toBe("Canvas");
  await forcee.page.context().close();
});
