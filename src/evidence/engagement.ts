import { concat, utf8 } from "./bytes.ts";
import type { Hasher } from "./hasher.ts";
import { checkDossierId } from "./identifiant.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";

const DOMAINE_CONTENU = utf8("probant/contenu/1\0");

/**
 * Salt of the n-th fact (n ≥ 1) of a dossier, 32 bytes, derived from the dossier's proof key: giving one salt reveals
 * nothing of the others, and once the key is destroyed no salt can be made again.
 */
export function selDuFait(h: Hasher, clePreuve: Uint8Array, dossierId: string, n: number): Uint8Array {
  checkN(n);
  return h.hmacSha256(checkKey(clePreuve), utf8(`probant/sel/1\0${checkDossierId(dossierId)}\0${n}`));
}

/** Commitment to a fact: the leaf data of the dossier's tree, 32 bytes. The text is the fact's canonical form. */
export function engagementDuFait(h: Hasher, sel: Uint8Array, texteCanonique: string): Uint8Array {
  return h.hmacSha256(checkKey(sel), utf8(texteCanonique));
}

/** Salt of one content, derived from the dossier's content key so that it dies with it. */
export function selDuContenu(
  h: Hasher,
  cleContenu: Uint8Array,
  dossierId: string,
  contenuId: string,
): Uint8Array {
  const message = `probant/sel-contenu/1\0${checkDossierId(dossierId)}\0${checkDossierId(contenuId)}`;
  return h.hmacSha256(checkKey(cleContenu), utf8(message));
}

/** Commitment to a content, 32 bytes: what a fact may name of it. Its own domain, so that it never equals a fact's. */
export function engagementDuContenu(h: Hasher, sel: Uint8Array, bytes: Uint8Array): Uint8Array {
  return h.hmacSha256(checkKey(sel), concat([DOMAINE_CONTENU, bytes]));
}

function checkKey(key: Uint8Array): Uint8Array {
  if (key.length !== 32) throw new PreuveInvalide("Une clé ou un sel doit faire 32 octets.");
  return key;
}

function checkN(n: number): void {
  if (!Number.isSafeInteger(n) || n < 1)
    throw new PreuveInvalide("Le rang d’un fait est un entier à partir de 1.");
}
