import { afterEach, expect, it, vi } from "vitest";
import { controler } from "./controler.ts";

const exemple = (nom: string) => `${import.meta.dirname}/../../../exemples/${nom}.json`;
const BON = exemple("Q16-synthese-remise-apres-la-fin.conforme");
const MAUVAIS = exemple("Q16-synthese-remise-apres-la-fin.non-conforme");
const ABSENT = exemple("absent");

afterEach(() => vi.restoreAllMocks());

async function lancer(mots: string[], ...options: string[]) {
  const dits = { stdout: "", stderr: "" };
  for (const voie of ["stdout", "stderr"] as const) {
    vi.spyOn(process[voie], "write").mockImplementation((texte) => {
      dits[voie] += String(texte);
      return true;
    });
  }
  const choisies = new Map<string, string | true>(options.map((o) => [o, true]));
  const code = await controler.executer({ mots, options: choisies.set("--au", "2026-11-24") });
  return { code, ...dits };
}

it("plusieurs fichiers : chacun sous son nom, et le code est le pire", async () => {
  const deux = await lancer([BON, MAUVAIS]);
  expect(deux.code).toBe(1);
  expect(deux.stdout.indexOf(BON)).toBeGreaterThanOrEqual(0);
  expect(deux.stdout.indexOf(MAUVAIS)).toBeGreaterThan(deux.stdout.indexOf(BON));
  expect((await lancer([BON, BON])).code).toBe(0);
});

it("un fichier qui ne se lit pas n’empêche pas de juger les autres", async () => {
  const { code, stdout, stderr } = await lancer([MAUVAIS, ABSENT, BON]);
  expect(code).toBe(2);
  expect(stderr).toContain("n’existe pas.");
  expect(stdout.match(/Dossier jugé au/g)).toHaveLength(2);
});

it("en JSON, un fichier donne un objet et plusieurs une liste, dans l’ordre", async () => {
  const seul = JSON.parse((await lancer([BON], "--json")).stdout) as object;
  const tous = JSON.parse((await lancer([BON, ABSENT], "--json")).stdout) as object[];
  expect(tous).toEqual([
    { fichier: BON, ...seul },
    { fichier: ABSENT, illisible: expect.stringContaining("n’existe pas") as string },
  ]);
});
