import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { controler } from "../../src/cli/commandes/controler.ts";
import type { ConstatPublic } from "../../src/law/constat-public.ts";
import { ruleBook } from "../../src/law/rule-book.ts";
import { ajouterJours, jour } from "../../src/values/jour.ts";
import { fichiersDExemples } from "./fichiers.ts";
import { finDe, jourNaturel, type Paire, question } from "./paire.ts";
import { paires } from "./paires.ts";

const racine = fileURLToPath(new URL("../../", import.meta.url));
const EXEMPLES = `${racine}exemples/`;
/** The days on which a reader may judge them: as soon as they may, when they were written, and long after. */
const ECRITS_LE = "2026-11-24";
const PLUS_TARD = ["2026-12-31", "2027-06-01", "2028-12-31"];
const LIGNES = Array.from({ length: 22 }, (_, i) => `Q${i + 1}`);

interface Jugement {
  code: number;
  constats: ConstatPublic[];
}

/** The command itself, as `bin/probant.mjs` runs it; what it prints is read back. */
async function juger(nom: string, au?: string): Promise<Jugement> {
  const sortie = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    const options = new Map<string, string | true>([["--json", true]]);
    if (au !== undefined) options.set("--au", au);
    const code = await controler.executer({ mots: [`${EXEMPLES}${nom}`], options });
    const { constats } = JSON.parse(sortie.mock.calls.map(([texte]) => String(texte)).join("")) as Jugement;
    return { code, constats };
  } finally {
    sortie.mockRestore();
  }
}

const estNon = (c: ConstatPublic) => c.verdict === "non_conforme";
const certains = ({ constats }: Jugement) =>
  constats.filter((c) => estNon(c) && c.reserve === undefined).map((c) => c.regle);
const alertes = ({ constats }: Jugement) =>
  constats.filter((c) => estNon(c) && c.reserve !== undefined).map((c) => c.regle);
const jours = (p: Paire) => [jourNaturel(p), ECRITS_LE, ...PLUS_TARD];

describe("les exemples", () => {
  it("sont exactement ceux que leurs histoires donnent (npm run exemples)", () => {
    const attendus = fichiersDExemples();
    expect(readdirSync(EXEMPLES).sort()).toEqual([...attendus.keys()].sort());
    for (const [nom, texte] of attendus) expect(readFileSync(`${EXEMPLES}${nom}`, "utf8"), nom).toBe(texte);
  });

  it.each(LIGNES)("%s a une paire, et une règle qui lui répond", (q) => {
    const siennes = paires.filter((p) => question(p) === q);
    expect(siennes).not.toHaveLength(0);
    const regles = new Set(ruleBook.filter((r) => r.questions.includes(q)).map((r) => r.id));
    expect(regles).not.toHaveLength(0);
    for (const p of siennes)
      expect(
        p.regles.some((id) => regles.has(id)),
        `${p.nom} : ${p.regles}`,
      ).toBe(true);
  });

  it("ne racontent rien d’avenir, et chaque paire est faite de deux dossiers différents", () => {
    for (const p of paires) {
      expect(p.nonConforme).not.toEqual(p.conforme);
      expect(jourNaturel(p) > finDe(p.conforme)).toBe(true);
      for (const d of [p.nonConforme, p.conforme]) {
        expect(d.faits.map((f) => f.date)).toEqual(d.faits.map((f) => f.date).toSorted());
        expect(d.faits.at(-1)!.date < ECRITS_LE, p.nom).toBe(true);
      }
    }
  });
});

describe.each(paires)("$nom", (p) => {
  it("le premier dossier finit par 1, et ses constats certains nomment la règle de la ligne", async () => {
    for (const au of jours(p)) {
      const jugement = await juger(`${p.nom}.non-conforme.json`, au);
      expect(certains(jugement), au).toEqual(p.regles);
      expect(jugement.code, au).toBe(1);
    }
  });

  it("le second finit par 0, sans autre alerte que celles dites, et sans rien d’oublié", async () => {
    for (const au of jours(p)) {
      const jugement = await juger(`${p.nom}.conforme.json`, au);
      expect(certains(jugement), au).toEqual([]);
      expect(alertes(jugement), au).toEqual(p.alertes ?? []);
      expect(jugement.code, au).toBe(0);
    }
    const fini = await juger(`${p.nom}.conforme.json`, ECRITS_LE);
    expect(fini.constats.filter((c) => c.verdict === "indetermine").map((c) => c.explication)).toEqual([]);
  });

  it("sans date, les deux gardent leur verdict", async () => {
    expect((await juger(`${p.nom}.non-conforme.json`)).code).toBe(1);
    expect((await juger(`${p.nom}.conforme.json`)).code).toBe(0);
  });
});

describe("un même bilan en mars 2023 et en novembre 2026", () => {
  const MARS = "deux-dates.mars-2023.json";
  const NOVEMBRE = "deux-dates.novembre-2026.json";

  it("n’a pas les mêmes verdicts, et chacun dit depuis quand", async () => {
    const [mars, novembre] = [await juger(MARS), await juger(NOVEMBRE, ECRITS_LE)];
    const verdicts = ({ constats }: Jugement, id: string) =>
      constats.filter((c) => c.regle === id).map((c) => c.verdict);
    for (const [id, en2023, en2026] of [
      ["C01", "sans_objet", "non_conforme"],
      ["C03", "sans_objet", "non_conforme"],
      ["C06", "sans_objet", "non_conforme"],
      ["D15", "non_conforme", "conforme"],
    ] as const) {
      expect(verdicts(mars, id), `${id} en 2023`).toEqual([en2023]);
      expect(verdicts(novembre, id), `${id} en 2026`).toEqual([en2026]);
      for (const j of [mars, novembre]) {
        const explication = j.constats.find((c) => c.regle === id)!.explication;
        expect(explication, id).toMatch(/en vigueur depuis le|Avant le/);
      }
    }
    expect(certains(mars)).toEqual([]);
    expect(certains(novembre)).toEqual(["C01", "C03", "C06"]);
    expect([mars.code, novembre.code]).toEqual([0, 1]);
  });

  it("garde ses verdicts à tout âge", async () => {
    for (const au of PLUS_TARD) {
      expect((await juger(MARS, au)).code).toBe(0);
      expect((await juger(NOVEMBRE, au)).code).toBe(1);
    }
  });
});

describe("le vrai programme", () => {
  it.each([
    ["Q05-quatre-mois-de-plus.non-conforme.json", 1, /A07/],
    ["Q12-une-seance-pour-le-cv.conforme.json", 0, /conformes/],
    ["Q22-synthese-envoyee-a-l-employeur.non-conforme.json", 1, /D11/],
  ])("%s finit par %i", async (nom, attendu, dit) => {
    const fin = await promisify(execFile)(
      process.execPath,
      ["bin/probant.mjs", "controler", `exemples/${nom}`],
      {
        cwd: racine,
      },
    ).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (e: { code: number; stdout: string }) => e,
    );
    expect(fin.code).toBe(attendu);
    expect(fin.stdout).toMatch(dit);
  });
});

it("un jour après sa fin, un bilan en ordre est déjà sans manquement", async () => {
  for (const p of paires) {
    const lendemain = ajouterJours(jour(finDe(p.conforme)), 1);
    expect((await juger(`${p.nom}.conforme.json`, lendemain)).code, p.nom).toBe(0);
  }
});
