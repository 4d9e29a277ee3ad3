import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, type Page } from "playwright-core";
import { arbreDe, pss } from "./memoire.ts";

const CHEMIN = "/usr/bin/chromium";
const require = createRequire(import.meta.url);

/** How to have the browser, when the machine has none. */
export const SANS_NAVIGATEUR = existsSync(CHEMIN)
  ? null
  : "Chromium is missing, nothing was measured: apt-get install chromium";

/** A warm headless browser that prints pages. */
export interface Imprimeur {
  imprimer: (corps: string) => Promise<Buffer>;
  /** Megabytes of the browser and of all its processes. */
  memoire: () => number;
  fermer: () => Promise<void>;
}

/** Opens the browser on a page whose style and fonts are those of our papers; each printing changes its body alone. */
export async function ouvrirImprimeur(): Promise<Imprimeur> {
  const avant = new Set(arbreDe(process.pid));
  const navigateur = await chromium.launch({
    executablePath: CHEMIN,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
  const page = await navigateur.newPage();
  await page.setContent(
    `<!DOCTYPE html><html lang="fr"><head><title>Document</title><style>${style()}</style></head></html>`,
  );
  return {
    imprimer: (corps) => imprimer(page, corps),
    memoire: () => pss(arbreDe(process.pid).filter((pid) => !avant.has(pid))),
    fermer: () => navigateur.close(),
  };
}

async function imprimer(page: Page, corps: string): Promise<Buffer> {
  await page.evaluate((html) => {
    document.body.innerHTML = html;
  }, corps);
  return await page.pdf({
    format: "A4",
    tagged: true,
    printBackground: true,
    margin: { top: "22mm", right: "22mm", bottom: "25mm", left: "25mm" },
    displayHeaderFooter: true,
    headerTemplate: courant("Centre Horizon", "Document de suivi"),
    footerTemplate: courant(
      "Centre Horizon, témoin : journal.centre-horizon.example 48213 Yk3vF0mZbq7n5R2uWJtX9cLs8dGhTaPe4oVrKxBw1iE=",
      'page <span class="pageNumber"></span> sur <span class="totalPages"></span>',
    ),
  });
}

/** Our papers bear a line above and below each sheet, with its number: the browser's own way of doing it. */
function courant(gauche: string, droite: string): string {
  return `<div style="font-size:7px;width:100%;margin:0 22mm;display:flex;justify-content:space-between"><span>${gauche}</span><span>${droite}</span></div>`;
}

function style(): string {
  const police = (famille: string, graisse: number, fichier: string) =>
    `@font-face{font-family:${famille};font-weight:${graisse};src:url(data:font/ttf;base64,${readFileSync(
      require.resolve(`@expo-google-fonts/${fichier}`),
    ).toString("base64")})}`;
  return [
    police("Figtree", 400, "figtree/400Regular/Figtree_400Regular.ttf"),
    police("Figtree", 600, "figtree/600SemiBold/Figtree_600SemiBold.ttf"),
    police("Brygada", 600, "brygada-1918/600SemiBold/Brygada1918_600SemiBold.ttf"),
    "body{font:10pt/1.45 Figtree;margin:0}h1{font:600 22pt Brygada}h2{font:600 13pt Brygada}",
    "p{margin:0 0 1mm}table{width:100%;border-collapse:collapse}th,td{text-align:left;border-bottom:.3pt solid #999}",
    "th{font-weight:600}",
  ].join("");
}
