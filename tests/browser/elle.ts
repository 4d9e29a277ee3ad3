import type { Page } from "playwright-core";

/** Signs the text in view under her name, and comes back to her own page. */
export async function signerLaPage(page: Page): Promise<void> {
  await page.getByRole("checkbox").check();
  await page.getByLabel("Écrivez votre prénom et votre nom").fill("Camille Fictive");
  await page.getByRole("button", { name: "Signer" }).click();
  await page.getByRole("heading", { level: 1, name: "C’est signé" }).waitFor();
  await page.getByRole("link", { name: "Revenir à votre bilan" }).click();
  await page.getByRole("heading", { level: 1, name: "Votre bilan" }).waitFor();
}

/** The button of the first sheet, when it leads to a text to sign: what it says depends on the text. */
export const aSignerMaintenant = (page: Page) => page.locator('.do-now a.button[href*="/signer/"]');

/** Does what the first sheet asks, until it asks nothing more to sign; gives how many signatures that made. */
export async function faireCeQuiAttend(page: Page): Promise<number> {
  const lire = aSignerMaintenant(page);
  let combien = 0;
  await page.reload();
  for (; (await lire.count()) > 0; combien += 1) {
    await lire.click();
    const rien = page.getByRole("link", { name: "Ne rien garder" });
    if ((await rien.count()) > 0) await rien.click();
    await signerLaPage(page);
  }
  return combien;
}
