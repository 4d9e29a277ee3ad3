import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { creerCompilateur } from "../../src/documents/moteur/compilateur.ts";
import type { Composition } from "../../src/documents/papier.ts";

/** The compiler of the papers, in this thread: what the worker runs. */
export const compilateur = creerCompilateur(new URL("../../src/documents/", import.meta.url));

const dossier = mkdtempSync(join(tmpdir(), "probant-papiers-"));
let rang = 0;

/** Prints a composition into a temporary file and gives its path. */
export function imprimer(composition: Composition): string {
  if (!composition.ok) throw new Error(composition.refus.join(" "));
  return ecrire(compilateur.compiler(composition.document));
}

export function ecrire(pdf: Uint8Array): string {
  rang += 1;
  const fichier = join(dossier, `${rang}.pdf`);
  writeFileSync(fichier, pdf);
  return fichier;
}

/** What a tool prints; throws when its exit status says that the file is wrong. */
export function outil(commande: string, ...arguments_: string[]): string {
  return execFileSync(commande, arguments_, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 26,
  });
}

/** The words of a page in reading order, one line each, no-break spaces kept. */
export function texte(fichier: string): string {
  return outil("pdftotext", "-layout", fichier, "-");
}

/** A text with every space, line break and join mark gone: what remains when two pages differ by layout only. */
export function sansBlancs(brut: string): string {
  return brut.normalize("NFC").replace(/[\s\u00ad\u200b-\u200f\u202a-\u202f\u2066-\u2069]/gu, "");
}

/** Cuts a text at the given titles, each found after the one before; lines are trimmed and inner blanks made single. */
export function sections(brut: string, titres: readonly string[]): Record<string, string[]> {
  const lignes = brut
    .split(/[\n\f]/)
    .map((l) => l.trim().replace(/ {2,}/g, " | "))
    .filter((l) => l !== "");
  const reperes = titres.map((titre) => ({ titre, rang: lignes.indexOf(titre) }));
  reperes.forEach(({ titre, rang: r }, i) => {
    if (r < 0) throw new Error(`section absente : ${titre}`);
    if (i > 0 && r <= reperes[i - 1]!.rang) throw new Error(`section mal placée : ${titre}`);
  });
  return Object.fromEntries(
    reperes.map(({ titre, rang: r }, i) => [
      titre,
      lignes.slice(r + 1, reperes[i + 1]?.rang ?? lignes.length),
    ]),
  );
}

interface Mot {
  readonly texte: string;
  readonly gauche: number;
  readonly haut: number;
  readonly droite: number;
  readonly bas: number;
}

function motsParPage(fichier: string): Mot[][] {
  const pages = outil("pdftotext", "-bbox", fichier, "-").split("<page ").slice(1);
  return pages.map((page) =>
    [...page.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g)].map(
      (m) => ({
        texte: m[5]!,
        gauche: Number(m[1]),
        haut: Number(m[2]),
        droite: Number(m[3]),
        bas: Number(m[4]),
      }),
    ),
  );
}

/** Words that leave an A4 sheet by the right or the bottom. */
export function motsHorsPage(fichier: string): string[] {
  return motsParPage(fichier)
    .flat()
    .filter((m) => m.droite > 595.3 || m.bas > 841.9)
    .map((m) => m.texte);
}

/** Pairs of words printed one over the other: more than a point wide and half a line high. */
export function motsSuperposes(fichier: string): string[] {
  return motsParPage(fichier).flatMap((mots) =>
    mots.flatMap((a, i) =>
      mots
        .slice(i + 1)
        .filter((b) => {
          const largeur = Math.min(a.droite, b.droite) - Math.max(a.gauche, b.gauche);
          const hauteur = Math.min(a.bas, b.bas) - Math.max(a.haut, b.haut);
          return largeur > 1 && hauteur > Math.min(a.bas - a.haut, b.bas - b.haut) / 2;
        })
        .map((b) => `${a.texte} / ${b.texte}`),
    ),
  );
}
