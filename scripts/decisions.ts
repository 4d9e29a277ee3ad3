import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const DOSSIER = join(import.meta.dirname, "..", "docs", "decisions");

const REGLES = `# Decisions

What was chosen, why, and at what price. Written by \`npm run decisions\` from the files beside this one.

- One decision, one file, ten lines or so: \`NNNN-slug.md\`, its first line \`# NNNN The decision in one sentence\`.
- A number is given once and never used again; numbers leave gaps, ten by ten, for what belongs together.
- A decision is not rewritten when it no longer holds: the new one says which it replaces, and the old one says by which.
`;

/** A decision file: its number, and the sentence of its first line. */
export interface Decision {
  numero: string;
  phrase: string;
  fichier: string;
}

/** Reads the name and the first line of one file. Throws when they disagree or when the sentence is missing. */
export function lireDecision(fichier: string, texte: string): Decision {
  const nom = /^(\d{4})-[a-z0-9-]+\.md$/.exec(fichier);
  const titre = /^# (\d{4})[ .:—–-]+(\S.*)$/.exec(texte.split("\n")[0]!);
  if (nom === null) throw new Error(`${fichier}: a decision is named NNNN-slug.md`);
  if (titre === null || titre[1] !== nom[1]) throw new Error(`${fichier}: first line is « # ${nom[1]} … »`);
  return { numero: nom[1]!, phrase: titre[2]!.replace(/\.$/, ""), fichier };
}

/** The index, in order of number. Throws when a number is used twice. */
export function indexDesDecisions(decisions: readonly Decision[]): string {
  const tries = [...decisions].sort((a, b) => (a.fichier < b.fichier ? -1 : 1));
  const double = tries.find((d, i) => d.numero === tries[i - 1]?.numero);
  if (double !== undefined) throw new Error(`number ${double.numero} is used twice`);
  const lignes = tries.map((d) => `| ${d.numero} | [${d.phrase.replaceAll("|", "\\|")}](${d.fichier}) |`);
  return `${REGLES}\n| No. | Decision |\n|---|---|\n${lignes.join("\n")}\n`;
}

/** The index of the folder as it should be now. */
export function lireDecisions(dossier: string = DOSSIER): string {
  const fichiers = readdirSync(dossier).filter((f) => f.endsWith(".md") && f !== "README.md");
  return indexDesDecisions(fichiers.map((f) => lireDecision(f, readFileSync(join(dossier, f), "utf8"))));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(join(DOSSIER, "README.md"), lireDecisions());
}
