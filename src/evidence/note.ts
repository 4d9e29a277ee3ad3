import { formatBase64, parseBase64 } from "./base64.ts";
import { concat, hex, isWellFormed, utf8 } from "./bytes.ts";
import type { CleVerification } from "./cle.ts";
import type { Hasher } from "./hasher.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";

/** Gives the 64-byte Ed25519 signature of a message. */
export type Signer = (message: Uint8Array) => Uint8Array;

/** One signature line, not yet verified: `id` is the key's four bytes in hexadecimal. */
export type SignatureDeNote = { readonly nom: string; readonly id: string; readonly signature: Uint8Array };

/** A signed note taken apart (c2sp.org/signed-note); `texte` ends with a newline. */
export type Note = { readonly texte: string; readonly signatures: readonly SignatureDeNote[] };

const MAX_SIGNATURES = 64;
const LIGNE = /^— ([^\s+]+) ([0-9A-Za-z+/]+={0,2})$/u;

/** Signs a text, which must end with a newline and hold no other control character. */
export function signNote(
  texte: string,
  signataires: readonly { cle: CleVerification; signer: Signer }[],
): string {
  checkTexte(texte);
  const lignes = signataires.map(({ cle, signer }) => {
    const signature = signer(utf8(texte));
    if (signature.length !== 64) throw new PreuveInvalide("Une signature Ed25519 fait 64 octets.");
    return `— ${cle.nom} ${formatBase64(concat([cle.id, signature]))}\n`;
  });
  return `${texte}\n${lignes.join("")}`;
}

/** Takes a note apart without judging its signatures. Throws PreuveInvalide. */
export function parseNote(note: string): Note {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n")) throw new PreuveInvalide("La note signée n’a pas de signature.");
  const texte = note.slice(0, end + 1);
  checkTexte(texte);
  const lignes = note.slice(end + 2, -1).split("\n");
  if (lignes.length > MAX_SIGNATURES) throw new PreuveInvalide("La note porte trop de signatures.");
  return { texte, signatures: lignes.map(parseSignature) };
}

/**
 * The text of a note signed by a known key. Signatures of unknown keys are ignored; a wrong signature of a known key,
 * or no signature of any, throws PreuveInvalide.
 */
export function openNote(h: Hasher, note: string, cles: readonly CleVerification[]): string {
  const { texte, signatures } = parseNote(note);
  const message = utf8(texte);
  let valides = 0;
  for (const { nom, id, signature } of signatures) {
    const cle = cles.find((candidate) => candidate.nom === nom && candidate.idHex === id);
    if (cle === undefined) continue;
    if (!h.verifyEd25519(cle.publique, message, signature))
      throw new PreuveInvalide(`La signature de « ${nom} » est fausse.`);
    valides++;
  }
  if (valides === 0) throw new PreuveInvalide("Aucune signature ne vient de la clé attendue.");
  return texte;
}

function parseSignature(ligne: string): SignatureDeNote {
  const found = LIGNE.exec(ligne);
  if (found === null) throw new PreuveInvalide("Une ligne de signature est mal écrite.");
  const bytes = parseBase64(found[2]!);
  if (bytes.length < 5) throw new PreuveInvalide("Une ligne de signature est trop courte.");
  return { nom: found[1]!, id: hex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

function checkTexte(texte: string): void {
  if (!texte.endsWith("\n"))
    throw new PreuveInvalide("Le texte d’une note signée finit par un retour à la ligne.");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids exactly these.
  if (/[\u0000-\u0009\u000b-\u001f]/.test(texte) || !isWellFormed(texte))
    throw new PreuveInvalide("Le texte d’une note signée contient un caractère interdit.");
}
