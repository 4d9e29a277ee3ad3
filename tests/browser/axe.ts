import axe from "axe-core";
import type { Page } from "playwright-core";

const NORMES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * axe-core, WCAG 2.0 to 2.2 A and AA, and its best practices, run in the page itself: our pages have no frame (their
 * policy forbids it).
 */
export async function violationsAxe(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (normes) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: "tag", values: normes },
      // `ciblesTropPetites` holds every target to 24 px without the exceptions of axe, which spends a third of its time on it.
      rules: { "target-size": { enabled: false } },
      resultTypes: ["violations"],
      // Sheets of style are fetched for experimental rules only.
      preload: false,
    });
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id} (${v.impact}) : ${n.html.slice(0, 160)}`));
  }, NORMES);
}
