import { describe, expect, it } from "vitest";
import { jour } from "../../../values/jour.ts";
import { echeanceOuvree } from "../../../values/jours-ouvres.ts";
import { formatEcheance, retard } from "./delai.ts";

describe("un délai en jours ouvrés", () => {
  it("est tenu le dernier jour et manqué le lendemain", () => {
    expect(retard(jour("2026-11-13"), jour("2026-11-18"), 3, "metropole")).toBeNull();
    expect(retard(jour("2026-11-13"), jour("2026-11-19"), 3, "metropole")).toEqual({ le: "2026-11-18" });
  });

  it("manqué à cause d’un jour férié local seulement, n’est qu’un avertissement", () => {
    const tard = retard(jour("2026-04-24"), jour("2026-04-29"), 2, "mayotte");
    expect(tard).toEqual({ le: "2026-04-28", reserve: expect.stringContaining("férié local") });
    expect(retard(jour("2026-04-24"), jour("2026-04-30"), 2, "mayotte")).toEqual({ le: "2026-04-28" });
  });

  it("dit les deux jours quand le territoire en donne un de plus", () => {
    expect(formatEcheance(echeanceOuvree(jour("2026-04-24"), 2, "metropole"))).toMatch(/le 28\savril\s2026$/);
    expect(formatEcheance(echeanceOuvree(jour("2026-04-24"), 2, "mayotte"))).toMatch(/\(29\savril\s2026 si/);
  });
});
