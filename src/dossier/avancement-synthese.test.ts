import { describe, expect, it } from "vitest";
import { BILAN } from "../law/bilan-exemple.ts";
import type { Etat, PartieSynthese } from "../law/etat.ts";
import { jour } from "../values/jour.ts";
import { avancementDeLaSynthese, peutPartir, resteAFaire } from "./avancement-synthese.ts";

const [VERSION] = BILAN.syntheses;
const RIEN: Etat = { ...BILAN, syntheses: [], remise: null, signaturesApposees: [], desaccords: [] };
const ENVOYEE: Etat = { ...RIEN, syntheses: [VERSION!] };
const TEXTES = new Map<PartieSynthese, string>([
  ["circonstances", "À sa demande."],
  ["competences", "Vendre."],
  ["projet", "Un atelier."],
]);
const avis = (partie: PartieSynthese) => ({
  fait: `a-${partie}`,
  date: jour("2026-11-14"),
  consigneLe: jour("2026-11-14"),
  objet: "synthese",
  sur: `${VERSION!.fait}.${partie}`,
  par: "beneficiaire" as const,
});
const REPONDUE: Etat = {
  ...ENVOYEE,
  signaturesApposees: [avis("circonstances"), avis("competences")],
  desaccords: [avis("projet"), avis("competences")],
};

const ebauche = (texte: string, fini = false) => ({ texte, fini });
const etats = (etat: Etat, envoyes = TEXTES, ebauches: Record<string, ReturnType<typeof ebauche>> = {}) => {
  const avancement = avancementDeLaSynthese(etat, envoyes, new Map(Object.entries(ebauches)));
  return {
    etats: avancement.map((a) => a.etat),
    reste: resteAFaire(avancement),
    part: peutPartir(avancement),
  };
};

describe("une partie de la synthèse", () => {
  it("est vide, en cours, puis écrite quand qui l’écrit le dit", () => {
    const ecrits = { competences: ebauche("Vendre."), projet: ebauche("Un atelier.", true) };
    expect(etats(RIEN, new Map(), ecrits)).toEqual({
      etats: ["vide", "en_cours", "ecrite"],
      reste: "Il reste à écrire les circonstances du bilan et les compétences et aptitudes (en cours).",
      part: false,
    });
    expect(etats(RIEN, new Map(), { projet: ebauche(" \n ", true) }).etats[2]).toBe("vide");
  });

  it("une fois envoyée, attend sa réponse, et rien ne repart sans un mot changé", () => {
    expect(etats(ENVOYEE)).toEqual({
      etats: ["a_relire", "a_relire", "a_relire"],
      reste:
        "À relire par la personne : les circonstances du bilan, les compétences et aptitudes et le projet et ses étapes.",
      part: false,
    });
    // The same words, whatever their blanks, are no change.
    expect(etats(ENVOYEE, TEXTES, { projet: ebauche("Un atelier. \n") }).etats[2]).toBe("a_relire");
  });

  it("refusée, se réécrit ; un accord donné après un désaccord compte seul", () => {
    expect(etats(REPONDUE)).toEqual({
      etats: ["d_accord", "d_accord", "pas_d_accord"],
      reste: "À réécrire ou à lui expliquer : le projet et ses étapes.",
      part: false,
    });
    const reecrite = avancementDeLaSynthese(
      REPONDUE,
      TEXTES,
      new Map([["projet", ebauche("À deux.", true)]]),
    );
    expect(reecrite.map((a) => a.etat)).toEqual(["d_accord", "d_accord", "ecrite"]);
    expect(reecrite[2]!.desaccord?.fait).toBe("a-projet");
    expect(peutPartir(reecrite)).toBe(true);
    expect(resteAFaire(reecrite)).toBe("Prêt à envoyer à relire : le projet et ses étapes.");
  });

  it("toutes acceptées, il ne reste rien", () => {
    const tout = { ...REPONDUE, signaturesApposees: [...REPONDUE.signaturesApposees, avis("projet")] };
    expect(etats(tout)).toEqual({
      etats: ["d_accord", "d_accord", "d_accord"],
      reste: "Les trois parties ont son accord.",
      part: false,
    });
  });
});
