/** A time of day on the wall, `HH:MM`, 00:00 to 23:59. Strings compare like the times they name. */
export type Heure = string & { readonly __heure: unique symbol };

/** Reads « 9 h 30 », « 9h30 », « 09:30 », « 9h »; null when it is no time of day. */
export function parseHeure(texte: string): Heure | null {
  const lu = /^(\d{1,2})(?:\s*h\s*(\d{2})?|:(\d{2}))$/i.exec(texte.trim());
  if (lu === null) return null;
  const [h, m] = [Number(lu[1]), Number(lu[2] ?? lu[3] ?? 0)];
  if (h > 23 || m > 59) return null;
  return `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}` as Heure;
}

/** Minutes since midnight. */
export function minutesDeLHeure(h: Heure): number {
  return Number(h.slice(0, 2)) * 60 + Number(h.slice(3));
}

/** « 9 h 30 », « 15 h ». */
export function formatHeure(h: Heure): string {
  const m = h.slice(3);
  return m === "00" ? `${Number(h.slice(0, 2))}\u00a0h` : `${Number(h.slice(0, 2))}\u00a0h\u00a0${m}`;
}
