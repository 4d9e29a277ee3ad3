import { formatBase64, parseHash } from "./base64.ts";
import type { CleVerification } from "./cle.ts";
import { parseTaille } from "./decimal.ts";
import type { Hasher } from "./hasher.ts";
import { openNote, type Signer, signNote } from "./note.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";

/** The head of a log (c2sp.org/tlog-checkpoint): who keeps it, how many leaves, RFC 6962 root of 32 bytes. */
export type Checkpoint = { readonly origine: string; readonly taille: number; readonly racine: Uint8Array };

/** The text that is signed: origin, size, base64 root, one per line. */
export function formatCheckpoint({ origine, taille, racine }: Checkpoint): string {
  const texte = `${origine}\n${taille}\n${formatBase64(racine)}\n`;
  parseCheckpoint(texte);
  return texte;
}

/** Reads that text back. No extension line is accepted: nobody but their writer could check them. */
export function parseCheckpoint(texte: string): Checkpoint {
  const [origine = "", taille = "", racine = "", fin, ...reste] = texte.split("\n");
  if (origine === "" || fin !== "" || reste.length > 0)
    throw new PreuveInvalide("La tête du journal n’a pas ses trois lignes.");
  return {
    origine,
    taille: parseTaille(taille, "La taille du journal"),
    racine: parseHash(racine, "La racine du journal"),
  };
}

/** A checkpoint signed by the log's key, whose name is the origin. */
export function signCheckpoint(
  tete: { readonly taille: number; readonly racine: Uint8Array },
  cle: CleVerification,
  signer: Signer,
): string {
  return signNote(formatCheckpoint({ origine: cle.nom, ...tete }), [{ cle, signer }]);
}

/** The checkpoint of a signed note. Throws PreuveInvalide unless it is signed by that key and bears its name. */
export function openCheckpoint(h: Hasher, note: string, cle: CleVerification): Checkpoint {
  const checkpoint = parseCheckpoint(openNote(h, note, [cle]));
  if (checkpoint.origine !== cle.nom)
    throw new PreuveInvalide("La tête du journal ne porte pas le nom de la clé qui la signe.");
  return checkpoint;
}
