import { expect, it } from "vitest";
import { Pieces } from "./pieces.tsx";

it("une pièce qui manque porte une marque et un mot, chacun une fois", () => {
  const manquantes = [{ libelle: "Preuve de volontariat", motif: "L’employeur a cofinancé" }];
  const ligne = String(<Pieces presentes={[]} manquantes={manquantes} />).split("<li>")[1] ?? "";
  expect(ligne.match(/#m-manque/g)).toHaveLength(1);
  expect(ligne.match(/Manquante/g)).toHaveLength(1);
});
