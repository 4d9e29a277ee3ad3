import { describe, expect, it } from "vitest";
import { EXEMPLES } from "../../src/documents/exemples.ts";
import { imprimer, motsHorsPage, motsSuperposes, outil, sansBlancs, texte } from "./pdf.ts";

// Fields that are no text: days, times, codes, fingerprints. A hostile value there is refused by their types.
const HORS_TEXTE = new Set(
  "phase modalite statut source regime nature temps jour heure debut fin etabliLe du au date siret empreinte engagements demandeeLe effectiveLe jusquAu sha256 empreinteDeLaCle validite decideEnsembleLe".split(
    " ",
  ),
);

/** The same data with `intrus` in every text field. */
function infester(intrus: string) {
  const passer = (valeur: unknown, cle: string): unknown => {
    if (typeof valeur === "string") return HORS_TEXTE.has(cle) ? valeur : intrus;
    if (Array.isArray(valeur)) return valeur.map((v) => passer(v, cle));
    if (typeof valeur !== "object" || valeur === null) return valeur;
    return Object.fromEntries(Object.entries(valeur).map(([k, v]) => [k, passer(v, k)]));
  };
  return <D>(donnees: D): D => passer(donnees, "") as D;
}

// Several in one text: each must come out whole, and a page of them is printed once.
const TELS_QUELS: readonly (readonly [string, readonly string[]])[] = [
  [
    "la syntaxe d’un gabarit",
    [
      "# $ \\ @ ] [ } { _ * ` ~ < > = / -",
      '#import "@preview/x:1.0.0": *; #read("/etc/passwd") $ x^2 $ #panic()',
      "<script>alert(1)</script> &amp; %s %n {{7*7}}",
    ],
  ],
  [
    "des mots sans fin",
    ["é".repeat(300), `https://exemple.example/${"a/b-c_d?e=f&".repeat(20)}`, "王".repeat(120)],
  ],
  [
    "des noms de partout",
    [
      "Ελένη Παπαδοπούλου",
      "Дмитро Шевченко",
      "王小明 歐陽娜娜 山田太郎 さくら",
      "Nguyễn Thị Hương",
      "Marie-Anne Joséphine Élisabeth Noëlle de La Rochefoucauld-Ŵÿłł",
      "O’Connor N’Diaye L'Hôte d'Été",
      "☺ ★ ☑ 😀",
    ],
  ],
  ["presque rien", ["."]],
];

const affranchi = (t: string): string => sansBlancs(t).replace(/['’]/g, "’");

describe.each(EXEMPLES.filter((e) => e.nom !== "convocation-discrete").map((e) => [e.nom, e] as const))(
  "« %s » dont chaque champ porte un texte hostile",
  (_nom, exemple) => {
    it.each(TELS_QUELS)("imprime tel quel : %s", (_quoi, intrus) => {
      const fichier = imprimer(exemple.composer(infester(intrus.join(" "))));
      outil("qpdf", "--check", fichier);
      // Free text gets typographic quotes and spaces; names and identifiers stay: one of them must be found whole.
      const lu = affranchi(texte(fichier));
      for (const morceau of intrus) expect(lu).toContain(affranchi(morceau));
      expect(motsHorsPage(fichier)).toEqual([]);
    });

    it("ne perd aucune ligne au bord de la feuille, même quand un champ en a 31", () => {
      const intrus = Array.from({ length: 31 }, (_, i) => `ligne${i + 1}`).join("\n");
      const composition = exemple.composer(infester(intrus));
      if (!composition.ok) throw new Error(composition.refus.join(" "));
      // Header and footer put everything on one line and repeat it; the body prints each of its strings once.
      const { enTete: _enTete, pied: _pied, suite: _suite, ...corps } = composition.document.donnees;
      const attendues = JSON.stringify(corps).match(/ligne31/g)!.length;
      const fichier = imprimer(composition);
      expect(texte(fichier).match(/ligne31/g)!.length).toBeGreaterThanOrEqual(attendues);
      expect(motsHorsPage(fichier)).toEqual([]);
      expect(motsSuperposes(fichier)).toEqual([]);
    });

    it("imprime l’arabe et l’hébreu avec toutes leurs lettres", () => {
      const intrus = "محمد بن علي שלום";
      const lu = texte(imprimer(exemple.composer(infester(intrus)))).normalize("NFKC");
      for (const lettre of new Set(sansBlancs(intrus))) expect(lu).toContain(lettre);
    });

    it("remplace par □ ce qu’aucune police ne dessine, et dit combien", () => {
      const intrus = "김철수 👨‍👩‍👧 \ue000 \u{1F9E1} \ud800";
      const lu = texte(imprimer(exemple.composer(infester(intrus))));
      expect(lu).toContain("□□□ □ □ □ □");
      const note = lu.split("\n").find((ligne) => ligne.includes("n’existent dans aucune"));
      expect(note?.trim()).toMatch(
        /^\d+ caractères de ce document n’existent dans aucune de nos polices\u00a0?/,
      );
    });

    it("écarte les caractères invisibles qui trompent le lecteur", () => {
      const lu = texte(imprimer(exemple.composer(infester("no\u202etped\ufeff \u0000ac\u0007cord"))));
      expect(lu).toContain("notped accord");
      expect(lu).not.toContain("n’existent dans aucune");
    });
  },
);
