import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import type { z } from "zod";
import { lireZip } from "../../src/evidence/zip-canonique.ts";

/** A word that stands in one single place of the database, and who may ever be served it. */
export interface Canari {
  mot: string;
  ou: string;
  /** Names of the visitors who may read it. */
  lecteurs: readonly string[];
}

/** Canaries by their word. Three letters between two marks: no page, font or file of ours holds such a word. */
export interface Voliere {
  nouveau: (ou: string, lecteurs: readonly string[]) => string;
  connus: () => readonly Canari[];
  /** Those that these bytes hold, whatever the format that wraps them. */
  chercher: (octets: Uint8Array, type: string) => Promise<Canari[]>;
}

const LETTRES = "abcdefghijklmnopqrstuvwxyz";
const MOT = /zqx[a-z]{3}xqz/g;

function motDeRang(rang: number): string {
  const lettre = (n: number) => LETTRES[Math.floor(rang / 26 ** n) % 26];
  return `zqx${lettre(2)}${lettre(1)}${lettre(0)}xqz`;
}

export function ouvrirVoliere(): Voliere {
  const canaris = new Map<string, Canari>();
  const lus = new Map<string, string>();
  return {
    nouveau: (ou, lecteurs) => {
      const mot = motDeRang(canaris.size);
      canaris.set(mot, { mot, ou, lecteurs });
      return mot;
    },
    connus: () => [...canaris.values()],
    chercher: async (octets, type) => {
      const mots = new Set(texteDe(octets, type, lus).match(MOT));
      return [...mots].map((mot) => canaris.get(mot) ?? { mot, ou: "inconnu", lecteurs: [] });
    },
  };
}

/** What a reader would find in these bytes. A word may be cut at the end of a line: it is looked for both ways. */
function texteDe(octets: Uint8Array, type: string, lus: Map<string, string>): string {
  const brut = Buffer.from(octets).toString("latin1").toLowerCase();
  if (octets[0] === 0x25 && brut.startsWith("%pdf-")) {
    const cle = createHash("sha256").update(octets).digest("hex");
    let texte = lus.get(cle);
    if (texte === undefined) {
      texte = execFileSync("pdftotext", ["-", "-"], { input: octets, encoding: "utf8", maxBuffer: 1 << 26 });
      lus.set(cle, texte);
    }
    return `${brut} ${decoupe(texte)}`;
  }
  if (brut.startsWith("pk\u0003\u0004")) {
    return lireZip(octets)
      .map(({ nom, contenu }) => `${nom} ${texteDe(contenu, "", lus)}`)
      .join(" ");
  }
  return type.startsWith("image/") || type.startsWith("font/") ? "" : decoupe(brut);
}

function decoupe(texte: string): string {
  const bas = texte.toLowerCase();
  return `${bas} ${bas.replaceAll(/[-\u00ad]?\s+/g, "")}`;
}

/**
 * The same value with a canary in every text that its schema takes one in. `nouveau` gets where: the path of the field.
 * What the schema refuses (a SIRET, a day, a code of a list) stays as it is, and so do the paths that match `sauf`.
 */
export function planter<T>(valeur: T, schema: z.ZodType, nouveau: (ou: string) => string, sauf: RegExp): T {
  const copie = structuredClone(valeur);
  const racine = { valeur: copie };
  const essayer = (parent: Record<string, unknown>, nom: string, ou: string) => {
    const present = parent[nom];
    if (typeof present === "string") {
      if (sauf.test(ou)) return;
      parent[nom] = "zqxxqz";
      if (schema.safeParse(racine.valeur).success) parent[nom] = nouveau(ou);
      if (!schema.safeParse(racine.valeur).success) parent[nom] = present;
      return;
    }
    if (typeof present !== "object" || present === null) return;
    for (const cle of Object.keys(present)) {
      essayer(present as Record<string, unknown>, cle, `${ou}.${cle}`);
    }
  };
  essayer(racine, "valeur", "");
  return racine.valeur;
}
