import type { Communication, Etat } from "../law/etat.ts";
import type { Option } from "./champ.ts";
import { optionsDestinataires, optionsDocuments } from "./options-fin.ts";

/** Agreements of the person that still hold: given, and not taken back. */
export function accordsOuverts(etat: Etat): Communication[] {
  return etat.communications.filter((c) => c.accordLe !== null && c.revoqueLe === null);
}

/** How an agreement is named in a form or an address, without the name of anybody. */
export const cleDe = ({ document, destinataire, nom, fait }: Communication) =>
  nom === null ? `${document}.${destinataire}` : `${document}.${destinataire}.${fait}`;
const libelleDe = (options: readonly Option[], valeur: string) =>
  options.find((o) => o.valeur === valeur)?.libelle ?? valeur;

/** Whether an agreement says to whom: « une autre personne » is nobody yet (L6313-4 al. 3). */
export const nommeQuelquUn = ({ destinataire, nom }: Pick<Communication, "destinataire" | "nom">) =>
  destinataire !== "autre" || nom !== null;

type Cible = Pick<Communication, "document" | "destinataire" | "nom">;

/** Whether both are about the same document and the same recipient. */
export const memeCible = (a: Cible, b: Cible) =>
  a.document === b.document && a.destinataire === b.destinataire && a.nom === b.nom;

/** One choice per document and recipient: several agreements on the same are taken back together. */
export function optionsAccords(etat: Etat, accords = accordsOuverts(etat)): Option[] {
  const parCle = new Map(accords.map((c) => [cleDe(c), c]));
  return [...parCle].map(([valeur, c]) => ({
    valeur,
    libelle: `${libelleDe(optionsDocuments, c.document)}, vers : ${c.nom ?? libelleDe(optionsDestinataires, c.destinataire)}`,
  }));
}

/** The open agreement of that key; throws on any other, which the field of the form refuses beforehand. */
export function accordDe(etat: Etat, cle: string): Communication {
  const accord = accordsOuverts(etat).find((c) => cleDe(c) === cle);
  if (accord === undefined) throw new Error(`no agreement ${cle}: the field should have refused it`);
  return accord;
}
