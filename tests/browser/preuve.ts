import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { lireZip } from "../../src/evidence/zip-canonique.ts";
import { verifierFichier } from "../../src/verifier/commande.ts";

const onglet = (page: Page, nom: string) =>
  page.getByRole("main").getByRole("link", { name: nom, exact: true }).first().click();

/** Every paper that the dossier says is ready is a PDF; gives their titles. */
export async function lireLesPapiers(page: Page): Promise<string[]> {
  await onglet(page, "Papiers");
  await page.getByRole("heading", { name: "Prêts à imprimer" }).waitFor();
  const titres: string[] = [];
  for (const lien of await page.getByRole("link", { name: "(PDF)" }).all()) {
    const titre = (await lien.locator("strong").innerText()).trim();
    const reponse = await page.request.get(new URL((await lien.getAttribute("href")) ?? "", page.url()).href);
    expect([titre, reponse.status()]).toEqual([titre, 200]);
    expect([titre, (await reponse.body()).subarray(0, 5).toString()]).toEqual([titre, "%PDF-"]);
    titres.push(titre);
  }
  return titres;
}

/** Has the control file made, follows it as the page allows, and saves it; gives where it lies. */
export async function telechargerLeControle(page: Page, script: boolean): Promise<string> {
  await onglet(page, "Contrôle");
  await page.getByRole("button", { name: "Préparer le dossier de contrôle" }).click();
  const telecharger = page.getByRole("link", { name: "Télécharger" });
  const avancement = page.getByRole("link", { name: "Actualiser l’avancement" });
  // With the script the page follows alone; without, the person asks again.
  while (!script && (await avancement.count()) > 0) await avancement.click();
  await telecharger.waitFor({ timeout: 60_000 });
  const [fichier] = await Promise.all([page.waitForEvent("download"), telecharger.click()]);
  const dossier = await mkdtemp(join(tmpdir(), "probant-controle-"));
  onTestFinished(() => rm(dossier, { recursive: true }));
  const chemin = join(dossier, "controle.zip");
  await fichier.saveAs(chemin);
  return chemin;
}

/** The same file with one bit of its middle byte changed; gives where it lies. */
async function changerUnOctet(chemin: string): Promise<string> {
  const octets = await readFile(chemin);
  const milieu = Math.floor(octets.length / 2);
  octets[milieu] = octets[milieu]! ^ 1;
  const altere = chemin.replace(".zip", "-change.zip");
  await writeFile(altere, octets);
  return altere;
}

async function parLaCommande(chemin: string): Promise<string> {
  let dit = "";
  const issue = await verifierFichier(chemin, {}, (texte) => {
    dit += texte;
  });
  return `${issue} ${dit.split("\n")[0]}`;
}

/** A stranger's two checks, by command and by the file's own page opened from disk: intact, then one byte changed. */
export async function verifierCommeUnEtranger(navigateur: Browser, chemin: string): Promise<void> {
  const altere = await changerUnOctet(chemin);
  expect(await parLaCommande(chemin)).toMatch(/^0 Ce dossier est intact/);
  expect(await parLaCommande(altere)).toMatch(/^1 /);
  const laPage = lireZip(await readFile(chemin)).find((f) => f.nom === "verifier.html");
  const surLeDisque = chemin.replace("controle.zip", "verifier.html");
  await writeFile(surLeDisque, laPage?.contenu ?? "");
  const page = await navigateur.newPage();
  const demandes: string[] = [];
  await page.goto(pathToFileURL(surLeDisque).href);
  page.on("request", (r) => demandes.push(r.url()));
  for (const [fichier, verdict] of [
    [chemin, "intact"],
    [altere, "altere"],
  ] as const) {
    await page.getByLabel("Fichier à vérifier").setInputFiles(fichier);
    await page.locator(`[data-verdict=${verdict}]`).waitFor();
  }
  expect(demandes).toEqual([]);
  await page.close();
}
