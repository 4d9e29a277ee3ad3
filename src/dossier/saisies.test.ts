import { describe, expect, it } from "vitest";
import { CAS } from "../../tests/dossier/cas-des-actes.ts";
import { dossierALEtape } from "../../tests/dossier/etapes.ts";
import { raconter } from "../../tests/dossier/recits.ts";
import { jour } from "../values/jour.ts";
import { lireSaisie } from "./acte.ts";
import { ACTES, acteDeNom } from "./catalogue-actes.ts";
import { decider, refusDEntree } from "./decider.ts";
import { ETAPES } from "./etape.ts";
import { TRANSITIONS } from "./transitions.ts";

const PHRASE = /^[\p{Lu}«][\s\S]*\.$/u;
/** A help may begin with a figure of the dossier. */
const AIDE = /^[\p{Lu}\d«][\s\S]*\.$/u;

const VILAINES: readonly string[] = [
  "",
  "x".repeat(1 << 20),
  " ".repeat(1 << 20),
  `1${" ".repeat(1 << 18)}€x`,
  "\u0000",
  "a\r\nb\u0085",
  "\u202eabc\u2066",
  "😀🧑‍🎓",
  "\ud800",
  "<script>alert(1)</script>",
  "31/02/2027",
  "00/00/0000",
  "-1",
  "1e309",
  "NaN",
  "99999999999999999999",
  "24 h 61",
  "null",
  '{"id":1}',
  "[]",
  "__proto__",
  "s1",
];

/** The stages at which an act can be begun at all: its form is open there. */
const ouverts = ACTES.flatMap((acte) =>
  TRANSITIONS[acte.nom]!.map((etape) => ({ acte, etape, ...dossierALEtape(etape) })),
).map(({ essai, ...reste }) => {
  const contexte = { au: reste.au, role: "conseiller" as const, intervenant: "nadia", faits: essai.faits };
  return { ...reste, essai, etat: essai.etat, contexte };
});
const noms = ouverts.map((o) => [`${o.acte.nom}, ${o.etape}`, o] as const);

describe("un formulaire vide", () => {
  it.each(noms)("%s : chaque champ requis le dit à sa place", (_, { acte, etat, contexte }) => {
    const champs = acte.champs(etat, contexte);
    // A text that is expected may wait: the draft of one part is written without the others.
    const requis = Object.keys(champs).filter(
      (nom) => champs[nom]!.requis && champs[nom]!.genre !== "contenu",
    );
    const lu = lireSaisie(champs, {});
    const refus = "refus" in lu ? lu.refus : [];
    expect(refus.map((r) => r.champ)).toEqual(requis);
    for (const r of refus) expect(r.phrase).toMatch(PHRASE);
  });
});

describe("ce que le formulaire propose", () => {
  it.each(noms)("%s : chaque valeur proposée est relue sans refus", (_, { acte, etat, contexte }) => {
    const champs = acte.champs(etat, contexte);
    for (const [nom, v] of Object.entries(acte.valeurs(etat, contexte))) {
      const brut = typeof v === "string" ? [v] : v;
      if (champs[nom] === undefined || brut.every((t) => t === "")) continue;
      expect({ nom, lu: lireSaisie({ [nom]: champs[nom] }, { [nom]: brut }) }).toMatchObject({
        lu: { saisie: expect.anything() },
      });
    }
  });

  it.each(noms)("%s : les libellés se lisent", (_, { acte, etat, contexte }) => {
    expect(acte.titre).toMatch(/^\p{Lu}/u);
    expect(acte.chapeau).toMatch(PHRASE);
    for (const c of Object.values(acte.champs(etat, contexte))) {
      expect(c.libelle).toMatch(/^[\p{Lu}\d]/u);
      if (c.aide !== undefined) expect(c.aide).toMatch(AIDE);
      for (const o of c.options ?? []) expect(o.libelle).toMatch(/^[\p{Lu}\d]/u);
    }
  });
});

describe("des saisies hostiles", () => {
  it.each(Object.entries(CAS))("%s : jamais d’exception", (nom, { avant, au: le, reponses }) => {
    const essai = raconter(avant);
    const [acte, au] = [acteDeNom(nom)!, jour(le)];
    const possible = essai.formulaire(nom, au, reponses);
    const contexte = { au, role: "conseiller" as const, intervenant: "nadia" };
    for (const champ of Object.keys(acte.champs(essai.etat, { ...contexte, faits: essai.faits }))) {
      for (const vilaine of VILAINES) {
        const decision = decider(acte, essai, { ...possible, [champ]: [vilaine, vilaine] }, contexte);
        if (!("refus" in decision)) continue;
        for (const r of decision.refus) expect(r.phrase.length).toBeLessThan(400);
      }
    }
  });

  it("n’ouvre aucun acte que son entrée refuse", () => {
    for (const etape of ETAPES) {
      const { essai, au } = dossierALEtape(etape);
      const qui = { au, role: "conseiller" as const, intervenant: "nadia" };
      for (const acte of ACTES) {
        const entree = refusDEntree(acte, essai.etat, { ...qui, faits: essai.faits });
        if (entree === null) continue;
        expect(entree.phrase).toMatch(PHRASE);
        expect(decider(acte, essai, {}, qui)).toEqual({ refus: [entree] });
      }
    }
  });
});
