import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heures, minutes } from "../../values/duree.ts";
import { euros } from "../../values/montant.ts";
import { BILAN } from "../bilan-exemple.ts";
import type { Etat, Seance } from "../etat.ts";
import { baseFacture } from "./base-facture.ts";
import { devisDeReference } from "./devis-de-reference.ts";

const seances = (durees: number[], signees: boolean[] = []): Seance[] =>
  durees.map((d, i) => ({
    ...BILAN.seances[0]!,
    id: `s${i + 1}`,
    fait: minutes(d),
    signatures: (signees[i] ?? true) ? BILAN.seances[0]!.signatures : [],
  }));
const avec = (liste: Seance[]): Etat => ({ ...BILAN, seances: liste });

describe("la base de facturation", () => {
  it("est le prix entier quand toutes les heures sont faites et signées", () => {
    expect(baseFacture(BILAN)).toMatchObject({ montantSigne: euros(1580), montantFait: euros(1580) });
  });

  it("suit le temps réellement passé en face à face : 15 h sur 20, les trois quarts du prix", () => {
    expect(baseFacture(avec(seances([450, 450])))).toMatchObject({
      signees: heures(15),
      montantSigne: euros(1185),
    });
  });

  it("ne compte une séance que si les deux l’ont signée", () => {
    expect(baseFacture(avec(seances([600, 600], [true, false])))).toMatchObject({
      signees: heures(10),
      montantSigne: euros(790),
      faites: heures(20),
      montantFait: euros(1580),
    });
  });

  it("ne dépasse jamais le prix, même avec plus d’heures que prévu", () => {
    expect(baseFacture(avec(seances([1300])))?.montantSigne).toBe(euros(1580));
  });

  it("n’existe pas sans devis, ni pour un devis sans durée", () => {
    expect(baseFacture({ ...BILAN, devis: [] })).toBeNull();
    expect(baseFacture({ ...BILAN, devis: [{ ...BILAN.devis[0]!, duree: minutes(0) }] })).toBeNull();
  });

  it("repose sur le dernier devis accepté", () => {
    const accepte = BILAN.devis[0]!;
    const brouillon = { ...accepte, version: 2, accepteLe: null, prix: euros(2000) };
    expect(devisDeReference({ ...BILAN, devis: [accepte, brouillon] })?.prix).toBe(euros(1580));
    expect(devisDeReference({ ...BILAN, devis: [brouillon] })?.prix).toBe(euros(2000));
    expect(devisDeReference({ ...BILAN, devis: [] })).toBeNull();
  });

  it("croît avec chaque minute signée, entre zéro et le prix", () => {
    const durees = fc.array(fc.integer({ min: 0, max: 240 }), { maxLength: 12 });
    fc.assert(
      fc.property(durees, fc.integer({ min: 0, max: 240 }), (liste, ajout) => {
        const avant = baseFacture(avec(seances(liste)))!.montantSigne;
        const apres = baseFacture(avec(seances([...liste, ajout])))!.montantSigne;
        expect(apres).toBeGreaterThanOrEqual(avant);
        expect(avant).toBeGreaterThanOrEqual(0);
        expect(apres).toBeLessThanOrEqual(euros(1580));
      }),
    );
  });
});
