/** A length of time in whole minutes, never negative. */
export type Minutes = number & { readonly __minutes: unique symbol };

/** Whole minutes from 0 up; throws a `RangeError` on anything else. */
export function minutes(n: number): Minutes {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not minutes: ${n}`);
  return n as Minutes;
}

/** `n` hours in minutes. */
export function heures(n: number): Minutes {
  return minutes(n * 60);
}

/** The sum, still whole minutes. */
export function sommeMinutes(durees: readonly number[]): Minutes {
  let total = 0;
  for (const d of durees) total += d;
  return minutes(total);
}

/** « 2 h 30 », « 45 min », « 15 h », with no-break spaces. */
export function formatDuree(m: number): string {
  const [h, reste] = [Math.floor(m / 60), m % 60];
  if (h === 0) return `${reste}\u00a0min`;
  return reste === 0 ? `${h}\u00a0h` : `${h}\u00a0h\u00a0${String(reste).padStart(2, "0")}`;
}

/** Reads « 2 h 30 », « 2h30 », « 2 heures », « 2:30 », « 2,5 h », « 90 min », « 90 » (minutes); null when it is none of these. */
export function parseDuree(texte: string): Minutes | null {
  const t = texte
    .trim()
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, " ");
  const enHeures = /^(\d{1,4})\s*(?:h(?:eures?)?(?:\s*(\d{1,2})\s*(?:min|mn|minutes)?)?|:(\d{2}))$/.exec(t);
  if (enHeures !== null) {
    const reste = Number(enHeures[2] ?? enHeures[3] ?? 0);
    return reste < 60 ? minutes(Number(enHeures[1]) * 60 + reste) : null;
  }
  const decimale = /^(\d{1,4})[,.](\d{1,2})\s*h(?:eures?)?$/.exec(t);
  if (decimale !== null) {
    const m = Number(`${decimale[1]}.${decimale[2]}`) * 60;
    return Number.isInteger(Math.round(m * 100) / 100) ? minutes(Math.round(m)) : null;
  }
  const enMinutes = /^(\d{1,5})\s*(?:min|mn|minutes?)?$/.exec(t);
  return enMinutes === null ? null : minutes(Number(enMinutes[1]));
}
