import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { compteDeLignes } from "../../store/sauvegarde/compte.ts";
import { type Debut, enTrames, type FinDeTable, type Trame } from "../../store/sauvegarde/trames.ts";
import { ErreurSauvegarde } from "../../vault/erreur-sauvegarde.ts";
import { ouvrirFlux } from "../../vault/fichier-scelle.ts";
import type { Trousseau } from "../../vault/trousseau.ts";

/**
 * Gives the parts of a backup file to `lire`, decrypted; it reads them to the end, or throws. Throws `ErreurSauvegarde` when a byte is not
 * as written.
 */
export async function lireSauvegarde<T>(
  trousseau: Trousseau,
  chemin: string,
  lire: (trames: AsyncIterable<Trame>) => Promise<T>,
): Promise<T> {
  let resultat: { lu: T } | undefined;
  await pipeline(ouvrirFlux(trousseau, chemin), createGunzip(), async (clair: AsyncIterable<Buffer>) => {
    resultat = { lu: await lire(enTrames(clair)) };
  });
  return resultat!.lu;
}

/** What a whole backup says of itself. */
export interface Releve {
  debut: Debut;
  fins: FinDeTable[];
}

/** Reads a backup to its end and counts and hashes every table again. Throws `ErreurSauvegarde`. */
export function releverSauvegarde(trousseau: Trousseau, chemin: string): Promise<Releve> {
  return lireSauvegarde(trousseau, chemin, async (trames) => {
    let debut: Debut | undefined;
    const fins: FinDeTable[] = [];
    let compte = compteDeLignes();
    for await (const t of trames) {
      if (t.sorte === "debut") debut = t;
      else if (t.sorte === "lignes") compte.ajouter(t.octets);
      else {
        const { lignes, sha256 } = compte.total();
        if (lignes !== t.lignes || sha256 !== t.sha256) throw discordante(chemin, t.table);
        fins.push(t);
        compte = compteDeLignes();
      }
    }
    if (debut === undefined || fins.length !== debut.tables.length) {
      throw new ErreurSauvegarde(`La sauvegarde ${chemin} n’est pas entière. Prenez-en une autre.`);
    }
    return { debut, fins };
  });
}

/** The lines of a table are not those that the backup counted when it was made. */
export const discordante = (chemin: string, table: string) =>
  new ErreurSauvegarde(
    `La sauvegarde ${chemin} ne concorde pas avec elle-même (table ${table}). Prenez-en une autre.`,
  );
