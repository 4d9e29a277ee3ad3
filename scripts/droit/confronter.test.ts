import { describe, expect, it } from "vitest";
import { code, type Source, webinaire } from "../../src/law/sources.ts";
import { jour } from "../../src/values/jour.ts";
import { articleDe, confronter, estEcart } from "./confronter.ts";
import type { ArticleLegi } from "./export-legi.ts";

const v = (legiarti: string, debut: string, fin: string) => ({
  legiarti,
  debut: jour(debut),
  fin: jour(fin),
});
const R6313_7: ArticleLegi = {
  numero: "R6313-7",
  enVigueur: v("LEGIARTI000048831046", "2023-12-31", "2999-01-01"),
  versions: [
    v("LEGIARTI000038014113", "2019-01-01", "2023-12-31"),
    v("LEGIARTI000048831046", "2023-12-31", "2999-01-01"),
  ],
};
const articles = new Map([["R6313-7", R6313_7]]);
const juger = (source: Source, recentes: Record<string, string> = {}) =>
  confronter([{ source, par: "D14" }], articles, recentes)[0]!;

describe("une source confrontée à l’export", () => {
  it("est conforme quand l’identifiant est celui de la version en vigueur", () => {
    expect(juger(code("R6313-7", "LEGIARTI000048831046")).etat).toBe("conforme");
  });

  it("est à reprendre sans identifiant, avec un autre, ou quand l’article n’existe pas", () => {
    const lignes = [
      juger(code("R6313-7", null)),
      juger(code("R6313-7", "LEGIARTI000000000001")),
      juger(code("L6313-10", "LEGIARTI000000000001")),
    ];
    expect(lignes.map((l) => l.etat)).toEqual(["identifiant manquant", "identifiant faux", "article absent"]);
    expect(lignes.every(estEcart)).toBe(true);
  });

  it("qui cite une version passée doit le dire", () => {
    expect(juger(code("R6313-7", "LEGIARTI000038014113")).etat).toBe("modifié depuis la lecture");
    const dite = juger(code("R6313-7", "LEGIARTI000038014113", "version antérieure au 31 décembre 2023"));
    expect(dite.etat).toBe("version antérieure");
    expect(estEcart(dite)).toBe(false);
  });

  it("lue avant la version en vigueur est à relire", () => {
    const source = { ...code("R6313-7", "LEGIARTI000048831046"), luLe: jour("2023-12-30") };
    expect(juger(source).etat).toBe("modifié depuis la lecture");
  });

  it("dont une version plus récente est connue est signalée sans être fausse", () => {
    const ligne = juger(code("R6313-7", "LEGIARTI000048831046"), { "R6313-7": "loi de demain" });
    expect(ligne.detail).toContain("texte non lu : loi de demain");
    expect(estEcart(ligne)).toBe(false);
    expect(juger(code("L6352-4", null), { "L6352-4": "loi de demain" }).etat).toBe("plus récente, non lue");
    expect(juger(code("R6313-7", "LEGIARTI000000000001"), { "R6313-7": "loi" }).etat).toBe(
      "identifiant faux",
    );
  });

  it("réunit sous une ligne ce que plusieurs règles citent de même", () => {
    const source = code("R6313-7", "LEGIARTI000048831046", "al. 1");
    const lignes = confronter(
      [
        { source, par: "D09" },
        { source: { ...source, ref: "Code du travail, art. R6313-7, al. 2" }, par: "D14" },
        { source, par: "D14" },
        { source: webinaire(16), par: "D14" },
      ],
      articles,
      {},
    );
    expect(lignes.map((l) => l.par)).toEqual([["D09", "D14"]]);
  });
});

describe("le numéro d’article d’une référence", () => {
  it.each([
    ["Code du travail, art. L6313-4, al. 5", "L6313-4"],
    ["Code du travail, art. D6323-1 A, 2°", "D6323-1 A"],
    ["Code du travail, art. R6323", "R6323"],
    ["Code du travail, art. R6332-24 et suivants", "R6332-24"],
    ["Code pénal, art. 226-13", null],
    ["Webinaire CDC et DGEFP, 15 février 2023, question 4", null],
  ])("%s : %s", (ref, numero) => {
    expect(articleDe(ref)).toBe(numero);
  });
});
