import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Words of one drill: all begin alike, each is in one sealed text only. */
export interface Voliere {
  prefixe: string;
  /** A new word. */
  nouveau: () => string;
  /** The words of this drill that stand in these bytes, in clear. */
  vusDans: (octets: Buffer) => string[];
}

const NUMERO = 4;

export function ouvrirVoliere(): Voliere {
  const prefixe = `canari-${randomBytes(6).toString("hex")}-`;
  let n = 0;
  return {
    prefixe,
    nouveau: () => {
      n += 1;
      return `${prefixe}${String(n).padStart(NUMERO, "0")}`;
    },
    vusDans: (octets) => {
      const vus: string[] = [];
      for (let i = octets.indexOf(prefixe); i !== -1; i = octets.indexOf(prefixe, i + 1)) {
        vus.push(octets.toString("latin1", i, i + prefixe.length + NUMERO));
      }
      return vus;
    },
  };
}

/** How the same word looks where bytes are written as text: hexadecimal, UTF-16, and base64 from each of its offsets. */
function ecritures(prefixe: string): Buffer[] {
  const octets = Buffer.from(prefixe);
  const base64 = [0, 1, 2].map((decalage) => {
    const ecrit = Buffer.concat([Buffer.alloc(decalage), octets]).toString("base64");
    // The first and last characters hold bits of what stands beside.
    return Buffer.from(ecrit.slice(decalage === 0 ? 0 : 4, -4));
  });
  return [octets, Buffer.from(octets.toString("hex")), Buffer.from(prefixe, "utf16le"), ...base64];
}

/** The files under a folder where a word of the drill stands in clear, however it is written; and how many were read. */
export async function chercherEnClair(
  dossier: string,
  { prefixe }: Voliere,
): Promise<{ lus: number; vus: string[] }> {
  const formes = ecritures(prefixe);
  const vus: string[] = [];
  let lus = 0;
  for (const entree of await readdir(dossier, { recursive: true, withFileTypes: true })) {
    if (!entree.isFile()) continue;
    const chemin = join(entree.parentPath, entree.name);
    const octets = await readFile(chemin);
    lus += 1;
    if (formes.some((forme) => octets.includes(forme))) vus.push(chemin);
  }
  return { lus, vus };
}
