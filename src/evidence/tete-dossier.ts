import { formatBase64, parseHash } from "./base64.ts";
import { parseTaille } from "./decimal.ts";
import { checkDossierId } from "./identifiant.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";

/** The head of a dossier's tree: how many facts, and their RFC 6962 root of 32 bytes. */
export type TeteDossier = {
  readonly dossierId: string;
  readonly taille: number;
  readonly racine: Uint8Array;
};

const FORMAT = "probant-tete/1";

/** The text of a head: in UTF-8, it is the leaf data of the organisation's log. */
export function formatTete({ dossierId, taille, racine }: TeteDossier): string {
  const texte = `${FORMAT}\n${dossierId}\n${taille}\n${formatBase64(racine)}\n`;
  parseTete(texte);
  return texte;
}

/** Reads that text back; throws PreuveInvalide on any other spelling. */
export function parseTete(texte: string): TeteDossier {
  const [format, dossierId = "", taille = "", racine = "", fin, ...reste] = texte.split("\n");
  if (format !== FORMAT || fin !== "" || reste.length > 0)
    throw new PreuveInvalide(`La tête du dossier n’est pas un texte « ${FORMAT} » de quatre lignes.`);
  return {
    dossierId: checkDossierId(dossierId),
    taille: parseTaille(taille, "Le nombre de faits de la tête"),
    racine: parseHash(racine, "La racine du dossier"),
  };
}
