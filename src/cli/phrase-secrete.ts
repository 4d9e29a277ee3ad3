import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { ErreurDeCommande } from "./commande.ts";

const MIN = 12;

/** A passphrase: the first line of that file, or else what is typed, twice when it closes something. */
export async function demanderPhrase(
  fichier: string | true | undefined,
  usage: "fermer" | "ouvrir",
  question = "Phrase secrète",
): Promise<string> {
  const phrase =
    typeof fichier === "string" ? (await lignesSecretes(fichier))[0]!.trim() : await taper(`${question} : `);
  if (usage === "ouvrir") return phrase;
  if (phrase.length < MIN) {
    throw new ErreurDeCommande(`La phrase secrète a moins de ${MIN} caractères. Prenez quatre mots ou plus.`);
  }
  if (typeof fichier !== "string" && (await taper("Encore une fois : ")) !== phrase) {
    throw new ErreurDeCommande("Les deux phrases ne sont pas les mêmes. Recommencez.");
  }
  return phrase;
}

/** The lines of a file that holds a secret. */
export async function lignesSecretes(fichier: string): Promise<string[]> {
  try {
    return (await readFile(fichier, "utf8")).normalize("NFC").split(/\r?\n/);
  } catch (erreur) {
    const { code } = erreur as NodeJS.ErrnoException;
    throw new ErreurDeCommande(
      `Le fichier ${fichier} ${code === "ENOENT" ? "n’existe pas" : `ne peut pas être lu (${code})`}.`,
    );
  }
}

/** Asks at the terminal; what is typed is not shown. */
async function taper(question: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new ErreurDeCommande("Donnez la phrase secrète dans un fichier : --phrase FICHIER");
  }
  process.stderr.write(question);
  const muet = new Writable({ write: (_octets, _codage, fait) => fait() });
  const lecture = createInterface({ input: process.stdin, output: muet, terminal: true });
  try {
    return (await lecture.question("")).trim().normalize("NFC");
  } finally {
    lecture.close();
    process.stderr.write("\n");
  }
}
