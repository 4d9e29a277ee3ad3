import { describe, expect, it } from "vitest";
import { dossierALEtape } from "../../tests/dossier/etapes.ts";
import { ACTES } from "./catalogue-actes.ts";
import { decider } from "./decider.ts";
import { ETAPES, etapeDe, LIBELLES_ETAPES } from "./etape.ts";
import { TRANSITIONS } from "./transitions.ts";

const qui = { role: "conseiller" as const, intervenant: "nadia" };

describe("la table des transitions", () => {
  it("nomme chaque acte, et chaque acte y est", () => {
    expect(ACTES.map((a) => a.nom)).toEqual([...new Set(ACTES.map((a) => a.nom))]);
    expect(ACTES.map((a) => a.nom).sort()).toEqual(Object.keys(TRANSITIONS).sort());
  });

  it("ne connaît que des étapes qui existent, chacune une fois par acte", () => {
    for (const [acte, etapes] of Object.entries(TRANSITIONS)) {
      expect(etapes.length, acte).toBeGreaterThan(0);
      expect([...new Set(etapes)], acte).toEqual([...etapes]);
      for (const e of etapes) expect(ETAPES, acte).toContain(e);
    }
  });
});

describe.each(ETAPES)("à l’étape « %s »", (etape) => {
  const { essai, au } = dossierALEtape(etape);

  it("le dossier d’essai y est bien", () => {
    expect(etapeDe(essai.etat)).toBe(etape);
  });

  it.each(ACTES.map((a) => [a.nom, a] as const))("%s répond comme la table le dit", (nom, acte) => {
    const decision = decider(acte, essai, essai.formulaire(nom, au), { ...qui, au });
    const phrase = `« ${acte.titre} » n’est pas possible : ${LIBELLES_ETAPES[etape]}.`;
    const permises = TRANSITIONS[nom]!;
    if (permises.includes(etape)) {
      const phrases = "refus" in decision ? decision.refus.map((r) => r.phrase) : [];
      expect(phrases).not.toContain(phrase);
      return;
    }
    const quand = permises.map((e) => LIBELLES_ETAPES[e]).join(", ou quand ");
    expect(decision).toEqual({ refus: [{ phrase, remede: `Cela devient possible quand ${quand}.` }] });
  });
});
