import type { Communication, Etat } from "../law/etat.ts";
import { estVisee } from "./accord-vise.ts";
import type { Champs, Refus } from "./acte.ts";
import { champNombre, champSelection } from "./champ.ts";
import {
  accordsOuverts,
  cleDe,
  type Nommer,
  nommeQuelquUn,
  optionsAccords,
  resteAMontrer,
} from "./communications.ts";
import { CHAMPS_TIERS } from "./formulaire-tiers.ts";
import { refus } from "./refus.ts";

const JOURS_MAX = 30;
export const JOURS_PAR_DEFAUT = 14;

/** Agreements under which something may leave: they hold, and say to whom. */
export const accordsUtilisables = (etat: Etat) => accordsOuverts(etat).filter(nommeQuelquUn);

/** One document to one recipient: only what the person agreed to can be chosen. `nommer` opens whom an agreement names. */
export function champsCommunication(etat: Etat, nommer?: Nommer) {
  return {
    accord: champSelection({
      libelle: "Quel document, vers qui",
      aide: "Seuls les accords écrits de la personne qui nomment leur destinataire sont ici.",
      options: optionsAccords(etat, nommer, accordsUtilisables(etat)),
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

/** What a link shows, and the agreement that it rests on. */
type Lien = Parameters<typeof estVisee>[1];

/**
 * The person's agreement that still holds for this document and this recipient, one that was not used yet first; null
 * when there is none (L6313-4 al. 3).
 */
export function accordVivant(etat: Etat, lien: Lien): Communication | null {
  const memes = accordsUtilisables(etat).filter((c) => estVisee(c, lien));
  return memes.find((c) => c.communiqueLe === null) ?? memes.at(-1) ?? null;
}

/** The living agreement of that key of the form; null when there is none. */
export function accordDeCle(etat: Etat, cle: string): Communication | null {
  return accordsUtilisables(etat).find((c) => cleDe(c) === cle) ?? null;
}

const NOM_DETRUIT = refus(
  "accord",
  "Le nom que cet accord disait est détruit : on ne sait plus à qui le lien peut partir.",
  "Cela devient possible quand vous avez noté un nouvel accord écrit de la personne, qui nomme son destinataire.",
);

/** Refuses another reader than the one whom the agreement names; `nommer` opens that name, for her counsellor. */
export function refusDuLecteur({ lecteur }: Communication, nommer: Nommer, nom: string): Refus[] {
  if (lecteur === null) return [];
  const nomme = nommer(lecteur);
  if (nomme === null) return [NOM_DETRUIT];
  return nomme === nom
    ? []
    : [refus("nom", `L’accord de la personne nomme ${nomme} : le lien ne part qu’à cette personne.`)];
}

/** Whether a link still opens: nobody ended it, its time is not over, its agreement holds and its document is there. */
export function lienVivant(
  etat: Etat,
  lien: Lien & { expireLe: string; fermeLe: string | null },
  maintenant: string,
): boolean {
  const accord = accordVivant(etat, lien);
  return (
    lien.fermeLe === null &&
    lien.expireLe > maintenant &&
    accord !== null &&
    resteAMontrer(etat, accord.document)
  );
}
