import type { Page } from "playwright-core";
import { type OutilsDesArrets, outilsDesArrets } from "./arrets-page.ts";
import { violationsAxe } from "./axe.ts";
import { type OutilsDeCouleur, outilsDeCouleur } from "./couleurs-page.ts";

// Each check gives the list of what fails, one sentence per element: an empty list is a page that passes.

declare global {
  var acces: OutilsDeCouleur;
  var arrets: OutilsDesArrets;
}

/** The checks below call these tools in the page; `evaluate` works with the page's own scripts off too. */
async function outiller(page: Page): Promise<void> {
  await page.evaluate(
    `globalThis.acces = (${outilsDeCouleur.toString()})();
     globalThis.arrets = (${outilsDesArrets.toString()})(globalThis.acces)`,
  );
}

/** WCAG 1.4.11, which axe does not test: the edge of each control keeps 3:1 inside and outside. */
export async function bordsTropPales(page: Page): Promise<string[]> {
  await outiller(page);
  return page.evaluate(() => {
    const { lire, poser, fond, contraste, nommer, visible } = globalThis.acces;
    const fautes: string[] = [];
    const controles = "input:not([type=hidden]), select, textarea, button, .button, .choices label, progress";
    for (const e of document.querySelectorAll(controles)) {
      if (!visible(e)) continue;
      const style = getComputedStyle(e);
      const [dedans, dehors] = [fond(e), fond(e.parentElement)];
      const bords = (["Top", "Right", "Bottom", "Left"] as const)
        .filter((c) => Number.parseFloat(style[`border${c}Width`]) > 0 && style[`border${c}Style`] !== "none")
        .map((c) => lire(style[`border${c}Color`]))
        .filter((c) => c[3] > 0);
      const plein = contraste(dedans, dehors) >= 3;
      // A text button without edge or ground is told by its words, as a link is.
      if (bords.length === 0 && (plein || lire(style.backgroundColor)[3] === 0)) continue;
      if (bords.length === 0) fautes.push(`sans bord lisible : ${nommer(e)}`);
      for (const bord of bords) {
        const [interieur, exterieur] = [
          contraste(poser(bord, dedans), dedans),
          contraste(poser(bord, dehors), dehors),
        ];
        // Full of its own colour, only the outside needs to be told.
        const mesure = plein
          ? Math.max(contraste(dedans, dehors), exterieur)
          : Math.min(interieur, exterieur);
        if (mesure < 3) fautes.push(`bord à ${mesure.toFixed(2)} : ${nommer(e)}`);
      }
    }
    return [...new Set(fautes)];
  });
}

/** WCAG 2.5.8: 24 px at least for every target, 44 px high for buttons, fields, choices and navigation. */
export async function ciblesTropPetites(page: Page): Promise<string[]> {
  await outiller(page);
  return page.evaluate(() => {
    const { nommer, visible } = globalThis.acces;
    const fautes: string[] = [];
    const grandes = "button, .button, input, select, textarea, .band nav a, .tabs a";
    const cibles = "a[href], button, input:not([type=hidden]), select, textarea, summary";
    for (const e of document.querySelectorAll<HTMLElement>(cibles)) {
      if (!visible(e)) continue;
      const coche = e.matches("[type=radio], [type=checkbox]");
      const { width, height } = ((coche ? e.closest("label") : null) ?? e).getBoundingClientRect();
      const dansUnePhrase =
        e.matches("a") &&
        getComputedStyle(e).display === "inline" &&
        [...(e.parentElement?.childNodes ?? [])].some(
          (n) => n.nodeType === 3 && n.textContent?.trim() !== "",
        );
      const minimum = e.matches(grandes) ? 44 : 24;
      // Half a pixel of rounding is not a smaller target.
      if (!dansUnePhrase && (height < minimum - 0.5 || width < 24 - 0.5))
        fautes.push(`${Math.round(width)} × ${Math.round(height)} px : ${nommer(e)}`);
    }
    return fautes;
  });
}

/** Sideways scroll, and who causes it. Meant for 320 px, true at every width. */
export async function debordement(page: Page): Promise<string[]> {
  await outiller(page);
  return page.evaluate(() => {
    const racine = document.documentElement;
    if (racine.scrollWidth <= racine.clientWidth) return [];
    const { nommer } = globalThis.acces;
    return [...document.body.querySelectorAll("*")]
      .filter((e) => e.getBoundingClientRect().right > racine.clientWidth + 1)
      .map(
        (e) =>
          `dépasse de ${Math.round(e.getBoundingClientRect().right - racine.clientWidth)} px : ${nommer(e)}`,
      )
      .slice(0, 12);
  });
}

/** WCAG 1.4.12 and RGAA 10.12: with wider text spacing nothing scrolls sideways and nothing is cut. */
export async function espacementDeTexte(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const feuille = new CSSStyleSheet();
    feuille.replaceSync(
      "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}",
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, feuille];
  });
  const fautes = await debordement(page);
  const coupes = await page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>("*")]
      .filter((e) => {
        const s = getComputedStyle(e);
        const cache = e.clientHeight <= 1 || e.closest(".visually-hidden, .cell-label, thead") !== null;
        const borne = s.overflowY === "hidden" || s.overflowY === "clip";
        return !cache && borne && e.innerText?.trim() !== "" && e.scrollHeight > e.clientHeight + 2;
      })
      .map((e) => `texte coupé : ${globalThis.acces.nommer(e)}`),
  );
  await page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
  });
  return [...fautes, ...coupes];
}

/** Fields under 16 px make a phone zoom the page when they are touched. */
export async function lettresTropPetites(page: Page): Promise<string[]> {
  await outiller(page);
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea",
      ),
    ]
      .filter((e) => Number.parseFloat(getComputedStyle(e).fontSize) < 16)
      .map((e) => `${getComputedStyle(e).fontSize} : ${globalThis.acces.nommer(e)}`),
  );
}

/** What fails where the focus stands now; null when it is seen. */
export async function focusActuel(page: Page): Promise<string | null> {
  await outiller(page);
  return page.evaluate(() => {
    const e = globalThis.arrets.ici();
    return e === null ? "le focus est perdu" : globalThis.arrets.faute(e);
  });
}

/** Keys pressed in a row before asking the page whether it has been walked: waiting for each costs more than the key. */
const PAS_AU_CLAVIER = 16;

/** Walks the page with the Tab key: each stop is in view, with a ring of 2 px or more at 3:1. */
export async function focusInvisible(page: Page, maximum = 400): Promise<string[]> {
  await outiller(page);
  await page.evaluate(() => globalThis.arrets.suivre());
  for (;;) {
    await Promise.all(Array.from({ length: PAS_AU_CLAVIER }, () => page.keyboard.press("Tab")));
    const { fini, arrets, fautes } = await page.evaluate(() => globalThis.arrets.ouEnEst());
    if (fini || arrets === 0 || arrets >= maximum) return fautes;
  }
}

/** One `h1`, French declared, a title, and each error link leading to a field that exists. */
export async function structure(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const fautes: string[] = [];
    if (document.documentElement.lang !== "fr") fautes.push("langue non déclarée");
    if (document.title.trim() === "") fautes.push("page sans titre");
    const h1 = document.querySelectorAll("h1").length;
    if (h1 !== 1) fautes.push(`${h1} titres de niveau 1`);
    for (const lien of document.querySelectorAll<HTMLAnchorElement>(".error-summary a")) {
      if (document.getElementById(lien.hash.slice(1)) === null)
        fautes.push(`lien d’erreur sans champ : ${lien.hash}`);
    }
    if (document.querySelector(".error-summary[autofocus]") !== null && !document.title.startsWith("Erreur"))
      fautes.push("titre de page sans « Erreur »");
    for (const e of document.querySelectorAll("[style]"))
      fautes.push(`style dans la page : ${e.outerHTML.slice(0, 80)}`);
    return fautes;
  });
}

/**
 * Everything above on one page, disclosures open. Gives an empty object when the page passes; otherwise the name of
 * each check that fails, with its list.
 */
export async function examiner(page: Page): Promise<Record<string, string[]>> {
  await page.evaluate(() => {
    for (const d of document.querySelectorAll("details")) d.open = true;
  });
  const bilan = {
    axe: await violationsAxe(page),
    structure: await structure(page),
    bords: await bordsTropPales(page),
    cibles: await ciblesTropPetites(page),
    champs: await lettresTropPetites(page),
    largeur: await debordement(page),
    espacement: await espacementDeTexte(page),
    focus: await focusInvisible(page),
  };
  return Object.fromEntries(Object.entries(bilan).filter(([, fautes]) => fautes.length > 0));
}

/** The same as one list, one sentence per fault. */
export async function fautesDAcces(page: Page): Promise<string[]> {
  return Object.entries(await examiner(page)).flatMap(([controle, f]) => f.map((x) => `${controle} : ${x}`));
}
