import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { focusActuel } from "./acces.ts";

const ARRETS_MAX = 150;

const aLeFocus = (cible: Locator) => cible.evaluate((e) => e === document.activeElement);

/** Tab after Tab to the target; at each stop the focus is seen. */
export async function allerJusqua(page: Page, cible: Locator): Promise<void> {
  for (let i = 0; i < ARRETS_MAX; i += 1) {
    await page.keyboard.press("Tab");
    expect(await focusActuel(page)).toBe(null);
    if (await aLeFocus(cible)) return;
  }
  throw new Error(`the keyboard never reaches ${cible}`);
}

export async function ouvrirAuClavier(page: Page, cible: Locator): Promise<void> {
  await allerJusqua(page, cible);
  await page.keyboard.press("Enter");
}

export async function ecrireAuClavier(page: Page, champ: Locator, texte: string): Promise<void> {
  await allerJusqua(page, champ);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(texte);
}

/** One answer of a group: Tab into the group, then the arrows. */
export async function choisirAuClavier(page: Page, nom: string, valeur: string): Promise<void> {
  const groupe = page.locator(`main form input[name="${nom}"]`);
  const voulu = groupe.and(page.locator(`[value="${valeur}"]`));
  await allerJusqua(page, groupe.first());
  await page.keyboard.press("Space");
  for (let i = 1; i < (await groupe.count()) && !(await voulu.isChecked()); i += 1) {
    await page.keyboard.press("ArrowDown");
    expect(await focusActuel(page)).toBe(null);
  }
  expect([nom, await voulu.isChecked()]).toEqual([nom, true]);
}

/** Ticks a box, or clears it. */
export async function basculerAuClavier(page: Page, nom: string, valeur: string): Promise<void> {
  const boite = page.locator(`main form input[name="${nom}"][value="${valeur}"]`);
  const avant = await boite.isChecked();
  await allerJusqua(page, boite);
  await page.keyboard.press("Space");
  expect([nom, await boite.isChecked()]).toEqual([nom, !avant]);
}

/** One line of a list: Tab to it, then down until the line wanted. */
export async function selectionnerAuClavier(page: Page, nom: string, valeur: string): Promise<void> {
  const liste = page.locator(`main form select[name="${nom}"]`);
  await allerJusqua(page, liste);
  const lignes = await liste.locator("option").count();
  for (let i = 0; i < lignes && (await liste.inputValue()) !== valeur; i += 1) {
    await page.keyboard.press("ArrowDown");
  }
  expect([nom, await liste.inputValue()]).toEqual([nom, valeur]);
}
