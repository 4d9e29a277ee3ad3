import type { Instant } from "../values/instant.ts";
import { parseJour } from "../values/jour.ts";
import { formatBase64, parseHash } from "./base64.ts";
import { type CleVerification, formatVkey, parseVkey } from "./cle.ts";
import { parseTaille } from "./decimal.ts";
import type { Hasher } from "./hasher.ts";
import { openNote, parseNote, type Signer, signNote } from "./note.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";

/**
 * One signing key of a log hands over to the next: the last head that the old one signs, both keys, the moment.
 * The signed note of it is a leaf of the log: whatever stands before is the old key's, whatever comes after is
 * the new one's.
 */
export type Passation = {
  readonly taille: number;
  readonly racine: Uint8Array;
  readonly ancienne: CleVerification;
  readonly nouvelle: CleVerification;
  readonly le: Instant;
};

const FORMAT = "probant-passation/1";
const HEURE = /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** The note that both keys sign: the old one lets go, the new one shows that it is there. */
export function signPassation(
  h: Hasher,
  { taille, racine, ancienne, nouvelle, le }: Passation,
  signataires: { readonly ancien: Signer; readonly nouveau: Signer },
): string {
  const lignes = [
    FORMAT,
    ancienne.nom,
    taille,
    formatBase64(racine),
    formatVkey(ancienne),
    formatVkey(nouvelle),
    le,
  ];
  const note = signNote(`${lignes.join("\n")}\n`, [
    { cle: ancienne, signer: signataires.ancien },
    { cle: nouvelle, signer: signataires.nouveau },
  ]);
  openPassation(h, note);
  return note;
}

/** Reads what a hand-over says, its signatures unchecked. Throws PreuveInvalide on any other spelling. */
export function parsePassation(h: Hasher, note: string): Passation {
  const { texte } = parseNote(note);
  const [format, origine, taille = "", racine = "", avant = "", apres = "", le = "", fin, ...reste] =
    texte.split("\n");
  if (format !== FORMAT || fin !== "" || reste.length > 0 || !isInstant(le))
    throw new PreuveInvalide(`La passation de clé n’est pas un texte « ${FORMAT} » de sept lignes.`);
  const ancienne = parseVkey(h, avant);
  const nouvelle = parseVkey(h, apres);
  if (ancienne.nom !== origine || nouvelle.nom !== origine || ancienne.idHex === nouvelle.idHex)
    throw new PreuveInvalide("La passation de clé ne relie pas deux clés d’un même journal.");
  return {
    taille: parseTaille(taille, "La taille du journal à la passation"),
    racine: parseHash(racine, "La racine du journal à la passation"),
    ancienne,
    nouvelle,
    le,
  };
}

/** The same, signed by both of its keys and by no other. Throws PreuveInvalide. */
export function openPassation(h: Hasher, note: string): Passation {
  const passation = parsePassation(h, note);
  openNote(h, note, [passation.ancienne]);
  openNote(h, note, [passation.nouvelle]);
  if (parseNote(note).signatures.length !== 2)
    throw new PreuveInvalide("La passation de clé doit porter deux signatures.");
  return passation;
}

function isInstant(le: string): le is Instant {
  return parseJour(le.slice(0, 10)) !== null && HEURE.test(le.slice(10));
}
