import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Config, lireConfig } from "../../src/config.ts";
import { rangsRetenus, verifierDossierControle } from "../../src/evidence/dossier-controle.ts";
import { type MaisonOuverte, ouvrirMaison } from "../../src/main/ouvrir-maison.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { fonderAvecNadia, lancerProbant } from "../harness/commande.ts";
import { CAMILLE, ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { lireOrigine } from "../harness/origine.ts";

let dossier: string;
let config: Config;
let maison: MaisonOuverte;
const references: string[] = [];

/** Runs a command as a user does, on this test's data folder. */
const probant = (...mots: string[]) =>
  lancerProbant({ PROBANT_DATA: config.donnees, PROBANT_PG_BINAIRES: lireOrigine() }, ...mots);

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), "probant-commandes-"));
  config = lireConfig(
    { PROBANT_DATA: join(dossier, "donnees"), PROBANT_PG_BINAIRES: lireOrigine(), PORT: "4391" },
    dossier,
  );
  maison = await ouvrirMaison(config, "serveur");
  const auteur = await fonderAvecNadia(maison, config);
  for (const longueur of [BILAN_REMIS.length, 8]) {
    const { reference } = await ouvrirDossierVide(maison, auteur, CAMILLE);
    await ecrireFaits(maison, auteur, reference, BILAN_REMIS.slice(0, longueur));
    references.push(reference);
  }
}, 120_000);

afterAll(async () => {
  await maison.fermer();
  await rm(dossier, { recursive: true });
});

it("à côté du serveur : fabrique, vérifie, et la même commande redonne les mêmes octets", async () => {
  const [un, deux] = [join(dossier, "un.zip"), join(dossier, "deux.zip")];
  const fait = await probant("preuve", references[0]!, "-o", un);
  expect([fait.code, fait.erreur]).toEqual([0, ""]);
  expect(fait.sortie).toContain("Certificat de réalisation");
  expect((await probant("preuve", references[0]!, "-o", deux)).code).toBe(0);
  const octets = await readFile(un);
  expect(octets.equals(await readFile(deux))).toBe(true);
  expect(octets.includes(CANARI)).toBe(false);
  expect(verifierDossierControle(octets, hasherNode).verdict).toBe("intact");
  expect(await probant("verifier", un)).toMatchObject({ code: 0 });
  octets[Math.floor(octets.length / 2)]! ^= 1;
  await writeFile(deux, octets);
  expect(await probant("verifier", deux)).toMatchObject({ code: 1 });
}, 60_000);

it("plusieurs dossiers : un fichier chacun dans un dossier ; une mauvaise référence n’écrit rien", async () => {
  const sortie = join(dossier, "sortie");
  await mkdir(sortie);
  const manquee = await probant("preuve", references[0]!, "D-2026-9999", "-o", sortie);
  expect(manquee.code).toBe(2);
  expect(manquee.erreur).toBe("Aucun dossier ne porte la référence « D-2026-9999 ».\n");
  const fait = await probant("preuve", ...references, "-o", sortie);
  expect([fait.code, fait.erreur]).toEqual([0, ""]);
  for (const reference of references) {
    const octets = await readFile(join(sortie, `${reference}.zip`));
    expect(verifierDossierControle(octets, hasherNode).verdict).toBe("intact");
  }
  for (const mots of [
    ["preuve", ...references, "-o", join(dossier, "x.zip")],
    ["preuve", references[0]!],
    ["preuve", "-o", join(dossier, "x.zip")],
    ["preuve", references[0]!, "-o", join(dossier, "nulle", "part.zip")],
    ["journal"],
    ["journal", "verifier", "--organisme", "inconnu"],
  ]) {
    const refuse = await probant(...mots);
    expect([mots.join(" "), refuse.code, refuse.sortie]).toEqual([mots.join(" "), 2, ""]);
    expect(refuse.erreur).toMatch(/\.\n$|verifier\n$|\.zip\n$/);
  }
}, 60_000);

it("--taire : les faits choisis sont comptés sans être montrés ; des numéros qui ne vont pas n’écrivent rien", async () => {
  const chemin = join(dossier, "taire.zip");
  const fait = await probant("preuve", references[0]!, "-o", chemin, "--taire", "5,3");
  expect([fait.code, fait.erreur]).toEqual([0, ""]);
  expect(fait.sortie).toContain("dont 2 comptés sans être montrés");
  const octets = await readFile(chemin);
  const rapport = verifierDossierControle(octets, hasherNode);
  expect([rapport.verdict, rapport.faits?.retenus]).toEqual(["intact", 2]);
  expect(rangsRetenus(octets)).toEqual([3, 5]);
  const absent = join(dossier, "absent.zip");
  for (const [mots, phrase] of [
    [[references[0]!, "--taire", "999"], "il n’a pas de fait n° 999."],
    [[references[0]!, "--taire", "trois"], "par exemple : --taire 3,7"],
    [[...references, "--taire", "3"], "un dossier à la fois"],
  ] as const) {
    const refuse = await probant("preuve", ...mots, "-o", absent);
    expect([refuse.code, refuse.sortie]).toEqual([2, ""]);
    expect(refuse.erreur).toContain(phrase);
  }
  expect(existsSync(absent)).toBe(false);
}, 60_000);

it("le journal se vérifie ; un mot changé dans un fait se voit, et le serveur arrêté ne change rien", async () => {
  const bon = await probant("journal", "verifier");
  expect([bon.code, bon.erreur]).toEqual([0, ""]);
  expect(bon.sortie).toContain("intact. 2 dossiers");
  // As the owner of the tables would, its guard put aside.
  await maison.base.pool.query("alter table fait disable trigger fait_fige");
  await maison.base.pool.query(
    "update fait set texte = replace(texte, 'beneficiaire', 'employeur') where n = 1",
  );
  await maison.fermer();
  const mauvais = await probant("journal", "verifier");
  expect(mauvais.code).toBe(1);
  expect(mauvais.sortie).toContain("fait n° 1 : le texte n’est pas celui qui a été engagé.");
  maison = await ouvrirMaison(config, "serveur");
}, 60_000);
