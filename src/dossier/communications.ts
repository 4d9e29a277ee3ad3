import { documentsGardes } from "../law/calcul/conservation-contenus.ts";
import type { Communication, Etat } from "../law/etat.ts";
import { formatJourCourt } from "../values/dates-fr.ts";
import { accordVise } from "./accord-vise.ts";
import type { Option } from "./champ.ts";
import { optionsDestinataires, optionsDocuments } from "./options-fin.ts";

/** Agreements of the person that still hold: given, and not taken back. */
export function accordsOuverts(etat: Etat): Communication[] {
  return etat.communications.filter((c) => c.accordLe !== null && c.revoqueLe === null);
}

/** How an agreement is named in a form or an address, without the name of anybody. */
export function cleDe(c: Communication): string {
  const { document, destinataire, accord } = accordVise(c);
  return accord === null ? `${document}.${destinataire}` : `${document}.${destinataire}.${accord}`;
}

/** Opens the sealed name of a content for whoever may read it; null for anyone else, and once it is destroyed. */
export type Nommer = (contenu: string) => string | null;
const SANS_NOM: Nommer = () => null;

/** « une autre personne, nommée dans l’accord du 24 nov. 2026 »: what is left to say where its name is not opened. */
export function autreNommee({ accordLe }: Pick<Communication, "accordLe">): string {
  const du = accordLe === null ? "" : ` du ${formatJourCourt(accordLe)}`;
  return `une autre personne, nommée dans l’accord${du}`;
}

const libelleDe = (options: readonly Option[], valeur: string) =>
  options.find((o) => o.valeur === valeur)?.libelle ?? valeur;

/** Whether an agreement says to whom: « une autre personne » is nobody yet (L6313-4 al. 3). */
export const nommeQuelquUn = ({ destinataire, lecteur }: Pick<Communication, "destinataire" | "lecteur">) =>
  destinataire !== "autre" || lecteur !== null;

/** One choice per document and recipient: several agreements on the same are taken back together. */
export function optionsAccords(
  etat: Etat,
  nommer: Nommer = SANS_NOM,
  accords = accordsOuverts(etat),
): Option[] {
  const vers = (c: Communication) =>
    c.lecteur === null
      ? libelleDe(optionsDestinataires, c.destinataire)
      : (nommer(c.lecteur) ?? autreNommee(c));
  const parCle = new Map(accords.map((c) => [cleDe(c), c]));
  return [...parCle].map(([valeur, c]) => ({
    valeur,
    libelle: `${libelleDe(optionsDocuments, c.document)}, vers : ${vers(c)}`,
  }));
}

/** The open agreement of that key; throws on any other, which the field of the form refuses beforehand. */
export function accordDe(etat: Etat, cle: string): Communication {
  const accord = accordsOuverts(etat).find((c) => cleDe(c) === cle);
  if (accord === undefined) throw new Error(`no agreement ${cle}: the field should have refused it`);
  return accord;
}

/** Whether a document is still there to be shown: not destroyed, or kept by an agreement of hers. */
export function resteAMontrer(etat: Etat, document: Communication["document"]): boolean {
  return (
    etat.destruction === null ||
    etat.conservations.some(
      (c) => c.retireLe === null && c.detruitLe === null && documentsGardes(c).includes(document),
    )
  );
}
