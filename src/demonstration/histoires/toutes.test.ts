import { expect, it } from "vitest";
import { seChevauchent } from "../../dossier/seances.ts";
import { parseJourSaisi } from "../../values/dates-fr.ts";
import { type Heure, parseHeure } from "../../values/heure.ts";
import { ajouterJours, jour } from "../../values/jour.ts";
import type { Histoire, Pas } from "../pas.ts";
import { histoires } from "./toutes.ts";

interface Plage {
  histoire: number;
  quand: string;
  debut: Heure;
  fin: Heure;
}

const ACTES = new Set(["planifierSeance", "deplacerSeance", "tenirSeance"]);

/** The hours that a step gives to a session, on its day. */
function plagesDe(histoire: number, { conseiller }: Histoire, { acte, reponses }: Pas): Plage[] {
  if (!ACTES.has(acte)) return [];
  const texte = (nom: string) => String(reponses?.[nom] ?? "");
  const [debut, fin] = [parseHeure(texte("debut"))!, parseHeure(texte("fin"))!];
  const quand = `${conseiller} ${parseJourSaisi(texte(acte === "tenirSeance" ? "date" : "jour"))}`;
  return [{ histoire, quand, debut, fin }];
}

it("quel que soit le jour, aucun conseiller n’est à deux endroits à la fois, ni deux fois au même", () => {
  let plages = 0;
  for (let n = 0; n < 400; n += 1) {
    const au = ajouterJours(jour("2026-01-01"), n);
    const toutes = histoires(au).flatMap((h, i) => h.pas.flatMap((p) => plagesDe(i, h, p)));
    plages += toutes.length;
    for (const duJour of Map.groupBy(toutes, (p) => p.quand).values()) {
      // A session that is held, or moved within its own day, keeps the hours that it was planned at.
      const uniques = [...new Map(duJour.map((p) => [`${p.histoire} ${p.debut} ${p.fin}`, p])).values()];
      for (const [i, a] of uniques.entries()) {
        for (const b of uniques.slice(i + 1))
          expect([au, a, b, seChevauchent(a, b)]).toEqual([au, a, b, false]);
      }
    }
    for (const [i, h] of histoires(au).entries()) {
      const prevues = h.pas.filter((p) => p.acte === "planifierSeance").flatMap((p) => plagesDe(i, h, p));
      expect([au, i, new Set(prevues.map((p) => p.quand)).size]).toEqual([au, i, prevues.length]);
    }
  }
  expect(plages).toBeGreaterThan(50_000);
});
