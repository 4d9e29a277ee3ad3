import { spawn } from "node:child_process";
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { lireConfig } from "../../src/config.ts";
import { demanderLaCle } from "../../src/main/demander-la-cle.ts";
import { ouvrirMaison } from "../../src/main/ouvrir-maison.ts";
import { lancerProbant } from "../harness/commande.ts";
import { lireOrigine } from "../harness/origine.ts";
import { portLibre } from "../harness/port-libre.ts";

const BIN = join(import.meta.dirname, "..", "..", "bin", "probant.mjs");
const PHRASE = "cinq mots sans lien entre eux";

it("scellé par une commande, il l’est au démarrage, pour les sauvegardes et pour une restauration", {
  timeout: 180_000,
}, async () => {
  const dossier = await mkdtemp(join(tmpdir(), "probant-scelle-"));
  onTestFinished(() => rm(dossier, { recursive: true, force: true }));
  const port = await portLibre();
  const env = (ou: string, autres: Record<string, string> = {}) => ({
    ...process.env,
    PROBANT_DATA: join(dossier, ou),
    PROBANT_PG_BINAIRES: lireOrigine(),
    PORT: String(port),
    DATABASE_URL: "",
    ...autres,
  });
  const probant = async (ou: string, autres: Record<string, string>, ...mots: string[]) => {
    const { code, sortie, erreur } = await lancerProbant(env(ou, autres), ...mots);
    return { code, dit: `${sortie}${erreur}` };
  };
  const [fichier, faux] = [join(dossier, "phrase"), join(dossier, "fausse")];
  const ouverte = join(dossier, "ouverte");
  await writeFile(fichier, `${PHRASE}\n`, { mode: 0o600 });
  await writeFile(faux, "une tout autre phrase\n", { mode: 0o600 });
  await writeFile(ouverte, `${PHRASE}\n`, { mode: 0o644 });
  await (await ouvrirMaison(lireConfig(env("un"), dossier), "serveur")).fermer();

  expect(await probant("un", {}, "cles", "sceller", "--phrase", fichier)).toMatchObject({
    code: 0,
    dit: expect.stringContaining("personne ne peut la retrouver"),
  });
  const chemin = join(dossier, "un", "cles", "trousseau.json");
  expect(JSON.parse(await readFile(chemin, "utf8"))).toMatchObject({ format: "probant-trousseau-scelle/1" });

  // Nobody to ask, a wrong phrase, a phrase that others may read: said, and nothing is written.
  const sauvegarde = join(dossier, "une.sauvegarde");
  for (const [autres, phrase] of [
    [{}, "dans un terminal"],
    [{ PROBANT_KEYRING_PHRASE: faux }, "n’ouvre pas le trousseau"],
  ] as const) {
    const refuse = await probant("un", autres, "sauvegarder", sauvegarde);
    expect([refuse.code, refuse.dit]).toEqual([2, expect.stringContaining(phrase)]);
    expect(refuse.dit).not.toContain("    at ");
  }
  const lue = (valeur: string) => lireConfig(env("un", { PROBANT_KEYRING_PHRASE: valeur }), dossier);
  await expect(demanderLaCle(lue(ouverte))).rejects.toThrow("chmod 600");
  expect(() => lue(PHRASE)).toThrow("pas la phrase elle-même");
  const donnee = { PROBANT_KEYRING_PHRASE: fichier };
  expect(await probant("un", donnee, "sauvegarder", sauvegarde)).toMatchObject({
    code: 0,
    dit: expect.stringContaining("Sauvegarde écrite et relue"),
  });
  await cp(join(dossier, "un", "cles"), join(dossier, "deux", "cles"), { recursive: true });
  await chmod(join(dossier, "deux", "cles", "trousseau.json"), 0o600);
  expect(await probant("deux", donnee, "restaurer", sauvegarde)).toMatchObject({
    code: 0,
    dit: expect.stringContaining("Le journal est intact"),
  });

  const serveur = spawn(process.execPath, [BIN, "servir"], { env: env("un"), detached: true });
  onTestFinished(() => {
    if (serveur.exitCode === null) process.kill(-serveur.pid!, "SIGKILL");
  });
  const fin = new Promise<number | null>((resolve) => serveur.once("exit", resolve));
  let dit = "";
  const entendre = (mot: string) =>
    new Promise<void>((resolve) => {
      const ecouter = (d: Buffer) => {
        dit += d;
        if (dit.includes(mot)) resolve();
      };
      serveur.stdout.on("data", ecouter);
      serveur.stderr.on("data", ecouter);
    });
  await entendre("npx probant cles ouvrir");
  const adresse = `http://127.0.0.1:${port}`;
  const scellee = await fetch(`${adresse}/sante`);
  expect([scellee.status, (await scellee.text()).includes("Probant est scellé")]).toEqual([503, true]);
  const ouvert = entendre("Probant est ouvert");
  expect(await probant("un", donnee, "cles", "ouvrir")).toMatchObject({
    code: 0,
    dit: expect.stringContaining("Le trousseau est ouvert"),
  });
  await ouvert;
  expect(await (await fetch(`${adresse}/sante`)).json()).toEqual({ etat: "ouvert" });
  process.kill(-serveur.pid!, "SIGINT");
  expect(await fin).toBe(0);
});
