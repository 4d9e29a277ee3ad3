import type { Territoire } from "../../values/territoire.ts";

const PARIS = "heure de Paris";

/** Where clocks differ from those of Paris, as the end of « 13 h, … ». */
const HEURES: Partial<Record<Territoire, string>> = {
  guadeloupe: "heure de la Guadeloupe",
  martinique: "heure de la Martinique",
  guyane: "heure de la Guyane",
  reunion: "heure de La Réunion",
  mayotte: "heure de Mayotte",
  "saint-martin": "heure de Saint-Martin",
  "saint-barthelemy": "heure de Saint-Barthélemy",
};

/** By the beginning of the postal code, the longest first. French Polynesia has three hours: none is named. */
const CODES_POSTAUX: readonly (readonly [string, string])[] = [
  ["97133", "heure de Saint-Barthélemy"],
  ["97150", "heure de Saint-Martin"],
  ["971", "heure de la Guadeloupe"],
  ["972", "heure de la Martinique"],
  ["973", "heure de la Guyane"],
  ["974", "heure de La Réunion"],
  ["975", "heure de Saint-Pierre-et-Miquelon"],
  ["976", "heure de Mayotte"],
  ["986", "heure de Wallis-et-Futuna"],
  ["987", "heure du lieu"],
  ["988", "heure de la Nouvelle-Calédonie"],
];

/**
 * Whose hour an appointment is given in: that of the place, told by its postal code; that of the organisation when the
 * place bears none, or when the session is remote (`null`).
 */
export function heureDuLieu(lieu: readonly string[] | null, territoire: Territoire): string {
  const codes = lieu === null ? null : lieu.join("\n").match(/\b\d{5}\b/g);
  if (codes === null) return HEURES[territoire] ?? PARIS;
  const dernier = codes.at(-1)!;
  return CODES_POSTAUX.find(([debut]) => dernier.startsWith(debut))?.[1] ?? PARIS;
}
