import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ajouterJours, jour, jourDuNumero, numeroDuJour } from "./jour.ts";
import {
  ajouterJoursOuvres,
  echeanceOuvree,
  estOuvre,
  joursOuvresEntre,
  prochainJourOuvre,
} from "./jours-ouvres.ts";
import type { Territoire } from "./territoire.ts";

const unTerritoire = fc.constantFrom<Territoire>(
  "metropole",
  "alsace-moselle",
  "guadeloupe",
  "martinique",
  "guyane",
  "reunion",
  "mayotte",
  "saint-martin",
  "saint-barthelemy",
);
const unJour = fc
  .integer({ min: numeroDuJour(jour("2019-01-01")), max: numeroDuJour(jour("2040-12-31")) })
  .map(jourDuNumero);

describe("les jours ouvrés", () => {
  it("sautent le week-end et les fériés", () => {
    expect(ajouterJoursOuvres(jour("2026-11-10"), 1, "metropole")).toBe("2026-11-12");
    expect(ajouterJoursOuvres(jour("2026-04-30"), 3, "metropole")).toBe("2026-05-06");
    expect(ajouterJoursOuvres(jour("2026-05-25"), -1, "metropole")).toBe("2026-05-22");
    expect(ajouterJoursOuvres(jour("2026-12-24"), 2, "metropole")).toBe("2026-12-29");
  });

  it("ne comptent pas le jour de départ, et zéro jour ne bouge pas", () => {
    expect(ajouterJoursOuvres(jour("2026-11-14"), 0, "metropole")).toBe("2026-11-14");
    expect(ajouterJoursOuvres(jour("2026-11-14"), 1, "metropole")).toBe("2026-11-16");
  });

  it("le prochain jour ouvré est le jour même quand il l’est", () => {
    expect(prochainJourOuvre(jour("2026-11-16"), "metropole")).toBe("2026-11-16");
    expect(prochainJourOuvre(jour("2026-11-14"), "metropole")).toBe("2026-11-16");
    expect(prochainJourOuvre(jour("2026-05-22"), "martinique")).toBe("2026-05-26");
  });

  it("compter entre deux jours défait l’ajout, dans les deux sens", () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: -60, max: 60 }), unTerritoire, (j, n, t) => {
        const atteint = ajouterJoursOuvres(j, n, t);
        expect(joursOuvresEntre(j, atteint, t)).toBe(n);
        if (n !== 0) expect(estOuvre(atteint, t)).toBe(true);
      }),
    );
  });

  it("se comptent comme on les montre du doigt", () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: 0, max: 90 }), unTerritoire, (j, duree, t) => {
        const fin = ajouterJours(j, duree);
        const ouvres = Array.from({ length: duree }, (_, i) => ajouterJours(j, i + 1)).filter((x) =>
          estOuvre(x, t),
        );
        expect(joursOuvresEntre(j, fin, t)).toBe(ouvres.length);
        expect(prochainJourOuvre(ajouterJours(j, 1), t)).toBe(ajouterJoursOuvres(j, 1, t));
      }),
    );
  });
});

describe("une échéance en jours ouvrés", () => {
  it("suit les fériés nationaux et dit le jour plus tardif que le férié local permettrait", () => {
    // 22 May 2026, a Friday, is a holiday in Martinique alone; 25 May is Pentecôte everywhere.
    expect(echeanceOuvree(jour("2026-05-21"), 3, "martinique")).toEqual({
      le: "2026-05-27",
      auPlusTardLocal: "2026-05-28",
    });
    expect(echeanceOuvree(jour("2026-05-21"), 3, "metropole")).toEqual({
      le: "2026-05-27",
      auPlusTardLocal: null,
    });
  });

  it("ne mentionne rien quand le férié local tombe un dimanche", () => {
    expect(echeanceOuvree(jour("2026-12-18"), 3, "reunion").auPlusTardLocal).toBeNull();
  });

  it("n’est jamais plus tardive que le jour local", () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: 0, max: 40 }), unTerritoire, (j, n, t) => {
        const { le, auPlusTardLocal } = echeanceOuvree(j, n, t);
        expect(joursOuvresEntre(j, le, "metropole")).toBe(n);
        if (auPlusTardLocal !== null) expect(auPlusTardLocal > le).toBe(true);
        expect(auPlusTardLocal ?? le).toBe(ajouterJoursOuvres(j, n, t));
      }),
    );
  });
});
