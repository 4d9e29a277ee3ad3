import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { portLibre } from "../../tests/harness/port-libre.ts";

const racine = new URL("../../", import.meta.url);
const dansLeShell = (commande: string) =>
  spawnSync("sh", ["-c", commande], { encoding: "utf8", cwd: racine });

test("une commande dont le lecteur est parti finit sans se plaindre, avec son propre code", () => {
  const { stderr, stdout } = dansLeShell("{ node bin/probant.mjs regles; echo $? >&3; } 3>&2 | true");
  expect(stdout).toBe("");
  expect(stderr).toBe("0\n");
});

describe("un mot que la commande ne lirait pas est refusé, rien n’est fait", () => {
  test.each([
    ["verifier bon.zip altere.zip", "altere.zip"],
    ["regles 2026", "2026"],
    ["dossiers tous", "tous"],
  ])("%s", (commande, deTrop) => {
    const { status, stderr, stdout } = dansLeShell(`node bin/probant.mjs ${commande}`);
    expect(stderr).toMatch(new RegExp(`^« ${deTrop} » est de trop\\. Écrivez : npx probant [^\n]+\n$`));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});

test("après le nom d’une commande, --help dit son usage", () => {
  const { status, stdout } = dansLeShell("node bin/probant.mjs verifier --help");
  expect(stdout).toMatch(/^ {2}npx probant verifier FICHIER\.zip [^\n]+\n {6}vérifie [^\n]+\n$/);
  expect(status).toBe(0);
});

/** What `npm start` answers where it cannot open: it ends by itself, or the test fails. */
function ouvrir(reglages: Record<string, string>) {
  const env = { ...process.env, PORT: "1", ...reglages };
  const { status, stderr } = spawnSync("node", ["bin/probant.mjs", "servir"], {
    encoding: "utf8",
    cwd: racine,
    env,
    timeout: 28_000,
  });
  return { code: status, dit: stderr.trim() };
}

describe("ce qui empêche d’ouvrir tient en une phrase, finit par 2 et ne touche à rien", () => {
  async function dossier(): Promise<string> {
    const lieu = await mkdtemp(join(tmpdir(), "probant-ouvrir-"));
    onTestFinished(() => rm(lieu, { recursive: true }));
    return lieu;
  }

  test("un port déjà pris", async () => {
    const lieu = await dossier();
    const serveur = createServer().listen(0, "127.0.0.1");
    await once(serveur, "listening");
    onTestFinished(() => void serveur.close());
    const { port } = serveur.address() as AddressInfo;
    const { code, dit } = ouvrir({ PORT: String(port), PROBANT_DATA: join(lieu, "donnees") });
    expect(dit).toMatch(new RegExp(`^Le port ${port} est déjà pris[^\n]+$`));
    expect(code).toBe(2);
    expect(await readdir(lieu)).toEqual([]);
  });

  test("un fichier à la place du dossier de données", async () => {
    const fichier = join(await dossier(), "fichier");
    await writeFile(fichier, "à moi");
    const { code, dit } = ouvrir({ PORT: String(await portLibre()), PROBANT_DATA: fichier });
    expect(dit).toMatch(
      /^Le dossier de données [^\n]+ ne peut pas servir : un fichier porte ce nom\.[^\n]+$/,
    );
    expect(code).toBe(2);
    expect(await readFile(fichier, "utf8")).toBe("à moi");
  });
});
