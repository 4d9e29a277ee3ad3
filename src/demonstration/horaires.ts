import { formatHeure, type Heure, minutesDeLHeure, parseHeure } from "../values/heure.ts";

/** The time `minutes` after a typed time, as a person would type it. */
export function ajouterMinutes(debut: string, minutes: number): string {
  const lu = parseHeure(debut);
  if (lu === null) throw new RangeError(`not a time: ${debut}`);
  const m = minutesDeLHeure(lu) + minutes;
  const fin = `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}` as Heure;
  return formatHeure(fin);
}
