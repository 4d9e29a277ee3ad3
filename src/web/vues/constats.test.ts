import { describe, expect, it } from "vitest";
import { Essai } from "../../../tests/dossier/essai.ts";
import { BILAN_CPF, raconter } from "../../../tests/dossier/recits.ts";
import { juger } from "../../law/judge.ts";
import { jour } from "../../values/jour.ts";
import { constatsAffiches } from "./constats.ts";

/** The findings as the page of the dossier shows them to its counsellor, before an act of the CPF bilan. */
function affiches(acte: string, jourDuJugement: string) {
  const au = jour(jourDuJugement);
  const { etat } = raconter(BILAN_CPF, new Essai(), acte);
  return constatsAffiches(juger(etat, au), { reference: "D-2026-0001", etat, au }, "conseiller");
}

const genre = (regle: string, acte: string, au: string) =>
  affiches(acte, au).find((c) => c.regle === regle || c.aussi?.some((a) => a.regle === regle))?.genre;

describe("les constats d’un bilan en cours", () => {
  it("ne mettent « À faire » que ce qui l’est dans les quatorze jours", () => {
    const faire = affiches("arreterDocumentSuivi", "2026-10-06").filter((c) => c.genre === "faire");
    expect(faire.map((c) => c.regle)).toEqual(["A09", "A18", "D04"]);
    for (const c of faire) expect(c.precision).toMatch(/lundi 12\soctobre\s2026/);
  });

  it("le quatorzième jour compte, le quinzième attend", () => {
    // The synthesis is due on 16 November.
    expect(genre("D06", "redigerSynthese", "2026-11-02")).toBe("faire");
    expect(genre("D06", "redigerSynthese", "2026-11-01")).toBe("plusTard");
  });

  it("une échéance passée reste à faire", () => {
    expect(genre("D06", "redigerSynthese", "2026-11-20")).toBe("faire");
  });

  it("ce que l’étape ne permet pas encore attend, même sans date", () => {
    expect(genre("C05", "redigerSynthese", "2026-11-12")).toBe("plusTard");
  });

  it("ce qui se peut et n’a pas de date est à faire", () => {
    expect(genre("A17", "noterEntretien", "2026-09-01")).toBe("faire");
  });
});
