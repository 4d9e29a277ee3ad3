import { ErreurDite } from "../values/erreur-dite.ts";

/** What a command gets: its words, its options (`--json`, `--au J`, `-o F`), and where it writes. */
export interface Arguments {
  mots: string[];
  options: Map<string, string | true>;
}

/** One command of `npx probant`: its line of help and what it does; the number is the exit status. */
export interface Commande {
  usage: string;
  aide: string;
  executer: (args: Arguments) => Promise<number>;
}

/** A mistake of the person at the keyboard or an input that cannot be read: the sentence, and exit status 2. */
export class ErreurDeCommande extends ErreurDite {}

const AVEC_VALEUR = new Set([
  "--au",
  "-o",
  "--cle",
  "--cle-age",
  "--destinataire",
  "--dossiers",
  "--graine",
  "--organisme",
  "--phrase",
  "--taire",
]);

/** Splits words from options; an unknown option is refused rather than ignored. */
export function lireArguments(argv: readonly string[], connues: readonly string[]): Arguments {
  const mots: string[] = [];
  const options = new Map<string, string | true>();
  for (let i = 0; i < argv.length; i += 1) {
    const mot = argv[i]!;
    if (!mot.startsWith("-")) {
      mots.push(mot);
      continue;
    }
    if (!connues.includes(mot)) throw new ErreurDeCommande(`L’option « ${mot} » n’existe pas ici.`);
    if (!AVEC_VALEUR.has(mot)) {
      options.set(mot, true);
      continue;
    }
    const valeur = argv[i + 1];
    if (valeur === undefined) throw new ErreurDeCommande(`L’option « ${mot} » attend une valeur.`);
    options.set(mot, valeur);
    i += 1;
  }
  return { mots, options };
}
