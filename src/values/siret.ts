/** A SIREN (9 digits) or SIRET (14 digits) whose key holds. */
export type Siren = string & { readonly __siren: unique symbol };
export type Siret = string & { readonly __siret: unique symbol };

function luhn(chiffres: string): boolean {
  let somme = 0;
  for (let i = 0; i < chiffres.length; i += 1) {
    const n = Number(chiffres[chiffres.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    somme += n > 9 ? n - 9 : n;
  }
  return somme % 10 === 0;
}

const LA_POSTE = "356000000";

/** Spaces and dots allowed; null when the length or a key is wrong. La Poste's places follow their own key. */
export function parseSiret(texte: string): Siret | null {
  const t = texte.replace(/[\s.]/g, "");
  if (!/^\d{14}$/.test(t) || parseSiren(t.slice(0, 9)) === null) return null;
  if (luhn(t)) return t as Siret;
  const somme = [...t].reduce((a, c) => a + Number(c), 0);
  return t.startsWith(LA_POSTE) && somme % 5 === 0 ? (t as Siret) : null;
}

/** Nine digits with a right Luhn key, spaces and points left aside; null for anything else. */
export function parseSiren(texte: string): Siren | null {
  const t = texte.replace(/[\s.]/g, "");
  return /^\d{9}$/.test(t) && t !== "000000000" && luhn(t) ? (t as Siren) : null;
}

/** « 123 456 782 00017 ». */
export function formatSiret(s: string): string {
  return s.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, "$1\u00a0$2\u00a0$3\u00a0$4");
}
