import type { Instant } from "../../values/instant.ts";
import { ajouterJours, type Jour, parseJour } from "../../values/jour.ts";
import type { FaitDeModele } from "./modele.ts";

/** A fact as it would have been written `jours` earlier: its day, its moment, and every day that its data name. */
export function reculerFait(fait: FaitDeModele, jours: number): FaitDeModele {
  const consigne = Date.parse(fait.consigne) - jours * 86_400_000;
  return {
    ...(transformer(fait, (texte) => reculer(texte, jours)) as FaitDeModele),
    consigne: new Date(consigne).toISOString() as Instant,
  };
}

function reculer(texte: string, jours: number): string {
  const lu: Jour | null = parseJour(texte);
  return lu === null ? texte : ajouterJours(lu, -jours);
}

/** The same value with every text in it replaced by what `fn` gives; `cle` is the name of the member that holds it. */
export function transformer(valeur: unknown, fn: (texte: string, cle: string) => string, cle = ""): unknown {
  if (typeof valeur === "string") return fn(valeur, cle);
  if (Array.isArray(valeur)) return valeur.map((v) => transformer(v, fn, cle));
  if (typeof valeur !== "object" || valeur === null) return valeur;
  return Object.fromEntries(Object.entries(valeur).map(([nom, v]) => [nom, transformer(v, fn, nom)]));
}
