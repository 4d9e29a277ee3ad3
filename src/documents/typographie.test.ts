import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typographier } from "./typographie.ts";

const N = "\u00a0";
const F = "\u202f";

describe("la typographie d’un texte saisi", () => {
  it.each([
    ["l'accueil d'aujourd'hui", "l’accueil d’aujourd’hui"],
    ["Objectif : changer de métier", `Objectif${N}: changer de métier`],
    ["Objectif: changer", `Objectif${N}: changer`],
    ["Pourquoi? Parce que!", `Pourquoi${F}? Parce que${F}!`],
    ["rester ; partir", `rester${F}; partir`],
    ['le mot "projet" compte', `le mot «${N}projet${N}» compte`],
    ["le mot «projet» compte", `le mot «${N}projet${N}» compte`],
    ["le mot “projet” compte", `le mot «${N}projet${N}» compte`],
    ['l\'"autre" voie', `l’«${N}autre${N}» voie`],
    ["n°12 et N° 4", `n°${N}12 et N°${N}4`],
    ["1 580,00 € ou 50%", `1${F}580,00${N}€ ou 50${N}%`],
    ["2 h 30 puis 45 min", `2${N}h${N}30 puis 45${N}min`],
    ["et puis...", "et puis…"],
  ])("corrige « %s »", (avant, apres) => {
    expect(typographier(avant)).toBe(apres);
  });

  it.each([
    "à 10:30 précises",
    "voir https://exemple.fr/a?b=c;d:e!f",
    "camille.o'neil@exemple.fr",
    "a;b et a:b",
    "un caractère \ue000 privé",
    "(?)",
    'un écran de 15"',
    "entre 2019 et 2024, 12 345 personnes",
    "rapport 1:2",
    "std::vector",
  ])("laisse « %s » intact", (texte) => {
    expect(typographier(texte)).toBe(texte);
  });

  it("corrige autour d’une adresse sans la toucher", () => {
    expect(typographier("C'est ici: https://exemple.fr/l'x?y !")).toBe(
      `C’est ici${N}: https://exemple.fr/l'x?y${F}!`,
    );
  });

  it("appliquée deux fois, ne change plus rien", () => {
    const saisie = fc.string({ unit: fc.constantFrom(..."aé1 0\u00a0\u202f'’\"«»“”:;!?().,°n€%hmi\n") });
    fc.assert(
      fc.property(saisie, (texte) => {
        const une = typographier(texte);
        expect(typographier(une)).toBe(une);
      }),
      { numRuns: 3000 },
    );
  });
});
