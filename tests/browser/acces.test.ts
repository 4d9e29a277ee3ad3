import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  bordsTropPales,
  ciblesTropPetites,
  debordement,
  espacementDeTexte,
  examiner,
  focusInvisible,
  lettresTropPetites,
  structure,
} from "./acces.ts";
import { violationsAxe } from "./axe.ts";
import { lancerNavigateur } from "./navigateur.ts";

// A check that finds nothing proves nothing until it has found something: each meets its fault here.

let navigateur: Browser;
let page: Page;

beforeAll(async () => {
  navigateur = await lancerNavigateur();
  const contexte = await navigateur.newContext({ viewport: { width: 320, height: 600 } });
  page = await contexte.newPage();
});
afterAll(() => navigateur.close());

const montrer = (corps: string, style = "") =>
  page.setContent(
    `<!DOCTYPE html><html lang="fr"><title>Essai</title><style>body{background:#fff}${style}</style><main><h1>Essai</h1>${corps}</main>`,
  );

test("un champ au bord pâle est trouvé, un bord net ne l’est pas", async () => {
  await montrer('<input id="x">', "input{border:1px solid #bbb;background:#fff}");
  expect(await bordsTropPales(page)).toEqual([expect.stringContaining("bord à 1.")]);
  await montrer('<input id="x">', "input{border:1px solid #767676;background:#fff}");
  expect(await bordsTropPales(page)).toEqual([]);
});

test("un bord lisible dehors mais pas dedans est trouvé", async () => {
  await montrer('<input id="x">', "input{border:2px solid #8c8c8c;background:#ddd}");
  expect(await bordsTropPales(page)).toHaveLength(1);
});

test("une cible de 20 px est trouvée, un lien dans une phrase ne l’est pas", async () => {
  await montrer(
    '<p>Lisez <a href="#a">ceci</a> puis cela.</p><nav><a id="nu" href="#b">Seul</a></nav>',
    "#nu{display:block;height:20px}",
  );
  expect(await ciblesTropPetites(page)).toEqual([expect.stringContaining("20 px : <a#nu")]);
});

test("un bouton de 30 px de haut est trouvé", async () => {
  await montrer("<button>Signer</button>", "button{height:30px}");
  expect(await ciblesTropPetites(page)).toHaveLength(1);
});

test("ce qui dépasse de la page est nommé", async () => {
  await montrer('<p id="large">x</p>', "#large{width:400px}");
  expect(await debordement(page)).toEqual([expect.stringContaining("<p#large")]);
});

test("un texte coupé quand les lettres s’écartent est trouvé", async () => {
  await montrer(
    "<p id=t>Une phrase assez longue pour deux lignes ici</p>",
    "#t{width:150px;height:80px;overflow:hidden}",
  );
  expect(await debordement(page)).toEqual([]);
  expect(await espacementDeTexte(page)).toEqual([expect.stringContaining("texte coupé")]);
});

test("un champ en petites lettres est trouvé", async () => {
  await montrer("<textarea></textarea>", "textarea{font-size:14px}");
  expect(await lettresTropPetites(page)).toHaveLength(1);
});

test("un focus sans anneau est trouvé", async () => {
  await montrer(
    '<a href="#a">Un</a> <a href="#b" id="nu">Deux</a>',
    "a:focus{outline:3px solid #000}#nu:focus{outline:0}",
  );
  expect(await focusInvisible(page)).toEqual([expect.stringContaining("<a#nu")]);
});

test("un focus sans anneau est trouvé au bout d’une longue page, et une seule fois", async () => {
  const liens = Array.from({ length: 120 }, (_, i) => `<p><a href="#a" id="n${i}">Lien ${i}</a></p>`);
  await montrer(
    liens.join(""),
    "p{height:60px}a:focus{outline:3px solid #000}#n0:focus,#n40:focus,#n119:focus{outline:0}",
  );
  await page.locator("#n50").focus();
  const fautes = await focusInvisible(page);
  expect(fautes.sort()).toEqual(["n0", "n119", "n40"].map((id) => expect.stringContaining(`<a#${id} `)));
});

test("deux titres de niveau 1, une erreur sans champ et un style en ligne sont trouvés", async () => {
  await montrer(
    '<h1>Encore</h1><div class="error-summary"><a href="#rien">x</a></div><p style="color:red">y</p>',
  );
  expect(await structure(page)).toEqual([
    "2 titres de niveau 1",
    expect.stringContaining("#rien"),
    expect.stringContaining("style dans la page"),
  ]);
});

test("axe voit un champ sans étiquette", async () => {
  await montrer("<input>");
  expect((await violationsAxe(page)).join()).toContain("label");
});

test("l’examen entier ne garde que ce qui manque", async () => {
  await montrer("<p>Rien à redire.</p>");
  expect(await examiner(page)).toEqual({});
});
