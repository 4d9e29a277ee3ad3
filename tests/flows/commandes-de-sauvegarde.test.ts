import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Config, lireConfig } from "../../src/config.ts";
import { contenusDetruits } from "../../src/dossier/faits/fin.ts";
import { type MaisonOuverte, ouvrirMaison } from "../../src/main/ouvrir-maison.ts";
import { rendreLesDestructionsEffectives } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { fonderAvecNadia, lancerProbant } from "../harness/commande.ts";
import { CAMILLE, ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { lireOrigine } from "../harness/origine.ts";

let dossier: string;
let config: Config;
let maison: MaisonOuverte;
let sauvegarde: string;

/** Runs a command as a user does, on the data and keys of that name. */
const probant = (nom: string, ...mots: string[]) => lancerProbant(environnement(nom), ...mots);

const environnement = (nom: string) => ({
  PROBANT_DATA: join(dossier, nom, "donnees"),
  PROBANT_KEYRING: join(dossier, nom, "cles", "trousseau.json"),
  PROBANT_PG_BINAIRES: lireOrigine(),
});

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), "probant-sauvegardes-"));
  config = lireConfig(environnement("un"), dossier);
  maison = await ouvrirMaison(config, "serveur");
  const auteur = await fonderAvecNadia(maison, config);
  const references: string[] = [];
  for (let i = 0; i < 2; i += 1) {
    const { reference } = await ouvrirDossierVide(maison, auteur, CAMILLE);
    await ecrireFaits(maison, auteur, reference, BILAN_REMIS);
    references.push(reference);
  }
  sauvegarde = join(dossier, "avant.sauvegarde");
  const faite = await probant("un", "sauvegarder", sauvegarde);
  expect([faite.code, faite.sortie.split(" : ")[0], faite.code === 0 ? "" : faite.erreur]).toEqual([
    0,
    "Sauvegarde écrite et relue",
    "",
  ]);
  await ecrireFaits(maison, auteur, references[0]!, [
    contenusDetruits.nouveau(jour("2026-11-16"), { documents: 3 }),
  ]);
  await rendreLesDestructionsEffectives(maison);
}, 120_000);

afterAll(async () => {
  await maison.fermer();
  await rm(dossier, { recursive: true });
});

it("ce qui manque à côté de la sauvegarde est nommé, et rien n’est créé", async () => {
  const cles = join(dossier, "deux", "cles");
  await cp(join(dossier, "un", "cles"), cles, { recursive: true });
  const refuse = async (phrase: string, ...mots: string[]) => {
    const { code, sortie, erreur } = await probant("deux", "restaurer", ...mots);
    expect([code, sortie]).toEqual([2, ""]);
    expect(erreur).toContain(phrase);
    expect(existsSync(join(dossier, "deux", "donnees"))).toBe(false);
  };
  await refuse("Indiquez la sauvegarde à remettre");
  await refuse("n’existe pas", join(dossier, "nulle-part.sauvegarde"));
  await refuse("n’existe pas", join(sauvegarde, "dessous"));
  await refuse("est un dossier : donnez le fichier de la sauvegarde.", dossier);
  for (const [fichier, phrase] of [
    ["trousseau.json", "Le trousseau de clés"],
    ["destructions.jsonl", "Le registre des destructions"],
    ["cles-vivantes.jsonl", "Le fichier des clés vivantes"],
  ] as const) {
    await rename(join(cles, fichier), join(dossier, "ailleurs"));
    await refuse(phrase, sauvegarde);
    await rename(join(dossier, "ailleurs"), join(cles, fichier));
  }
  const registre = await readFile(join(cles, "destructions.jsonl"));
  await writeFile(join(cles, "destructions.jsonl"), "");
  await refuse("coupé ou altéré", sauvegarde);
  await writeFile(join(cles, "destructions.jsonl"), registre);
}, 120_000);

it("à côté de l’application ouverte elle se fait ; elle se remet ailleurs, et ce qui fut détruit depuis l’est encore", async () => {
  await cp(join(dossier, "un", "cles"), join(dossier, "trois", "cles"), { recursive: true });
  const faite = await probant("trois", "restaurer", sauvegarde);
  expect(faite.code).toBe(0);
  expect(faite.sortie).toContain("2 dossiers");
  expect(faite.sortie).toContain("1 destruction refaite, d’après le registre.");
  expect(faite.sortie).toContain("Le journal est intact.");
  const encore = await probant("trois", "restaurer", sauvegarde);
  expect(encore.code).toBe(2);
  expect(encore.erreur).toContain("contient déjà des données");
  const remplace = await probant("trois", "sauvegarder", sauvegarde);
  expect(remplace.code).toBe(2);
  expect(remplace.erreur).toContain("existe déjà");
  const sousUnFichier = await probant("trois", "sauvegarder", join(sauvegarde, "dessous"));
  expect([sousUnFichier.code, sousUnFichier.erreur]).toEqual([
    2,
    expect.stringMatching(/^La sauvegarde .+ ne peut pas être écrite : son dossier n’existe pas\.\n$/),
  ]);
  const servie = await probant("un", "restaurer", sauvegarde);
  expect(servie.code).toBe(2);
  expect(servie.erreur).toMatch(/\.\n$/);
}, 120_000);

it("un organisme s’exporte à côté de l’application ouverte et s’importe ailleurs, par une phrase secrète", async () => {
  const export_ = join(dossier, "organisme.age");
  const phrase = join(dossier, "phrase");
  await writeFile(phrase, "trop court\n");
  const courte = await probant("un", "exporter", "-o", export_, "--phrase", phrase);
  expect([courte.code, courte.erreur]).toEqual([2, expect.stringContaining("moins de 12 caractères")]);
  await writeFile(phrase, "quatre mots faciles à retenir\n");
  const fait = await probant("un", "exporter", "-o", export_, "--phrase", phrase);
  expect([fait.code, fait.erreur.includes("Error")]).toEqual([0, false]);
  expect(fait.sortie).toMatch(/^Export écrit et relu : .*, 2 dossiers, /);
  const octets = await readFile(export_);
  await writeFile(`${export_}.abime`, octets.subarray(0, octets.length - 1));
  const abime = await probant("quatre", "importer", `${export_}.abime`, "--phrase", phrase);
  expect([abime.code, abime.erreur]).toEqual([
    2,
    expect.stringContaining("Ce fichier est coupé ou altéré.\n"),
  ]);
  expect(existsSync(join(dossier, "quatre"))).toBe(false);
  const importe = await probant("quatre", "importer", export_, "--phrase", phrase);
  expect(importe.code).toBe(0);
  expect(importe.sortie).toContain("2 dossiers");
  expect(importe.sortie).toContain("Le journal est intact.");
  const encore = await probant("quatre", "importer", export_, "--phrase", phrase);
  expect([encore.code, encore.erreur]).toEqual([2, expect.stringContaining("contient déjà des données")]);
}, 120_000);
