import { expect, it } from "vitest";
import { fichiersDePassation, isFichierDePassation } from "./entrees.ts";

it("toute passation a sa place, aussi loin que la clé change", () => {
  for (const n of [1, 9, 10, 99, 100, 1_000]) {
    const { note, preuve } = fichiersDePassation(n);
    expect([note, isFichierDePassation(note), isFichierDePassation(preuve)]).toEqual([note, true, true]);
  }
  for (const nom of ["preuves/passation-1.txt", "preuves/passation-001.txt", "preuves/passation-00.txt"]) {
    expect([nom, isFichierDePassation(nom)]).toEqual([nom, false]);
  }
});
