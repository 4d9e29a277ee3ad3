import { describe, expect, it } from "vitest";
import { minutes } from "../values/duree.ts";
import { jour } from "../values/jour.ts";
import { BILAN, LENDEMAIN } from "./bilan-exemple.ts";
import type { Etat } from "./etat.ts";
import { type Constat, juger, manquements } from "./judge.ts";
import { ruleBook } from "./rule-book.ts";

const versions = (id: string) => ruleBook.filter((r) => r.id === id);

/** The finding of one rule, whichever of its versions answers. */
function constat(id: string, etat: Partial<Etat>, au = LENDEMAIN): Constat {
  const constats = juger({ ...BILAN, ...etat }, au, versions(id));
  expect(constats).toHaveLength(1);
  return constats[0]!;
}

const demandeLe = (date: string) => ({ commande: { ...BILAN.commande!, demandeLe: jour(date) } });

describe("un constat en retard", () => {
  const sansEntree = { entree: null };

  it("porte l’acte qui manque et le jour où il était dû", () => {
    const c = constat("C13", sansEntree, jour("2026-10-02"));
    expect([c.verdict, c.acte, c.echeance]).toEqual(["non_conforme", "declarerEntree", "2026-10-01"]);
  });

  it("porte les mêmes que la veille, quand il n’était qu’à faire", () => {
    const veille = constat("C13", sansEntree, jour("2026-10-01"));
    expect([veille.verdict, veille.acte, veille.echeance]).toEqual([
      "indetermine",
      "declarerEntree",
      "2026-10-01",
    ]);
    expect(veille.manque).toContain("La déclaration d’entrée");
  });

  it("ne porte rien quand la règle n’attendait rien : une durée de trop n’est pas un retard", () => {
    const trop = { devis: [], documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, duree: minutes(1500) }] };
    const c = constat("A04", trop);
    expect(c.verdict).toBe("non_conforme");
    expect([c.acte, c.echeance]).toEqual([undefined, undefined]);
  });

  it("ne porte rien tant qu’aucune demande ne date le dossier", () => {
    const tard = jour("2026-12-15");
    const c = constat("D14", { destruction: null }, tard);
    expect([c.verdict, c.acte, c.echeance]).toEqual(["non_conforme", "detruireContenus", "2026-11-16"]);
    const sansDemande = constat("D14", { destruction: null, demande: null, commande: null }, tard);
    expect(sansDemande.verdict).toBe("non_conforme");
    expect([sansDemande.acte, sansDemande.echeance]).toEqual([undefined, undefined]);
  });
});

describe("une règle dans le temps", () => {
  it("est jugée dans la version du jour de la demande, et dit depuis quand", () => {
    const avant = constat("B01", demandeLe("2026-10-31"));
    expect(avant.rule.inForce.until).toBe("2026-11-01");
    expect(avant.explication).toMatch(
      /Règle en vigueur depuis le 1er\sjanvier\s2022, jusqu’au 1er\snovembre\s2026 non compris\.$/,
    );
    const apres = constat("B01", demandeLe("2026-11-01"));
    expect(apres.explication).toMatch(/Règle en vigueur depuis le 1er\snovembre\s2026\.$/);
  });

  it("ne dit pas depuis quand elle vaut si elle vaut depuis toujours", () => {
    expect(constat("A04", {}).explication).not.toContain("en vigueur");
  });

  it("n’est dite en vigueur que si un texte lu la rend certaine : un projet est pris en compte", () => {
    const { explication } = constat("A05", demandeLe("2026-09-10"));
    expect(explication).toMatch(/Prise en compte depuis le 17\sfévrier\s2026\.$/);
    expect(explication).not.toContain("en vigueur");
  });

  it("est sans objet avant sa première version, et dit pourquoi", () => {
    const c = constat("B01", demandeLe("2021-12-31"));
    expect(c.verdict).toBe("sans_objet");
    expect(c.explication).toContain("Aucune certification n’était exigée");
  });
});

describe("une réserve", () => {
  it("vient de la règle entière ou du seul cas, et le constat ne compte plus contre le dossier", () => {
    const deLaRegle = constat("C11", demandeLe("2026-09-25"));
    expect(deLaRegle.reserve).toContain("sources secondaires");
    const duCas = constat("A16", {
      demande: { ...BILAN.demande!, donneesDemandees: ["religion"] },
    });
    expect(duCas.reserve).toContain("notre lecture");
    expect(manquements([deLaRegle, duCas])).toEqual([]);
  });

  it("absente, laisse un manquement", () => {
    const c = constat("C13", { entree: null }, jour("2026-10-02"));
    expect(manquements([c, constat("A04", {})])).toEqual([c]);
  });
});
