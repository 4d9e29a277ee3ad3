/**
 * A phone number as the French write it: « 02 99 00 00 00 », « +33 2 99 00 00 00 »; another country's as it was typed,
 * tidied. 6 to 15 digits, a country's plus sign, usual separators; null otherwise.
 */
export function parseTelephone(texte: string): string | null {
  const ecrit = texte.trim().replace(/\s+/g, " ");
  if (!/^\+?[\d ().\-/]+$/.test(ecrit)) return null;
  const chiffres = ecrit.replace(/\D/g, "");
  if (chiffres.length < 6 || chiffres.length > 15) return null;
  if (/^0[1-9]\d{8}$/.test(chiffres) && !ecrit.startsWith("+")) return parDeux(chiffres);
  // « +33 (0)6 » and « 0033 6 » say the same as « +33 6 ».
  const deFrance = /^(?:\+33|0033)0?([1-9]\d{8})$/.exec(
    `${ecrit.startsWith("+") ? "+" : ""}${chiffres}`,
  )?.[1];
  return deFrance === undefined ? ecrit : `+33 ${deFrance[0]} ${parDeux(deFrance.slice(1))}`;
}

/** One that is kept already, written the same way; what no parser knows stays as it is. */
export function formatTelephone(garde: string): string {
  return parseTelephone(garde) ?? garde;
}

const parDeux = (chiffres: string) => chiffres.match(/\d\d/g)?.join(" ") ?? chiffres;
