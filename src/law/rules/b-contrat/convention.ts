import { formatJour } from "../../../values/dates-fr.ts";
import type { Jour } from "../../../values/jour.ts";
import { enumeration } from "../../calcul/phrases.ts";
import type { Convention, Etat, Signataire } from "../../etat.ts";
import type { Verdict } from "../../verdict.ts";
import { nonConforme } from "../../verdict.ts";
import { signeLe } from "./engagement.ts";

const NOMS: Record<Signataire, string> = {
  beneficiaire: "de la personne",
  organisme: "de l’organisme",
  employeur: "de l’employeur",
  conseiller: "du conseiller",
};

/** Whose signature is awaited, to be read after « la signature »; empty when all have signed. */
export function signaturesAttendues(c: Convention, parties: readonly Signataire[]): string[] {
  return parties.filter((p) => signeLe(c.signatures, p) === null).map((p) => NOMS[p]);
}

/** Day of the last signature; null while nobody signed. */
export function derniereSignature(c: Convention): Jour | null {
  let derniere: Jour | null = null;
  for (const s of c.signatures) if (derniere === null || s.le > derniere) derniere = s.le;
  return derniere;
}

/** A bilan that began before its convention was signed by all; null when there is none, or when it had not begun. */
export function commenceSansConvention(
  c: Convention | null,
  parties: readonly Signataire[],
  debut: Jour | null,
): Verdict | null {
  if (debut === null) return null;
  if (c === null) return nonConforme(`Le bilan a commencé le ${formatJour(debut)} sans convention.`);
  const attendues = signaturesAttendues(c, parties);
  if (attendues.length > 0) {
    return nonConforme(
      `Le bilan a commencé le ${formatJour(debut)} ; il manque la signature ${enumeration(attendues)}.`,
    );
  }
  const tardif = parties.map((p) => signeLe(c.signatures, p)).find((le) => le !== null && le > debut);
  return tardif == null
    ? null
    : nonConforme(
        `La convention a été signée le ${formatJour(tardif)}, après le début du ${formatJour(debut)}.`,
      );
}

const SOUS_CPF =
  "Sous CPF, le Code applique les articles R6313-4 à R6313-7 et ne cite pas R6313-8 ; que la part prise au plan l’impose est notre lecture.";

/** R6313-8 is certain outside the CPF; where the plan only adds to it, what is found is a warning. */
export function prudentSousCpf(etat: Etat, v: Verdict): Verdict {
  const cpf = etat.financement?.financeurs.includes("cpf") === true;
  return v.verdict === "non_conforme" && cpf ? { ...v, reserve: v.reserve ?? SOUS_CPF } : v;
}
