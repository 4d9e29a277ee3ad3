import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { z } from "zod";
import { enJson } from "../values/en-json.ts";
import { ErreurTrousseau } from "./erreur-trousseau.ts";

/**
 * The register of destructions lies beside the keyring, outside of the database and of its backups: after a restore it
 * says what must go again. One line of JSON each, bound to the line before by its SHA-256; no content, no name.
 */
export const sLigneDeRegistre = z.object({
  n: z.int().min(1),
  organisme: z.uuid(),
  dossier: z.uuid(),
  /** Rank, in the dossier, of the fact that asked. */
  rang: z.int().min(1),
  /** That fact, to be written again in a database that does not know it. */
  fait: z.object({ type: z.string(), date: z.string(), donnees: z.unknown() }),
  effectiveLe: z.string(),
  /** Fingerprint of the line before; of nothing for the first. */
  avant: z.string(),
});
export type LigneDeRegistre = z.infer<typeof sLigneDeRegistre>;
export type DestructionAInscrire = Omit<LigneDeRegistre, "n" | "avant">;

/** How many lines the register has, and the fingerprint of the last: the keyring keeps both. */
export interface TeteDeRegistre {
  taille: number;
  empreinte: string;
}

const sha256 = (texte: string) => createHash("sha256").update(texte, "utf8").digest("hex");
export const REGISTRE_VIDE: TeteDeRegistre = { taille: 0, empreinte: sha256("") };

export interface Registre extends TeteDeRegistre {
  lignes: LigneDeRegistre[];
}

/** Makes the empty register of a new installation; leaves the one that is there. */
export async function creerRegistre(chemin: string): Promise<void> {
  const fichier = await open(chemin, "a", 0o600);
  await fichier.close();
}

/**
 * Reads it against what the keyring says of it. Lines beyond are those of a destruction that was interrupted. Throws
 * `ErreurTrousseau` when it is missing, cut or altered: what was destroyed could come back without anybody knowing.
 */
export function lireRegistre(chemin: string, tete: TeteDeRegistre): Registre {
  if (!existsSync(chemin)) {
    throw new ErreurTrousseau(
      `Le registre des destructions ${chemin} manque : sans lui, des contenus détruits pourraient revenir. Remettez-le en place.`,
    );
  }
  const textes = readFileSync(chemin, "utf8").split("\n");
  // A line that was not written to its end never counted: its destruction is done again.
  const entieres = textes.slice(0, -1);
  const lignes: LigneDeRegistre[] = [];
  let empreinte = REGISTRE_VIDE.empreinte;
  let tenue = tete.taille === 0;
  for (const texte of entieres) {
    const ligne = sLigneDeRegistre.safeParse(enJson(texte));
    if (!ligne.success || ligne.data.avant !== empreinte || ligne.data.n !== lignes.length + 1) {
      throw altere(chemin);
    }
    lignes.push(ligne.data);
    empreinte = sha256(texte);
    if (lignes.length === tete.taille) tenue = empreinte === tete.empreinte;
  }
  if (!tenue || lignes.length < tete.taille) throw altere(chemin);
  return { lignes, taille: lignes.length, empreinte };
}

/** Adds destructions and forces them to disk; those that are there already are passed over. Gives the new head. */
export async function inscrireAuRegistre(
  chemin: string,
  registre: Registre,
  destructions: readonly DestructionAInscrire[],
): Promise<TeteDeRegistre> {
  const cle = (d: Pick<DestructionAInscrire, "dossier" | "rang">) => `${d.dossier}/${d.rang}`;
  const presentes = new Set(registre.lignes.map(cle));
  let { taille, empreinte } = registre;
  let suite = "";
  for (const d of destructions) {
    if (presentes.has(cle(d))) continue;
    const texte = JSON.stringify({ n: taille + 1, ...d, avant: empreinte } satisfies LigneDeRegistre);
    taille += 1;
    empreinte = sha256(texte);
    suite += `${texte}\n`;
  }
  const fichier = await open(chemin, "a");
  try {
    // What an interrupted writing left after the last whole line goes first.
    await fichier.truncate(finDesLignes(chemin));
    await fichier.appendFile(suite, "utf8");
    await fichier.sync();
  } finally {
    await fichier.close();
  }
  return { taille, empreinte };
}

function finDesLignes(chemin: string): number {
  return readFileSync(chemin).lastIndexOf(0x0a) + 1;
}

const altere = (chemin: string) =>
  new ErreurTrousseau(
    `Le registre des destructions ${chemin} est coupé ou altéré. Remettez en place sa copie de secours.`,
  );
