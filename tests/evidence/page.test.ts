import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { empreinteCle } from "../../src/evidence/cle.ts";
import { assembler } from "../../src/evidence/dossier-controle.ts";
import { pageVerification } from "../../src/verifier/build-page.ts";
import { hasherNode as h } from "../../src/verifier/hasher-node.ts";
import { violationsAxe } from "../browser/axe.ts";
import { CLE, compositionExemple } from "./exemple.ts";

const PAGE = pageVerification();
const BON = assembler(h, compositionExemple(PAGE));
const MAUVAIS = BON.with(Math.floor(BON.length / 2), BON[Math.floor(BON.length / 2)]! ^ 1);

let dossier = "";
let browser: Browser;

beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), "probant-page-"));
  writeFileSync(join(dossier, "verifier.html"), PAGE);
  writeFileSync(join(dossier, "bon.zip"), BON);
  writeFileSync(join(dossier, "mauvais.zip"), MAUVAIS);
  writeFileSync(join(dossier, "autre.pdf"), "%PDF-1.7");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
});
afterAll(async () => {
  await browser?.close();
  rmSync(dossier, { recursive: true, force: true });
});

async function open(javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 320, height: 700 } });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(dossier, "verifier.html")).href);
  return page;
}

async function check(page: Page, nom: string): Promise<string | null> {
  await page.getByLabel("Fichier à vérifier").setInputFiles(join(dossier, nom));
  const verdict = page.locator("[data-verdict]");
  await verdict.waitFor();
  return verdict.getAttribute("data-verdict");
}

describe("la page de vérification, ouverte depuis le disque", () => {
  it("pèse moins de 120 Ko", () => {
    expect(PAGE.length).toBeLessThan(120_000);
  });

  it("reconnaît un dossier intact, montre l’empreinte et dit de la comparer", async () => {
    const page = await open();
    const erreurs: string[] = [];
    page.on("pageerror", (error) => erreurs.push(error.message));
    page.on("console", (message) => erreurs.push(message.text()));
    const demandes: string[] = [];
    page.on("request", (request) => demandes.push(request.url()));
    expect(await check(page, "bon.zip")).toBe("intact");
    const texte = await page.locator("#resultat").innerText();
    expect(texte).toContain("Ce dossier est intact");
    expect(texte).toContain(empreinteCle(h, CLE));
    expect(texte).toContain("Comparez cette empreinte");
    await page.getByText("Lire les faits montrés").click();
    expect(await page.locator("#resultat details li").count()).toBe(12);
    expect(erreurs).toEqual([]);
    expect(demandes).toEqual([]);
  });

  it("trouve un octet changé, et dit lequel des fichiers n’est plus le bon", async () => {
    const page = await open();
    expect(await check(page, "mauvais.zip")).toBe("altere");
    const texte = await page.locator("#resultat").innerText();
    expect(texte).toContain("Ce dossier n’est pas celui qui a été signé");
    expect(texte.replaceAll("\u00a0", " ")).toContain("Le fichier « verifier.html » a été modifié.");
  });

  it("dit qu’un autre fichier ne peut pas être vérifié", async () => {
    expect(await check(await open(), "autre.pdf")).toBe("illisible");
  });

  it("compare la clé à l’empreinte donnée", async () => {
    const page = await open();
    await page.getByLabel("Empreinte de la clé").fill("0".repeat(64));
    expect(await check(page, "bon.zip")).toBe("altere");
    await page.getByLabel("Empreinte de la clé").fill(empreinteCle(h, CLE));
    await page.getByLabel("Empreinte de la clé").blur();
    await page.locator("[data-verdict=intact]").waitFor();
    expect(await page.locator(".remarque").count()).toBe(0);
    await page.getByLabel("Empreinte de la clé").fill("abc");
    await page.getByLabel("Empreinte de la clé").blur();
    await page.getByText("La clé attendue est mal écrite").waitFor();
    expect(await page.locator("[data-verdict]").count()).toBe(0);
  });

  it("ne déborde pas à 320 pixels et ne présente aucun défaut d’accessibilité relevé par axe", async () => {
    const page = await open();
    for (const nom of ["bon.zip", "mauvais.zip"]) {
      await check(page, nom);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await violationsAxe(page)).toEqual([]);
    }
  });

  it("dit comment faire sans JavaScript", async () => {
    const page = await open(false);
    expect(await page.locator("noscript").innerText()).toContain("probant verifier");
  });
});
