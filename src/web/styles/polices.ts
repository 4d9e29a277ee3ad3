import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** A font file under the address that the sheet gives it; the address changes with the content. */
export type Police = { readonly nom: string; readonly url: string; readonly octets: Uint8Array<ArrayBuffer> };

// Served by us, from unmodified packages: no third party learns who reads a dossier.
const FICHIERS: Readonly<Record<string, string>> = {
  figtree: "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  "figtree-ext": "@fontsource-variable/figtree/files/figtree-latin-ext-wght-normal.woff2",
  brygada: "@fontsource/brygada-1918/files/brygada-1918-latin-600-normal.woff2",
  "brygada-ext": "@fontsource/brygada-1918/files/brygada-1918-latin-ext-600-normal.woff2",
};

/** The fonts that every page needs; the others load only for letters outside French. */
export const POLICES_COURANTES: readonly string[] = ["figtree", "brygada"];

const require = createRequire(import.meta.url);

/** Reads the four fonts once. Throws when a font package is missing. */
export function lirePolices(): Police[] {
  return Object.entries(FICHIERS).map(([nom, fichier]) => {
    const octets = new Uint8Array(readFileSync(require.resolve(fichier)));
    return { nom, url: `/polices/${nom}.${empreinteCourte(octets)}.woff2`, octets };
  });
}

/** Twelve hexadecimal figures of SHA-256: enough to tell two versions of one file apart. */
export function empreinteCourte(octets: Uint8Array | string): string {
  return createHash("sha256").update(octets).digest("hex").slice(0, 12);
}
