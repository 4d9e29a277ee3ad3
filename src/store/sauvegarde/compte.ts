import { createHash } from "node:crypto";

/** Counts the rows of a table in `copy` text, where each ends with the only line feed that it holds, and hashes them. */
export function compteDeLignes(): {
  ajouter: (octets: Buffer) => void;
  total: () => { lignes: number; sha256: string };
} {
  const hash = createHash("sha256");
  let lignes = 0;
  return {
    ajouter: (octets) => {
      hash.update(octets);
      for (let i = octets.indexOf(0x0a); i !== -1; i = octets.indexOf(0x0a, i + 1)) lignes += 1;
    },
    total: () => ({ lignes, sha256: hash.digest("hex") }),
  };
}
