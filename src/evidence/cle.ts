import { formatBase64, parseBase64 } from "./base64.ts";
import { concat, hex, isWellFormed, utf8 } from "./bytes.ts";
import type { Hasher } from "./hasher.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";

const ED25519 = Uint8Array.of(1);
const NOM = /^[^\s\p{Cc}+]+$/u;

/** A public key that checks notes: its name, its Ed25519 bytes, and the four-byte id that signature lines carry. */
export type CleVerification = {
  readonly nom: string;
  readonly publique: Uint8Array;
  readonly id: Uint8Array;
  readonly idHex: string;
};

/** The key of that name (no space, no `+`) and of these 32 bytes; its id as c2sp.org/signed-note computes it. */
export function makeCle(h: Hasher, nom: string, publique: Uint8Array): CleVerification {
  if (!NOM.test(nom) || !isWellFormed(nom))
    throw new PreuveInvalide("Le nom d’une clé ne contient ni espace ni « + ».");
  if (publique.length !== 32) throw new PreuveInvalide("Une clé publique Ed25519 fait 32 octets.");
  const id = h.sha256(concat([utf8(`${nom}\n`), ED25519, publique])).slice(0, 4);
  return { nom, publique, id, idHex: hex(id) };
}

/** `name+id+base64`, the text form that other tools read. */
export function formatVkey(cle: CleVerification): string {
  return `${cle.nom}+${cle.idHex}+${formatBase64(concat([ED25519, cle.publique]))}`;
}

/** Reads `formatVkey` back; throws PreuveInvalide when the id is not that of the key. */
export function parseVkey(h: Hasher, vkey: string): CleVerification {
  // The base64 part may itself hold “+”: only the first two separate.
  const [nom = "", idHex = "", ...rest] = vkey.split("+");
  const bytes = parseBase64(rest.join("+"));
  if (bytes.length !== 33 || bytes[0] !== 1)
    throw new PreuveInvalide(
      "La clé de vérification n’est pas une clé Ed25519 au format « nom+empreinte+clé ».",
    );
  const cle = makeCle(h, nom, bytes.slice(1));
  if (cle.idHex !== idHex)
    throw new PreuveInvalide("L’empreinte écrite dans la clé de vérification n’est pas la sienne.");
  return cle;
}

/** Fingerprint to compare by eye or aloud: SHA-256 of the vkey text, in eight groups of eight hexadecimal digits. */
export function empreinteCle(h: Hasher, cle: CleVerification): string {
  return empreinteSerree(h, cle).replace(/.{8}(?=.)/g, "$& ");
}

/** The same fingerprint without a space: its 64 digits, as programs compare them. */
export function empreinteSerree(h: Hasher, cle: CleVerification): string {
  return hex(h.sha256(utf8(formatVkey(cle))));
}
