/** What the terminal says when the database does not answer, or when there is no room left to write. */
const PANNES = {
  disque_plein: "Le disque est plein. Libérez de la place, puis relancez la commande.",
  absente:
    "La connexion à la base de données s’est coupée. Assurez-vous que la base répond, puis relancez la commande.",
} as const;

const DROITS = new Set(["EACCES", "EPERM"]);

/**
 * What the terminal says of an error: its own sentence when it carries one, a sentence for a failure of the database
 * or of the disk (`panne`) or for what a damaged or closed data folder causes, else its trace, which is a defect of ours
 * and names no one.
 */
export function phraseDErreur(erreur: unknown, panne?: keyof typeof PANNES): string {
  const { phrase, code, path, severity } = erreur as Record<string, unknown>;
  if (typeof phrase === "string") return phrase;
  if (panne !== undefined) return PANNES[panne];
  if (typeof code === "string" && DROITS.has(code)) {
    return `Ce compte n’a pas le droit de lire ou d’écrire ${String(path ?? "un fichier de Probant")}. Lancez la commande sous le compte qui a ouvert Probant.`;
  }
  // Only PostgreSQL's own errors have a severity; its words are English, its codes are in its manual.
  if (typeof severity === "string" && typeof code === "string") {
    return (
      `La base de données a répondu par une erreur (code ${code}) : elle est peut-être abîmée. Rien n’a été modifié. ` +
      "Copiez le dossier de données à l’abri, puis restaurez une sauvegarde dans un autre dossier (npx probant restaurer)."
    );
  }
  return (erreur as Error).stack ?? String(erreur);
}
