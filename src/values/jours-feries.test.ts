import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";
import { ajouterJours, jour } from "./jour.ts";
import { estFerie, joursFeries, paques } from "./jours-feries.ts";
import type { Territoire } from "./territoire.ts";

const REGIONS: [Territoire, string | null][] = [
  ["metropole", null],
  ["alsace-moselle", "57"],
  ["alsace-moselle", "67"],
  ["alsace-moselle", "68"],
  ["guadeloupe", "GP"],
  ["martinique", "MQ"],
  ["guyane", "GF"],
  ["reunion", "RE"],
  ["mayotte", "YT"],
  ["saint-martin", "MF"],
  ["saint-barthelemy", "BL"],
];
const ANNEES = Array.from({ length: 17 }, (_, i) => 2024 + i);

// L3422-2 lists the holidays of these territories and has no Good Friday: it is a day off there by custom.
const COUTUME = new Set<Territoire>(["guadeloupe", "martinique"]);

function selonDateHolidays(annee: number, region: string | null, territoire: Territoire): string[] {
  const calendrier = region === null ? new Holidays("FR") : new Holidays("FR", region);
  return calendrier
    .getHolidays(annee)
    .filter((f) => f.type === "public")
    .filter((f) => !(COUTUME.has(territoire) && f.name === "Vendredi saint"))
    .map((f) => f.date.slice(0, 10))
    .sort();
}

describe("les jours fériés", () => {
  it.each(REGIONS)("%s (%s) : les mêmes que date-holidays, de 2024 à 2040", (territoire, region) => {
    for (const annee of ANNEES) {
      const nos = joursFeries(annee, territoire).map((f) => f.jour as string);
      expect(nos, String(annee)).toEqual(selonDateHolidays(annee, region, territoire));
    }
  });

  it.each([...COUTUME])(
    "%s : le Vendredi saint que date-holidays ajoute est un usage, non un texte",
    (territoire) => {
      const region = REGIONS.find(([t]) => t === territoire)![1]!;
      const noms = new Holidays("FR", region).getHolidays(2026).map((f) => f.name);
      expect(noms).toContain("Vendredi saint");
      expect(joursFeries(2026, territoire).map((f) => f.nom)).not.toContain("Vendredi saint");
    },
  );

  it("sont onze en métropole, douze outre-mer, treize en Alsace-Moselle, chacun avec son article", () => {
    expect(joursFeries(2026, "metropole")).toHaveLength(11);
    expect(joursFeries(2026, "mayotte")).toHaveLength(12);
    expect(joursFeries(2026, "alsace-moselle")).toHaveLength(13);
    expect(joursFeries(2026, "reunion").at(-2)).toEqual({
      jour: "2026-12-20",
      nom: "Abolition de l’esclavage",
      texte: "L3422-2",
    });
  });

  it("se reconnaissent jour par jour comme dans la liste", () => {
    for (const territoire of new Set(REGIONS.map(([t]) => t))) {
      for (const annee of [2008, 2024, 2026, 2038]) {
        const liste = new Set(joursFeries(annee, territoire).map((f) => f.jour));
        for (let j = jour(`${annee}-01-01`); j <= `${annee}-12-31`; j = ajouterJours(j, 1)) {
          if (estFerie(j, territoire) !== liste.has(j)) expect.fail(`${territoire} ${j}`);
        }
      }
    }
  });

  it("placent Pâques du 22 mars au 25 avril, un dimanche connu", () => {
    expect(paques(1818)).toBe("1818-03-22");
    expect(paques(2026)).toBe("2026-04-05");
    expect(paques(2038)).toBe("2038-04-25");
    expect(paques(2285)).toBe("2285-03-22");
  });
});
