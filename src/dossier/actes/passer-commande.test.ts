import { expect, it } from "vitest";
import { ACCUEIL, raconter, VENTE_CPF } from "../../../tests/dossier/recits.ts";
import { juger } from "../../law/judge.ts";
import { jour } from "../../values/jour.ts";

it("note une commande partie avant le devis quand on l’atteste, et la règle le dit", () => {
  const essai = raconter([...ACCUEIL, ...VENTE_CPF.slice(0, 3)]);
  const au = jour("2026-09-10");
  const [fait] = essai.faire("passerCommande", au, { date: "06/09/2026", avantLeDevis: "oui" });
  expect(fait?.date).toBe("2026-09-06");
  expect(juger(essai.etat, au).find((c) => c.rule.id === "C08")?.verdict).toBe("non_conforme");
});
