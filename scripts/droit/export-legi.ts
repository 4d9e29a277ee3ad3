import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Jour, jour } from "../../src/values/jour.ts";

export const PAQUET = "@socialgouv/legi-data@2.513.0";
const CODE_DU_TRAVAIL = "LEGITEXT000006072050";

export interface VersionLegi {
  legiarti: string;
  debut: Jour;
  fin: Jour;
}

/** An article of the Code du travail in the export: the version in force there, and all that went before. */
export interface ArticleLegi {
  numero: string;
  enVigueur: VersionLegi;
  versions: VersionLegi[];
}

interface Noeud {
  type: string;
  data: {
    num?: string;
    id: string;
    dateDebut: number;
    dateFin: number;
    articleVersions?: { id: string; dateDebut: number; dateFin: number }[];
  };
  children?: Noeud[];
}

const jourDe = (instant: number): Jour => jour(new Date(instant).toISOString().slice(0, 10));
const versionDe = (v: { id: string; dateDebut: number; dateFin: number }): VersionLegi => ({
  legiarti: v.id,
  debut: jourDe(v.dateDebut),
  fin: jourDe(v.dateFin),
});

function recueillir(noeud: Noeud, articles: Map<string, ArticleLegi>): void {
  const { data, children = [] } = noeud;
  if (noeud.type === "article" && data.num !== undefined) {
    const enVigueur = versionDe(data);
    const versions = data.articleVersions?.map(versionDe) ?? [enVigueur];
    articles.set(data.num, { numero: data.num, enVigueur, versions });
  }
  for (const enfant of children) recueillir(enfant, articles);
}

/** All articles of the Code du travail, by number, from a folder that holds the export. */
export async function lireExport(dossier: string): Promise<Map<string, ArticleLegi>> {
  const fichier = join(
    dossier,
    "node_modules",
    "@socialgouv",
    "legi-data",
    "data",
    `${CODE_DU_TRAVAIL}.json`,
  );
  const articles = new Map<string, ArticleLegi>();
  recueillir(JSON.parse(await readFile(fichier, "utf8")) as Noeud, articles);
  return articles;
}

/** Downloads the export with npm into a temporary folder, reads it, removes it. About 13 MB over the network. */
export async function telechargerExport(paquet: string): Promise<Map<string, ArticleLegi>> {
  const dossier = await mkdtemp(join(tmpdir(), "legi-"));
  try {
    const args = ["install", "--prefix", dossier, "--ignore-scripts", "--no-audit", "--no-fund", paquet];
    const npm = process.env.npm_execpath;
    if (npm === undefined) await promisify(execFile)("npm", args, { shell: process.platform === "win32" });
    else await promisify(execFile)(process.execPath, [npm, ...args]);
    return await lireExport(dossier);
  } finally {
    await rm(dossier, { recursive: true, force: true });
  }
}
