import { formatBase64, parseHash } from "./base64.ts";
import { parseTaille } from "./decimal.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";

/**
 * Proof that a log holds a leaf: its position, the sibling hashes from the leaf up, the signed checkpoint. Which leaf
 * is for the reader to know; the format does not say it.
 */
export type PreuveJournal = {
  readonly index: number;
  readonly chemin: readonly Uint8Array[];
  readonly checkpoint: string;
};

const FORMAT = "c2sp.org/tlog-proof@v1";

/** The text form of c2sp.org/tlog-proof, without the optional `extra` line. */
export function formatTlogProof({ index, chemin, checkpoint }: PreuveJournal): string {
  const lignes = [FORMAT, `index ${index}`, ...chemin.map(formatBase64)];
  return `${lignes.join("\n")}\n\n${checkpoint}`;
}

/**
 * Reads it back, the checkpoint still unopened. Throws PreuveInvalide, also on an `extra` line: nothing
 * authenticates it, so a proof of ours has none.
 */
export function parseTlogProof(texte: string): PreuveJournal {
  const end = texte.indexOf("\n\n");
  if (end < 0) throw new PreuveInvalide("La preuve d’inscription au journal n’a pas de tête signée.");
  const [format, position = "", ...chemin] = texte.slice(0, end).split("\n");
  if (format !== FORMAT || !position.startsWith("index "))
    throw new PreuveInvalide(`La preuve d’inscription au journal n’est pas un texte « ${FORMAT} ».`);
  return {
    index: parseTaille(position.slice("index ".length), "La position dans le journal"),
    chemin: chemin.map((ligne) => parseHash(ligne, "Un maillon de la preuve d’inscription")),
    checkpoint: texte.slice(end + 2),
  };
}
