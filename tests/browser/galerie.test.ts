import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

const LECTEURS = [320, 1280].flatMap((largeur) =>
  (["light", "dark"] as const).flatMap((theme) =>
    [true, false].map((script) => ({ largeur, theme, script })),
  ),
);

describe("la page des composants", () => {
  test.each(LECTEURS)("se lit à $largeur px, $theme, script $script", async (lecteur) => {
    const { page, plaintes } = await ouvrir(navigateur, `${serveur.url}/galerie`, lecteur);
    expect(await examiner(page)).toEqual({});
    expect(plaintes).toEqual([]);
    await page.context().close();
  });
});

describe("les pages modèles", () => {
  const pages = ["dossier", "acte", "aujourdhui", "connexion"].flatMap(
    (nom) =>
      [
        { nom, largeur: 320, theme: "dark" },
        { nom, largeur: 1280, theme: "light" },
      ] as const,
  );
  test.each(pages)("$nom se lit à $largeur px, $theme", async ({ nom, ...lecteur }) => {
    const { page, plaintes } = await ouvrir(navigateur, `${serveur.url}/${nom}`, lecteur);
    expect(await examiner(page)).toEqual({});
    expect(plaintes).toEqual([]);
    await page.context().close();
  });
});
