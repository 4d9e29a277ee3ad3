import { ajouterJours, anneeDe, type Jour, jour, numeroDuJour } from "./jour.ts";
import type { Territoire } from "./territoire.ts";

/** The article that makes the day a holiday. A day off by custom alone is not one: see decision 0055. */
export type TexteFerie = "L3133-1" | "L3422-2" | "L3134-13";

export interface JourFerie {
  jour: Jour;
  nom: string;
  texte: TexteFerie;
}

/** Month and day, written so that it compares with the end of a `Jour`. */
type Fixe = readonly [moisJour: string, nom: string];
/** Days after Easter Sunday. */
type Mobile = readonly [ecart: number, nom: string];

const FIXES: readonly Fixe[] = [
  ["01-01", "Jour de l’an"],
  ["05-01", "Fête du Travail"],
  ["05-08", "Victoire de 1945"],
  ["07-14", "Fête nationale"],
  ["08-15", "Assomption"],
  ["11-01", "Toussaint"],
  ["11-11", "Armistice de 1918"],
  ["12-25", "Noël"],
];
const MOBILES: readonly Mobile[] = [
  [1, "Lundi de Pâques"],
  [39, "Ascension"],
  [50, "Lundi de Pentecôte"],
];

const ABOLITION = "Abolition de l’esclavage";
const FIXES_LOCAUX: Partial<Record<Territoire, Fixe>> = {
  "alsace-moselle": ["12-26", "Second jour de Noël"],
  mayotte: ["04-27", ABOLITION],
  martinique: ["05-22", ABOLITION],
  guadeloupe: ["05-27", ABOLITION],
  "saint-martin": ["05-27", ABOLITION],
  guyane: ["06-10", ABOLITION],
  "saint-barthelemy": ["10-09", ABOLITION],
  reunion: ["12-20", ABOLITION],
};

/** Easter Sunday of a Gregorian year, by the rule of Gauss as Meeus, Jones and Butcher write it. */
export function paques(annee: number): Jour {
  const a = annee % 19;
  const siecle = Math.floor(annee / 100);
  const reste = annee % 100;
  const correction =
    siecle - Math.floor(siecle / 4) - Math.floor((siecle - Math.floor((siecle + 8) / 25) + 1) / 3);
  const epacte = (19 * a + correction + 15) % 30;
  const semaine = (32 + 2 * (siecle % 4) + 2 * Math.floor(reste / 4) - epacte - (reste % 4)) % 7;
  const recul = Math.floor((a + 11 * epacte + 22 * semaine) / 451);
  const rang = epacte + semaine - 7 * recul + 114;
  const mois = Math.floor(rang / 31);
  return jour(`${String(annee).padStart(4, "0")}-0${mois}-${String((rang % 31) + 1).padStart(2, "0")}`);
}

/**
 * The public holidays of a year, in order of date: the eleven of L3133-1, and those that L3422-2 (overseas) or L3134-13
 * (Alsace-Moselle, Good Friday and 26 December) add. Good Friday is one there only « dans les communes ayant un temple
 * protestant ou une église mixte »; it is counted for the whole territory, which can only make a deadline later.
 */
export function joursFeries(annee: number, territoire: Territoire): JourFerie[] {
  const a = String(annee).padStart(4, "0");
  const dimanche = paques(annee);
  const feries: JourFerie[] = [];
  for (const [moisJour, nom] of FIXES) feries.push({ jour: jour(`${a}-${moisJour}`), nom, texte: "L3133-1" });
  for (const [ecart, nom] of MOBILES) {
    feries.push({ jour: ajouterJours(dimanche, ecart), nom, texte: "L3133-1" });
  }
  const local = FIXES_LOCAUX[territoire];
  if (local !== undefined) {
    const texte = territoire === "alsace-moselle" ? "L3134-13" : "L3422-2";
    feries.push({ jour: jour(`${a}-${local[0]}`), nom: local[1], texte });
  }
  if (territoire === "alsace-moselle") {
    feries.push({ jour: ajouterJours(dimanche, -2), nom: "Vendredi saint", texte: "L3134-13" });
  }
  return feries.sort((x, y) => (x.jour < y.jour ? -1 : x.jour > y.jour ? 1 : 0));
}

/** Whether the day is one of `joursFeries`, without building the list: deadlines ask it for every day they cross. */
export function estFerie(j: Jour, territoire: Territoire): boolean {
  const moisJour = j.slice(5);
  if (FIXES.some((f) => f[0] === moisJour) || FIXES_LOCAUX[territoire]?.[0] === moisJour) return true;
  // Easter falls from 22 March to 25 April: no movable holiday before 20 March or after 14 June.
  if (moisJour < "03-20" || moisJour > "06-14") return false;
  const ecart = numeroDuJour(j) - numeroDuJour(paques(anneeDe(j)));
  return MOBILES.some((m) => m[0] === ecart) || (ecart === -2 && territoire === "alsace-moselle");
}
