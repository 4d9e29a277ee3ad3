import { describe, expect, test } from "vitest";
import type { Champ, GenreDeChamp } from "./champ.ts";
import { idDuChamp } from "./champ.ts";
import { ChampDeSaisie } from "./champ-de-saisie.tsx";

const OPTIONS = [
  { valeur: "a", libelle: "Premier" },
  { valeur: "b", libelle: "Second", aide: "Avec une aide" },
];
const GENRES: readonly GenreDeChamp[] = [
  "texte",
  "texteLong",
  "contenu",
  "jour",
  "heure",
  "duree",
  "montant",
  "nombre",
  "choix",
  "choixMultiples",
  "selection",
  "case",
];

const rendre = (champ: Champ): string => String(<ChampDeSaisie champ={champ} />);
const base = (genre: GenreDeChamp): Champ => ({ genre, nom: "x", libelle: "Le champ", options: OPTIONS });

describe.each(GENRES)("champ %s", (genre) => {
  const groupe = genre === "choix" || genre === "choixMultiples";

  test("a une étiquette ou une légende, et l’identifiant que les erreurs citent", () => {
    const html = rendre({ ...base(genre), requis: true });
    expect(html).toContain(`id="${idDuChamp("x")}"`);
    expect(html).toContain("Le champ");
    if (groupe) expect(html).toMatch(/<fieldset[^>]*><legend>Le champ<\/legend>/);
    else if (genre !== "case") expect(html).toContain('<label for="champ-x">Le champ</label>');
  });

  test("dit l’aide et l’erreur, liées au champ, l’erreur avec les mots donnés", () => {
    const html = rendre({ ...base(genre), aide: "Une aide", erreur: "Dites quand ?", requis: true });
    expect(html).toContain('aria-describedby="champ-x-aide champ-x-erreur"');
    expect(html).toMatch(/id="champ-x-aide"[^>]*>.*Une aide/);
    expect(html).toMatch(/id="champ-x-erreur".*Dites quand\u202f\?/);
    if (!groupe) expect(html).toContain('aria-invalid="true"');
  });

  test("n’est ni décrit ni invalide sans aide ni erreur", () => {
    const html = rendre({ ...base(genre), requis: true });
    expect(html).not.toContain("aria-invalid");
    const aideParDefaut = ["jour", "heure", "duree", "contenu"].includes(genre);
    if (!aideParDefaut) expect(html).not.toContain("aria-describedby");
  });

  test("rend un texte hostile inoffensif", () => {
    const html = rendre({
      ...base(genre),
      libelle: "<b>l</b>",
      valeur: '"><script>alert(1)</script>',
      erreur: "<i>e</i>",
    });
    expect(html).not.toContain("<script>");
    expect(html).not.toContain("<b>l</b>");
    expect(html).not.toContain("<i>e</i>");
  });
});

test("une case seule ne dit pas qu’elle est facultative, un champ non requis le dit", () => {
  expect(rendre(base("case"))).not.toContain("facultatif");
  for (const genre of GENRES.filter((g) => g !== "case"))
    expect(rendre(base(genre))).toContain("(facultatif)");
  expect(rendre({ ...base("texte"), requis: true })).not.toContain("facultatif");
});

test("garde ce qui a été tapé, même illisible", () => {
  for (const genre of ["texte", "jour", "heure", "duree", "montant", "nombre"] as const)
    expect(rendre({ ...base(genre), valeur: "31/02/26 ou 9" })).toContain('value="31/02/26 ou 9"');
  expect(rendre({ ...base("texteLong"), valeur: "deux\nlignes" })).toContain("deux\nlignes</textarea>");
});

test("écrit à la française une valeur venue du dossier", () => {
  expect(rendre({ ...base("jour"), valeur: "2026-11-30" })).toContain('value="30/11/2026"');
  expect(rendre({ ...base("heure"), valeur: "09:30" })).toContain('value="9\u00a0h\u00a030"');
  expect(rendre({ ...base("duree"), valeur: 150 })).toMatch(/value="2\sh\s30"/);
  expect(rendre({ ...base("montant"), valeur: 158_000 })).toContain('value="1\u202f580,00"');
});

test("coche les bonnes réponses", () => {
  const choisis = (html: string) =>
    [...html.matchAll(/<(?:input|option)[^>]*value="([^"]*)"[^>]*(?:checked|selected)/g)].map((m) => m[1]);
  expect(choisis(rendre({ ...base("choix"), valeur: "b" }))).toEqual(["b"]);
  expect(choisis(rendre({ ...base("choixMultiples"), valeur: ["a", "b"] }))).toEqual(["a", "b"]);
  expect(choisis(rendre({ ...base("selection"), valeur: "b" }))).toEqual(["b"]);
  expect(choisis(rendre({ ...base("case"), valeur: true }))).toEqual(["oui"]);
  expect(choisis(rendre(base("choix")))).toEqual([]);
  const ouiNon = [
    { valeur: "oui", libelle: "Oui" },
    { valeur: "non", libelle: "Non" },
  ];
  expect(choisis(rendre({ ...base("choix"), options: ouiNon, valeur: false }))).toEqual(["non"]);
});

test("un nom qui porte des signes donne un identifiant sans signe", () => {
  expect(idDuChamp("themes[]")).toBe("champ-themes");
  expect(idDuChamp("seance.debut")).toBe("champ-seance-debut");
});
