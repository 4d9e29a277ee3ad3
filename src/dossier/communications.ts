import type { Communication, Etat } from "../law/etat.ts";
import type { Option } from "./champ.ts";
import { optionsDestinataires, optionsDocuments } from "./options-fin.ts";

/** Agreements of the person that still hold: given, and not taken back. */
export function accordsOuverts(etat: Etat): Communication[] {
  return etat.communications.filter((c) => c.accordLe !== null && c.revoqueLe === null);
}

const cleDe = (c: Communication) => `${c.document}.${c.destinataire}`;
const libelleDe = (options: readonly Option[], valeur: string) =>
  options.find((o) => o.valeur === valeur)?.libelle ?? valeur;

/** One choice per document and recipient: several agreements on the same are taken back together. */
export function optionsAccords(etat: Etat): Option[] {
  const parCle = new Map(accordsOuverts(etat).map((c) => [cleDe(c), c]));
  return [...parCle].map(([valeur, c]) => ({
    valeur,
    libelle: `${libelleDe(optionsDocuments, c.document)}, vers : ${libelleDe(optionsDestinataires, c.destinataire)}`,
  }));
}

/** The open agreement of that key; throws on any other, which the field of the form refuses beforehand. */
export function accordDe(etat: Etat, cle: string): Communication {
  const accord = accordsOuverts(etat).find((c) => cleDe(c) === cle);
  if (accord === undefined) throw new Error(`no agreement ${cle}: the field should have refused it`);
  return accord;
}
