import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { utf8 } from "../../src/evidence/bytes.ts";
import { empreinteCle } from "../../src/evidence/cle.ts";
import {
  FAITS,
  CLE as FICHIER_CLE,
  JOURNAL,
  MANIFESTE,
  TETE,
} from "../../src/evidence/dossier-controle/entrees.ts";
import { assembler } from "../../src/evidence/dossier-controle.ts";
import { signPassation } from "../../src/evidence/passation.ts";
import { formatTlogProof } from "../../src/evidence/tlog-proof.ts";
import type { Instant } from "../../src/values/instant.ts";
import { hasherNode as h } from "../../src/verifier/hasher-node.ts";
import { makeCleExemple } from "./cle-exemple.ts";
import {
  CLE,
  compositionExemple,
  faitExemple,
  journalExemple,
  preuveOf,
  SIGNER,
  teteOf,
  texteExemple,
} from "./exemple.ts";
import { BYTES, CONTENUS, renumber, reseal, withFaits, zip } from "./fabrique.ts";

const AIDE = readFileSync(new URL("../../docs/aide/verifier-a-la-main.md", import.meta.url), "utf8");
const RECETTE = /```bash\n(.*?)```/s.exec(AIDE)?.[1] ?? "";
const RECETTE_DE_PASSATION = [...AIDE.matchAll(/```bash\n(.*?)```/gs)][1]?.[1] ?? "";
const { faits } = compositionExemple();

let dossier = "";
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), "probant-recette-"));
  writeFileSync(join(dossier, "verifier.sh"), RECETTE);
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

let essai = 0;

/** Runs the recipe as a reader would; gives its exit status and all that it says, no-break spaces made plain. */
function run(bytes: Uint8Array, empreinte?: string): Promise<{ code: number; dit: string }> {
  const chemin = join(dossier, `${++essai}.zip`);
  writeFileSync(chemin, bytes);
  const args = [join(dossier, "verifier.sh"), chemin, ...(empreinte === undefined ? [] : [empreinte])];
  return new Promise((done) => {
    execFile("bash", args, (error, stdout, stderr) =>
      done({
        code: error === null ? 0 : Number(error.code),
        dit: `${stdout}${stderr}`.replaceAll("\u00a0", " "),
      }),
    );
  });
}

function withFichier(nom: string, contenu: Uint8Array): Map<string, Uint8Array> {
  return new Map([...CONTENUS, [nom, contenu]]);
}

function bend(nom: string, at: number): Uint8Array {
  const contenu = CONTENUS.get(nom)!;
  return zip(withFichier(nom, contenu.with(at, contenu[at]! ^ 1)));
}

describe("la recette à la main", { timeout: 120_000 }, () => {
  it("tient en 60 lignes", () => {
    const lignes = RECETTE.trimEnd().split("\n");
    expect(lignes.length).toBeGreaterThan(30);
    expect(lignes.length).toBeLessThanOrEqual(60);
  });

  it("reconnaît un dossier intact, avec l’empreinte attendue ou sans", async () => {
    for (const empreinte of [undefined, empreinteCle(h, CLE)]) {
      const { code, dit } = await run(BYTES, empreinte);
      expect(dit).toContain("INTACT : dossier b7f3c2a1-0d4e, 12 faits dont 3 retenus");
      expect(code).toBe(0);
    }
  });

  it("accepte un dossier d’un seul fait, seul au journal", async () => {
    const un = [faitExemple(1)];
    const tete = teteOf(un);
    const journal = preuveOf([tete], 0, 1);
    const bytes = assembler(h, { ...compositionExemple(), faits: un, pieces: [], tete, journal });
    expect(await run(bytes)).toMatchObject({ code: 0 });
  });

  it("refuse une autre clé que celle attendue", async () => {
    const { code, dit } = await run(BYTES, empreinteCle(h, makeCleExemple(CLE.nom, 8).cle));
    expect(dit).toContain("la clé n’est pas celle que vous attendiez");
    expect(code).toBe(1);
  });

  it.each([...CONTENUS.keys()])("refuse un bit changé dans %s", async (nom) => {
    const { code, dit } = await run(bend(nom, Math.floor(CONTENUS.get(nom)!.length / 2)));
    expect(dit).toContain("ALTÉRÉ");
    expect(code).toBe(1);
  });

  const lignes = new TextDecoder().decode(CONTENUS.get(FAITS)).split("\n");
  const premiere: { n: number; sel: string; texte: string } = JSON.parse(lignes[0]!);
  const faux = premiere.texte.replace("2026-09-01", "2026-08-01");
  const glisse = {
    ...premiere,
    sel: `${premiere.sel}|${Buffer.from(premiere.texte).toString("base64")}|`,
    texte: faux,
  };
  const double = lignes[0]!.replace('"texte"', `"texte":${JSON.stringify(faux)},"texte"`);
  const withLigne = (ligne: string) => reseal(withFichier(FAITS, utf8(lignes.with(0, ligne).join("\n"))));

  const change = faits.with(1, faitExemple(2, texteExemple(2).replace("2026-09-02", "2026-08-02")));
  const cas: [string, () => Uint8Array, string][] = [
    ["une archive coupée", () => BYTES.subarray(0, 3000), "l’archive est abîmée"],
    ["un fichier ajouté", () => zip(withFichier("pieces/09-ajout.pdf", utf8("x"))), "en trop ou manque"],
    [
      "un manifeste signé par une autre clé",
      () => reseal(CONTENUS, makeCleExemple(CLE.nom, 8)),
      "le manifeste n’est pas signé par cette clé",
    ],
    ["un fait ôté", () => withFaits(renumber(faits.slice(1))), "un fait manque"],
    ["la fin coupée", () => withFaits(faits.slice(0, 9)), "les faits ne sont pas ceux du dossier"],
    [
      "la fin coupée et la tête refaite",
      () => withFaits(faits.slice(0, 9), [[TETE, utf8(teteOf(faits.slice(0, 9)))]]),
      "le dossier n’est pas au journal",
    ],
    [
      "un texte faux dont le vrai se cache dans le sel",
      () => withLigne(JSON.stringify(glisse)),
      "un fait manque",
    ],
    ["deux textes pour un fait", () => withLigne(double), "un fait est écrit deux fois"],
    [
      "une place au-delà de la fin du journal",
      () =>
        reseal(
          withFichier(
            JOURNAL,
            utf8(formatTlogProof(preuveOf(journalExemple(faits), 23, 24)).replace("index 23", "index 24")),
          ),
        ),
      "place impossible",
    ],
    ["un fait récrit", () => withFaits(change), "les faits ne sont pas ceux du dossier"],
    [
      "un ancien état du journal",
      () => reseal(withFichier(JOURNAL, utf8(formatTlogProof(preuveOf(journalExemple(faits), 21, 22))))),
      "le dossier n’est pas au journal",
    ],
    [
      "un journal signé par une autre clé",
      () => {
        const faux = makeCleExemple(CLE.nom, 8);
        const preuve = preuveOf(journalExemple(faits), 23, 24, faux.cle, faux.signer);
        return reseal(withFichier(JOURNAL, utf8(formatTlogProof(preuve))));
      },
      "la tête du journal n’est pas signée par cette clé",
    ],
    [
      "un nombre qui cache une commande",
      () =>
        reseal(
          withFichier(
            JOURNAL,
            utf8(
              formatTlogProof(preuveOf(journalExemple(faits), 23, 24)).replace(
                "index 23",
                "index x[$(touch piege)]",
              ),
            ),
          ),
        ),
      "un nombre est mal écrit",
    ],
  ];
  it.each(cas)("refuse %s, même resigné", async (_, make, raison) => {
    const { code, dit } = await run(make());
    expect(dit).toContain(raison);
    expect(code).toBe(1);
  });

  it("nomme les mêmes fichiers que le programme", () => {
    for (const nom of [FICHIER_CLE, FAITS, JOURNAL, MANIFESTE, TETE]) expect(RECETTE).toContain(nom);
  });

  it("reconnaît les deux signatures d’une passation, et refuse un caractère changé", async () => {
    const autre = makeCleExemple(CLE.nom, 8);
    const passation = signPassation(
      h,
      {
        taille: 3,
        racine: h.sha256(utf8("x")),
        ancienne: autre.cle,
        nouvelle: CLE,
        le: "2026-11-25T10:00:00.000Z" as Instant,
      },
      { ancien: autre.signer, nouveau: SIGNER },
    );
    const essayer = (note: string) => {
      mkdirSync(join(dossier, "f", "preuves"), { recursive: true });
      writeFileSync(join(dossier, "f", "preuves", "passation-01.txt"), note);
      return spawnSync("bash", ["-c", RECETTE_DE_PASSATION], { cwd: dossier, encoding: "utf8" });
    };
    const { status, stdout } = essayer(passation);
    const serre = (e: string) => e.replaceAll(" ", "");
    expect(stdout.trim().split("\n")).toEqual([
      serre(empreinteCle(h, autre.cle)),
      "Signature Verified Successfully",
      serre(empreinteCle(h, CLE)),
      "Signature Verified Successfully",
    ]);
    expect(status).toBe(0);
    expect(essayer(passation.replace("2026-11-25", "2026-11-24")).status).not.toBe(0);
  });
});
