import type pg from "pg";
import { ecrireTables, type RefusDEcrire } from "../../store/sauvegarde/ecrire-tables.ts";
import { ErreurSauvegarde } from "../../vault/erreur-sauvegarde.ts";
import type { Trousseau } from "../../vault/trousseau.ts";
import { discordante, lireSauvegarde, type Releve } from "./relire.ts";

/**
 * Puts a backup that was read to its end into an empty database. All of it or nothing: interrupted, it can be done
 * again. What was destroyed since goes when the house is opened, before anything is served. Throws `ErreurSauvegarde`.
 */
export async function restaurer(
  lieu: { poolConfig: pg.PoolConfig; trousseau: Trousseau },
  chemin: string,
  { debut }: Releve,
  avancer: (phrase: string) => void,
): Promise<void> {
  await lireSauvegarde(lieu.trousseau, chemin, async (trames) => {
    const refus = await ecrireTables(lieu.poolConfig, debut, trames, (table, faites, enTout) =>
      avancer(`Écriture de la table ${faites + 1} sur ${enTout} : ${table}…`),
    );
    // Thrown here: it lets go of a file that was not read to its end.
    if (refus !== null) throw enPhrase(refus, chemin);
  });
}

function enPhrase(r: RefusDEcrire, chemin: string): ErreurSauvegarde {
  if (r.refus === "discordante") return discordante(chemin, r.table);
  return new ErreurSauvegarde(
    r.refus === "pas_vide"
      ? "Cette installation contient déjà des données : rien n’a été touché. Une sauvegarde se restaure dans une installation vide. Donnez un autre dossier par PROBANT_DATA, ou une base vide par DATABASE_URL."
      : `La sauvegarde ${chemin} a été faite par une version plus récente de Probant. Rien n’a été touché. Installez cette version.`,
  );
}
