import { codeSysteme } from "./postgres/erreur-demarrage.ts";

/** What keeps a sound database from answering: the disk is full, or the server is not there. */
export type Panne = "disque_plein" | "absente";

const DISQUE_PLEIN = new Set(["53100", "ENOSPC"]);
/** The server stops, starts, recovers or lost its socket: it will be back. */
const ABSENTE = new Set(["57P01", "57P02", "57P03", "ECONNREFUSED", "ECONNRESET", "EPIPE"]);
const ABSENTE_SELON_LE_PILOTE =
  /Connection terminated|not queryable|Client has encountered a connection error/;

/** Which failure this error tells, or undefined for any other error: a file that is missing is none. */
export function panneDe(erreur: unknown): Panne | undefined {
  const code = codeSysteme(erreur) ?? "";
  if (DISQUE_PLEIN.has(code)) return "disque_plein";
  const sansSocket = code === "ENOENT" && (erreur as NodeJS.ErrnoException).syscall === "connect";
  if (ABSENTE.has(code) || sansSocket) return "absente";
  return erreur instanceof Error && ABSENTE_SELON_LE_PILOTE.test(erreur.message) ? "absente" : undefined;
}

const PHRASES: Readonly<Record<Panne, string>> = {
  disque_plein:
    "Le disque du serveur est plein : rien n’a été enregistré. Prévenez la personne qui s’occupe du serveur.",
  absente:
    "La base de données redémarre. Rechargez la page dans un instant pour voir si votre action est enregistrée.",
};

/**
 * The French sentence for an act that the database could not carry out through no fault of its author, or undefined
 * for any other error. Nothing of the act was written, unless the connection broke at the very moment of its commit.
 */
export function phraseDePanne(erreur: unknown): string | undefined {
  const panne = panneDe(erreur);
  return panne === undefined ? undefined : PHRASES[panne];
}
