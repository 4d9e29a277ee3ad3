import { readFile } from "node:fs/promises";
import { isCleAttendue, type Rapport, verifierDossierControle } from "../evidence/dossier-controle.ts";
import { accorder } from "../values/accorder.ts";
import { hasherNode } from "./hasher-node.ts";
import { CLE_MAL_ECRITE, sayCompte, sayPassation, sayVerdict } from "./phrases.ts";
import type { RapportPublic } from "./rapport-public.ts";

/** Where a sentence goes; the process's own output unless a test listens. */
export type Ecrire = (texte: string) => void;

const EXIT = { intact: 0, altere: 1, illisible: 2 } as const;

/**
 * Checks a control file on disk and prints the report, in French or as JSON. `cle`: the organisation's vkey or its
 * fingerprint. Exit status: 0 intact, 1 altered, 2 unreadable.
 */
export async function verifierFichier(
  path: string,
  { cle, json = false }: { cle?: string; json?: boolean } = {},
  ecrire: Ecrire = (texte) => process.stdout.write(texte),
): Promise<0 | 1 | 2> {
  const rapport = await report(path, cle);
  const publie: RapportPublic = {
    format: "probant-verification/1",
    ...rapport,
    constats: [...rapport.constats],
    remarques: [...rapport.remarques],
    passations: [...rapport.passations],
  };
  ecrire(json ? `${JSON.stringify(publie, null, 2)}\n` : sayRapport(rapport));
  return EXIT[rapport.verdict];
}

async function report(path: string, cle: string | undefined): Promise<Rapport> {
  if (cle !== undefined && !isCleAttendue(hasherNode, cle)) return unreadable(CLE_MAL_ECRITE);
  try {
    const bytes = await readFile(path);
    return verifierDossierControle(bytes, hasherNode, cle === undefined ? {} : { cle });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return unreadable(RAISONS[code] ?? `Le fichier n’a pas pu être lu (${code}).`);
  }
}

function unreadable(phrase: string): Rapport {
  return {
    verdict: "illisible",
    constats: [{ point: "archive", ok: false, phrase }],
    remarques: [],
    dossier: null,
    faits: null,
    cle: null,
    passations: [],
    checkpoint: null,
  };
}

const RAISONS: Readonly<Record<string, string>> = {
  ENOENT: "Il n’y a pas de fichier à ce nom.",
  EISDIR: "C’est un dossier, pas un fichier : donnez le fichier ZIP lui-même.",
  EACCES: "Vous n’avez pas le droit de lire ce fichier.",
};

function sayRapport(rapport: Rapport): string {
  const { titre, suite } = sayVerdict(rapport);
  const lignes = [`${titre}. ${suite}`, ""];
  if (rapport.dossier !== null) lignes.push(`Dossier    ${rapport.dossier}`);
  if (rapport.faits !== null) lignes.push(`Faits      ${sayCompte(rapport.faits)}`);
  if (rapport.cle !== null)
    lignes.push(`Clé        ${rapport.cle.nom}`, `Empreinte  ${rapport.cle.empreinte}`);
  for (const passation of rapport.passations) lignes.push(`Avant      ${sayPassation(passation)}`);
  if (rapport.checkpoint !== null)
    lignes.push(
      `Journal    ${accorder(rapport.checkpoint.taille, "inscription")}, racine ${rapport.checkpoint.racine}`,
    );
  if (rapport.dossier !== null) lignes.push("");
  lignes.push(...rapport.constats.map(({ ok, phrase }) => `${ok ? "  bon      " : "  MAUVAIS  "}${phrase}`));
  lignes.push(...rapport.remarques.map((phrase) => `  à savoir ${phrase}`));
  return `${lignes.join("\n")}\n`;
}
