import type { Communication, Etat } from "../law/etat.ts";
import type { Champs, Refus } from "./acte.ts";
import { champNombre, champSelection } from "./champ.ts";
import { accordsOuverts, optionsAccords } from "./communications.ts";
import { CHAMPS_TIERS } from "./formulaire-tiers.ts";
import { refus } from "./refus.ts";

const JOURS_MAX = 30;
export const JOURS_PAR_DEFAUT = 14;

/** One document to one recipient: only what the person agreed to can be chosen. */
export function champsCommunication(etat: Etat) {
  return {
    accord: champSelection({
      libelle: "Quel document, vers qui",
      aide: "Seuls les accords écrits de la personne sont ici.",
      options: optionsAccords(etat),
    }),
    ...CHAMPS_TIERS,
    jours: champNombre({
      libelle: "Combien de jours le lien marche",
      aide: "Il s’arrête avant si la personne retire son accord.",
      min: 1,
      max: JOURS_MAX,
    }),
  } satisfies Champs;
}

export const SANS_ACCORD: Refus = refus(
  undefined,
  "La personne n’a pas donné d’accord écrit pour ce document et ce destinataire : il ne part pas.",
  "Cela devient possible quand elle l’a signé dans son espace, ou quand vous avez noté son accord écrit.",
);

/**
 * The person's agreement that still holds for this document and this recipient, one that was not used yet first; null
 * when there is none (L6313-4 al. 3).
 */
export function accordVivant(
  etat: Etat,
  { document, destinataire }: { document: string; destinataire: string },
): Communication | null {
  const memes = accordsOuverts(etat).filter(
    (c) => c.document === document && c.destinataire === destinataire,
  );
  return memes.find((c) => c.communiqueLe === null) ?? memes.at(-1) ?? null;
}

/** Whether a link still opens: nobody ended it, its time is not over, and the agreement that it rests on still holds. */
export function lienVivant(
  etat: Etat,
  lien: { document: string; destinataire: string; expireLe: string; fermeLe: string | null },
  maintenant: string,
): boolean {
  return lien.fermeLe === null && lien.expireLe > maintenant && accordVivant(etat, lien) !== null;
}
