import { nonDeLaPersonne } from "../law/calcul/non-de-la-personne.ts";
import type { Avis, Etat } from "../law/etat.ts";
import { formatJour } from "../values/dates-fr.ts";
import type { Jour } from "../values/jour.ts";
import type { Refus } from "./acte.ts";
import { type Champ, champCase } from "./champ.ts";
import { refus } from "./refus.ts";

type Parole = "consentement" | "volontariat";

const DIT = { consentement: "ne consent pas", volontariat: "n’est pas volontaire" } as const;
const REVIENT = { consentement: "quand elle consent elle-même", volontariat: "quand elle le dit elle-même" };

/** Field of the acts that note what she said; absent while she has said no such no. */
export type ApresSonRefus = { apresRefus: Champ<boolean> };

/** The box of a paper that she signed after her no; it is asked only while her no stands. */
export function champApresSonRefus(etat: Etat, objet: Parole): Partial<ApresSonRefus> {
  const non = nonDeLaPersonne(etat, objet);
  if (non === null) return {};
  return {
    apresRefus: champCase({
      libelle: `J’atteste avoir son accord écrit, daté et signé par elle après le ${formatJour(non)}`,
      aide: `Elle a dit ce jour-là qu’elle ${DIT[objet]}. Mettez en haut la date que porte son écrit.`,
    }),
  };
}

/** Her no is hers to lift (L6313-4 al. 2): nobody notes the contrary over it without a later paper of hers. */
export function contreSonRefus(etat: Etat, objet: Parole, date: Jour, atteste: boolean): Refus | null {
  const non = nonDeLaPersonne(etat, objet);
  if (non === null) return null;
  const phrase = `Elle a dit qu’elle ${DIT[objet]}, le ${formatJour(non)}.`;
  if (!atteste)
    return refus(
      "apresRefus",
      phrase,
      `Cela devient possible ${REVIENT[objet]} dans son espace, ou quand vous attestez avoir d’elle un accord écrit daté d’après ce jour.`,
    );
  return date > non
    ? null
    : refus("date", phrase, "Cela devient possible avec un accord écrit daté d’après ce jour.");
}

/**
 * Nobody notes that she signed the information that she said no to: she signs the new one herself. It is noted without
 * her signature, and waits for it.
 */
export function contreSonNonALInformation({ desaccords, signaturesApposees }: Etat): Refus | null {
  const sienne = (a: Avis) => a.par === "beneficiaire" && a.objet === "information";
  const non = desaccords.findLast(sienne);
  const oui = signaturesApposees.findLast(sienne);
  if (non === undefined || (oui !== undefined && oui.date >= non.date)) return null;
  return refus(
    "signee",
    `Elle a dit, le ${formatJour(non.date)}, qu’elle n’est pas d’accord avec l’information remise.`,
    "Notez la nouvelle information sans cocher cette case : elle attendra sa signature dans son espace.",
  );
}
