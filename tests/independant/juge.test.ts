import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { utf8 } from "../../src/evidence/bytes.ts";
import { signCheckpoint } from "../../src/evidence/checkpoint.ts";
import { formatVkey } from "../../src/evidence/cle.ts";
import { rootOf } from "../../src/evidence/merkle.ts";
import { signPassation } from "../../src/evidence/passation.ts";
import { formatTlogProof } from "../../src/evidence/tlog-proof.ts";
import type { Instant } from "../../src/values/instant.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { makeCleExemple } from "../evidence/cle-exemple.ts";
import { preuveOf } from "../evidence/exemple.ts";
import type { JournalExemple } from "../golden/journal/build-journal.ts";

const golden: JournalExemple = JSON.parse(
  readFileSync(new URL("../golden/journal/journal.json", import.meta.url), "utf8"),
);

type Cas =
  | { genre: "checkpoint"; vkey: string; note: string }
  | { genre: "note"; vkey: string; note: string }
  | { genre: "inclusion"; vkey: string; feuille: string; preuve: string }
  | { genre: "coherence"; vkey: string; ancien: string; nouveau: string; chemin: readonly string[] };

const { vkey } = golden;
const noteOf = new Map(golden.checkpoints.map(({ taille, note }) => [taille, note]));
const checkpoints: Cas[] = golden.checkpoints.map(({ note }) => ({ genre: "checkpoint", vkey, note }));
const inclusions: Cas[] = golden.inclusions.map(({ index, preuve }) => ({
  genre: "inclusion",
  vkey,
  feuille: golden.feuilles[index]!,
  preuve,
}));
const coherences: Cas[] = golden.coherences.map(({ ancien, nouveau, chemin }) => ({
  genre: "coherence",
  vkey,
  ancien: noteOf.get(ancien)!,
  nouveau: noteOf.get(nouveau)!,
  chemin,
}));

let dossier = "";
let programme = "";

beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), "probant-juge-"));
  programme = join(dossier, "juge");
  compileJuge();
}, 180_000);
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

function compileJuge(): void {
  const source = new URL("juge.go", import.meta.url).pathname;
  const env = { ...process.env, GO111MODULE: "off", GOFLAGS: "", GOPATH: "/usr/share/gocode" };
  const build = spawnSync("go", ["build", "-o", programme, source], { env, encoding: "utf8" });
  if (build.error !== undefined || build.stderr.includes("cannot find package"))
    throw new Error(
      "Le contrôle indépendant demande Go et sa bibliothèque : apt-get install golang-go golang-golang-x-mod-dev",
    );
  if (build.status !== 0) throw new Error(build.stderr);
}

function judge(cas: readonly Cas[]): string[] {
  const input = cas.map((c) => `${JSON.stringify(c)}\n`).join("");
  return execFileSync(programme, { input, encoding: "utf8" }).trimEnd().split("\n");
}

/** The same line of base64 with one bit of its first character changed. */
function bend(ligne: string): string {
  return (ligne[0] === "A" ? "B" : "A") + ligne.slice(1);
}

describe("un programme Go indépendant (golang.org/x/mod/sumdb)", () => {
  it("accepte toutes nos têtes signées, preuves d’inclusion et de cohérence", () => {
    const cas = [...checkpoints, ...inclusions, ...coherences];
    expect(cas).toHaveLength(13 + 91 + 91);
    expect(judge(cas).filter((reponse) => reponse !== "accepte")).toEqual([]);
  });

  it("refuse une tête dont un caractère change, ou signée par une autre clé", () => {
    const faux = checkpoints.flatMap((cas): Cas[] => {
      if (cas.genre !== "checkpoint") return [];
      const autre = formatVkey(makeCleExemple(vkey.split("+")[0]!, 77).cle);
      // Go's base64 does not look at the last, unused bits of a signature; our own reading does.
      const dernierChiffre = cas.note.length - 3;
      const altered = [...cas.note].flatMap((c, i) =>
        c === "\n" || i === dernierChiffre
          ? []
          : [`${cas.note.slice(0, i)}${c === "0" ? "1" : "0"}${cas.note.slice(i + 1)}`],
      );
      return [{ ...cas, vkey: autre }, ...altered.map((note) => ({ ...cas, note }))];
    });
    expect(faux.length).toBeGreaterThan(2_000);
    expect(judge(faux).filter((reponse) => reponse === "accepte")).toEqual([]);
  });

  it("refuse une preuve d’inclusion dont un maillon, la place ou la feuille change", () => {
    const faux = inclusions.flatMap((cas): Cas[] => {
      if (cas.genre !== "inclusion") return [];
      const lignes = cas.preuve.split("\n");
      const fin = lignes.indexOf("");
      const maillons = lignes.slice(2, fin).map((ligne, k) => lignes.with(k + 2, bend(ligne)));
      const places = golden.feuilles.map((_, n) => `index ${n}`).filter((ligne) => ligne !== lignes[1]);
      return [
        { ...cas, feuille: cas.feuille.replace("probant-tete/1", "probant-tete/2") },
        ...[...maillons, ...places.map((ligne) => lignes.with(1, ligne))].map((l) => ({
          ...cas,
          preuve: l.join("\n"),
        })),
      ];
    });
    expect(faux.length).toBeGreaterThan(1_000);
    expect(judge(faux).filter((reponse) => reponse === "accepte")).toEqual([]);
  });

  it("refuse une preuve de cohérence dont un maillon ou un bout change", () => {
    const faux = coherences.flatMap((cas): Cas[] => {
      if (cas.genre !== "coherence" || cas.chemin.length === 0) return [];
      const autre = checkpoints.find(
        (c) => c.genre === "checkpoint" && c.note !== cas.ancien && c.note !== cas.nouveau,
      );
      const note = autre?.genre === "checkpoint" ? autre.note : "";
      return [
        { ...cas, ancien: note },
        { ...cas, nouveau: note },
        ...cas.chemin.map((ligne, k) => ({ ...cas, chemin: cas.chemin.with(k, bend(ligne)) })),
        { ...cas, chemin: cas.chemin.slice(1) },
      ];
    });
    expect(faux.length).toBeGreaterThan(300);
    expect(judge(faux).filter((reponse) => reponse === "accepte")).toEqual([]);
  });

  it("accepte une passation de clé par chacune des deux clés, et les têtes de part et d’autre ; rien au-delà", () => {
    const ancienne = makeCleExemple("journal.exemple.invalid", 8);
    const nouvelle = makeCleExemple("journal.exemple.invalid", 9);
    const feuilles = ["un\n", "deux\n"];
    const racine = (n: number) =>
      rootOf(
        hasherNode,
        feuilles.slice(0, n).map((f) => utf8(f)),
      );
    const passation = signPassation(
      hasherNode,
      {
        taille: 2,
        racine: racine(2),
        ancienne: ancienne.cle,
        nouvelle: nouvelle.cle,
        le: "2026-11-25T10:00:00.000Z" as Instant,
      },
      { ancien: ancienne.signer, nouveau: nouvelle.signer },
    );
    feuilles.push(passation, "trois\n");
    const tete = (taille: number, { cle, signer } = nouvelle) =>
      signCheckpoint({ taille, racine: racine(taille) }, cle, signer);
    const vue = (vkey: string): Cas[] => [
      { genre: "note", vkey, note: passation },
      {
        genre: "inclusion",
        vkey,
        feuille: passation,
        preuve: formatTlogProof(preuveOf(feuilles, 2, 4, nouvelle.cle, nouvelle.signer)),
      },
      { genre: "checkpoint", vkey, note: tete(2, ancienne) },
      { genre: "checkpoint", vkey, note: tete(3) },
    ];
    const dits = [ancienne, nouvelle].map(({ cle }) =>
      judge(vue(formatVkey(cle))).map((r) => r === "accepte"),
    );
    expect(dits).toEqual([
      [true, false, true, false],
      [true, true, false, true],
    ]);
  });
});
