import { codeSysteme } from "./postgres/erreur-demarrage.ts";

const DISQUE_PLEIN = new Set(["53100", "ENOSPC"]);
/** The server stops, starts, recovers or lost its socket: it will be back. */
const ABSENT = new Set(["57P01", "57P02", "57P03", "ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE"]);
const ABSENT_SELON_LE_PILOTE =
  /Connection terminated|not queryable|Client has encountered a connection error/;

/**
 * The French sentence for an act that the database could not carry out through no fault of its author, or undefined
 * for any other error. Nothing of the act was written, unless the connection broke at the very moment of its commit.
 */
export function phraseDePanne(erreur: unknown): string | undefined {
  const code = codeSysteme(erreur) ?? "";
  if (DISQUE_PLEIN.has(code)) {
    return "Le disque du serveur est plein : rien n’a été enregistré. Prévenez la personne qui s’occupe du serveur.";
  }
  if (ABSENT.has(code) || (erreur instanceof Error && ABSENT_SELON_LE_PILOTE.test(erreur.message))) {
    return "La base de données redémarre. Rechargez la page dans un instant pour voir si votre action est enregistrée.";
  }
  return undefined;
}
