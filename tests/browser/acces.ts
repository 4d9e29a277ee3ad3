import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { type OutilsDeCouleur, outilsDeCouleur } from "./couleurs-page.ts";

// Each check gives the list of what fails, one sentence per element: an empty list is a page that passes.

declare global {
  var acces: OutilsDeCouleur;
}

/** The checks below call these tools in the page; `evaluate` works with the page's own scripts off too. */
async function outiller(page: Page): Promise<void> {
  await page.evaluate(`globalThis.acces = (${outilsDeCouleur.toString()})()`);
}

const NORMES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** axe-core, WCAG 2.0 to 2.2 A and AA, and its best practices. */
export async function violationsAxe(page: Page): Promise<string[]> {
  // Our pages have no frame (their policy forbids it): « legacy » spares a second page, and the passes are not read.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  // `ciblesTropPetites` holds every target to 24 px without the exceptions of axe, which spends a third of its time on it.
  const { violations } = await axe.withTags(NORMES).disableRules(["target-size"]).analyze();
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id} (${v.impact}) : ${n.html.slice(0, 160)}`));
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

type Arret = { deja: boolean; faute: string | null };

/** Where the keyboard stands: null on the page itself. `faute` says what fails: no ring of 2 px at 3:1, or out of view. */
async function arretDuClavier(page: Page): Promise<Arret | null> {
  return page.evaluate(() => {
    const e = document.activeElement;
    if (e === null || e === document.body) return null;
    const { lire, fond, contraste, nommer } = globalThis.acces;
    // A choice wears its ring on the whole row.
    const porteur = e.matches("[type=radio], [type=checkbox]") ? (e.closest("label") ?? e) : e;
    const s = getComputedStyle(porteur);
    const r = porteur.getBoundingClientRect();
    const anneau = s.outlineStyle !== "none" && Number.parseFloat(s.outlineWidth) >= 2;
    const rapport = anneau ? contraste(lire(s.outlineColor), fond(porteur.parentElement)) : 0;
    const enVue = r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth;
    const deja = e.hasAttribute("data-vu-au-clavier");
    e.setAttribute("data-vu-au-clavier", "");
    return {
      deja,
      faute: rapport >= 3 && enVue ? null : `anneau ${rapport.toFixed(1)}, en vue ${enVue} : ${nommer(e)}`,
    };
  });
}

/** What fails where the focus stands now; null when it is seen. */
export async function focusActuel(page: Page): Promise<string | null> {
  await outiller(page);
  const arret = await arretDuClavier(page);
  return arret === null ? "le focus est perdu" : arret.faute;
}

/** Walks the page with the Tab key: each stop is in view, with a ring of 2 px or more at 3:1. */
export async function focusInvisible(page: Page, maximum = 400): Promise<string[]> {
  await outiller(page);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
  });
  const fautes: string[] = [];
  for (let i = 0; i < maximum; i += 1) {
    await page.keyboard.press("Tab");
    const vu = await arretDuClavier(page);
    if (vu === null || vu.deja) break;
    if (vu.faute !== null) fautes.push(vu.faute);
  }
  return fautes;
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
