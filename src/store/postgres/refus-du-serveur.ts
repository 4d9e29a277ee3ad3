import { ErreurDemarrage } from "./erreur-demarrage.ts";

/** The disk is full: the server will start again as soon as there is room. */
export class DisquePlein extends ErreurDemarrage {}

/** The processes of a server that was killed are still leaving: it will be over in a moment. */
export class ServeurSortant extends ErreurDemarrage {}

const ENDOMMAGE =
  /control file|pg_control|incompatible with server|could not find the database system|checkpoint record|invalid page|could not open (file|directory) ".*(global|base|pg_)|not a database cluster|bogus data|could not locate/;
const ENCORE_LA = /pre-existing shared memory|lock file ".*" already exists/;
const DROITS = /Permission denied|wrong ownership|invalid permissions/;

/** Turns what the server wrote while failing to start into the French sentence that the user reads. */
export function refusDuServeur(cluster: string, journal: string, texte: string): ErreurDemarrage {
  const dit = texte.split("\n").findLast((ligne) => /FATAL|PANIC|could not/.test(ligne)) ?? "";
  if (/No space left on device/.test(texte)) {
    return new DisquePlein(
      "Le disque est plein : la base de données ne peut pas démarrer. Libérez de la place ; rien n’est perdu.",
    );
  }
  if (ENCORE_LA.test(texte)) {
    return new ServeurSortant(
      `Un ancien processus de la base de données n’a pas fini de s’arrêter dans ${cluster}. Attendez un instant, puis relancez.`,
    );
  }
  if (ENDOMMAGE.test(texte)) {
    return new ErreurDemarrage(
      `La base de données du dossier ${cluster} est endommagée, et PostgreSQL refuse de l’ouvrir. Rien n’a été modifié. ` +
        "Copiez ce dossier à l’abri, puis restaurez une sauvegarde dans un autre dossier (npx probant restaurer). " +
        `Détail : ${journal}.`,
    );
  }
  if (DROITS.test(texte)) {
    return new ErreurDemarrage(
      `Les droits du dossier ${cluster} empêchent la base de données de démarrer. Détail : ${journal}.`,
    );
  }
  const suite = dit === "" ? "" : ` PostgreSQL répond : ${dit.replace(/^.*?(FATAL|PANIC):\s*/, "")}.`;
  return new ErreurDemarrage(`La base de données ne démarre pas.${suite} Détail : ${journal}.`);
}
