/** A phone number as people write it, tidied: 6 to 15 digits, a country's plus sign, usual separators; null otherwise. */
export function parseTelephone(texte: string): string | null {
  const ecrit = texte.trim().replace(/\s+/g, " ");
  if (!/^\+?[\d ().\-/]+$/.test(ecrit)) return null;
  const chiffres = ecrit.replace(/\D/g, "").length;
  return chiffres >= 6 && chiffres <= 15 ? ecrit : null;
}
