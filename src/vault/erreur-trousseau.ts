import { ErreurDite } from "../values/erreur-dite.ts";

/** The keyring cannot be used: the sentence says why and what to do. */
export class ErreurTrousseau extends ErreurDite {}

const MOTIFS: Readonly<Record<string, string>> = {
  EACCES: "vous n’en avez pas le droit",
  EPERM: "vous n’en avez pas le droit",
  EROFS: "le disque est en lecture seule",
  ENOTDIR: "un fichier porte le nom d’un dossier",
  EEXIST: "un fichier porte le nom d’un dossier",
  EISDIR: "un dossier porte ce nom",
  ENOENT: "le dossier parent n’existe pas et ne peut pas être créé",
  ELOOP: "des liens y tournent en rond",
  ENAMETOOLONG: "ce nom est trop long",
};

/** The same error with a sentence, where the system's refusal of a path has one; otherwise the error itself. */
export function refusDuSysteme(quoi: string, erreur: unknown): unknown {
  const motif = MOTIFS[(erreur as NodeJS.ErrnoException).code ?? ""];
  if (motif === undefined) return erreur;
  return new ErreurTrousseau(
    `${quoi} : ${motif}. Corrigez ce point, ou donnez un autre chemin par PROBANT_KEYRING.`,
  );
}
