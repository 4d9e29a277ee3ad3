import { expect, test } from "vitest";
import { lireAide } from "../../src/web/routes/aide/rubriques.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";
import { examiner } from "./acces.ts";
import { lancerNavigateur, ouvrir, regarderAvec } from "./navigateur.ts";
import { servir } from "./serveur.ts";

const LECTEURS = [
  { largeur: 320, theme: "dark", script: false },
  { largeur: 1280, theme: "light", script: true },
] as const;

// The components have their own test, in every theme; here is their page inside the common frame.
const ADRESSES = [
  "/aide",
  ...lireAide().rubriques.flatMap((r) => r.pages.map((p) => `/aide/${p.nom}`)),
  "/aide/regles?theme=D",
  "/aide/regles?mot=zzzz",
  "/aide/inconnue",
];

test.each(LECTEURS)(
  "l’aide se lit à $largeur px, $theme, script $script",
  async (lecteur) => {
    const { app, pannes } = await ouvrirMaisonDeTest();
    const serveur = await servir(app);
    const navigateur = await lancerNavigateur();
    try {
      const regarder = regarderAvec(navigateur);
      const file = ADRESSES.values();
      const suivre = async () => {
        for (const adresse of file) {
          await regarder(`${serveur.url}${adresse}`, lecteur, async ({ page, plaintes }) => {
            expect([adresse, await examiner(page)]).toEqual([adresse, {}]);
            expect([adresse, plaintes]).toEqual([adresse, []]);
          });
        }
      };
      await Promise.all([suivre(), suivre()]);
    } finally {
      await navigateur.close();
      await serveur.fermer();
    }
    expect(pannes).toEqual([]);
  },
  300_000,
);

test("une page d’aide s’imprime sans navigation, listes ouvertes", async () => {
  const { app } = await ouvrirMaisonDeTest();
  const serveur = await servir(app);
  const navigateur = await lancerNavigateur();
  try {
    const { page } = await ouvrir(navigateur, `${serveur.url}/aide/regles?theme=E`, { largeur: 673 });
    await page.emulateMedia({ media: "print" });
    for (const cache of [".band", ".crumbs", ".table-tools", "aside nav"]) {
      expect([cache, await page.locator(cache).filter({ visible: true }).count()]).toEqual([cache, 0]);
    }
    expect(await page.locator("#E08 dl").isVisible()).toBe(true);
  } finally {
    await navigateur.close();
    await serveur.fermer();
  }
});
