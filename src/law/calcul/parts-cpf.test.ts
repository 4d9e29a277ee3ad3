import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ajouterJours, jour } from "../../values/jour.ts";
import { centimes, euros } from "../../values/montant.ts";
import { type DonneesCpf, type Exoneration, participationDue, partsCpf } from "./parts-cpf.ts";

const AUTOMNE = jour("2026-11-03");
const base: DonneesCpf = {
  prix: euros(1600),
  solde: null,
  abondements: centimes(0),
  exoneration: null,
  demandeLe: AUTOMNE,
};

function parts(d: Partial<DonneesCpf>) {
  const p = partsCpf({ ...base, ...d });
  if ("inconnu" in p) throw new Error(p.inconnu);
  return p;
}

describe("les exemples de la participation comprise dans le prix", () => {
  it.each([
    ["1 600 € : 1 450 de droits et 150", 1600, 1450, 150],
    ["1 750 € : 1 600 de droits et 150", 1750, 1600, 150],
    ["1 800 € : 1 600 de droits et 200, non 350", 1800, 1600, 200],
    ["un prix inférieur à la participation est payé en entier par la personne", 120, 0, 120],
  ])("%s", (_cas, prix, droits, reste) => {
    const p = parts({ prix: euros(prix) });
    expect(p.droits).toBe(euros(droits));
    expect(p.resteACharge).toBe(euros(reste));
    expect(p.participation).toBe(euros(Math.min(150, prix)));
  });

  it("1 000 € avec 100 € de participation : 900 de droits, même quand le compte porte 950", () => {
    const p = parts({ prix: euros(1000), solde: euros(950), demandeLe: jour("2024-06-03") });
    expect([p.droits, p.resteACharge]).toEqual([euros(900), euros(100)]);
  });

  it("un compte insuffisant laisse un reste qui contient la participation", () => {
    const p = parts({ solde: euros(1000) });
    expect([p.droits, p.resteACharge, p.participation]).toEqual([euros(1000), euros(600), euros(150)]);
  });

  it("une personne exonérée ne paie rien sous le plafond, et cite l’article", () => {
    const p = parts({ exoneration: "demandeur_emploi" });
    expect([p.droits, p.resteACharge]).toEqual([euros(1600), 0]);
    expect(p.sourceParticipation?.ref).toContain("L6323-7");
    expect(parts({ exoneration: "c2p" }).sourceParticipation?.ref).toContain("R6323");
  });

  it("un abondement plus grand que le prix laisse sa place à la participation", () => {
    const p = parts({ abondements: euros(1600) });
    expect([p.abondements, p.droits, p.resteACharge]).toEqual([euros(1450), 0, euros(150)]);
  });

  it("un abondement s’ajoute au plafond des droits", () => {
    const p = parts({ prix: euros(2400), abondements: euros(600) });
    expect([p.droits, p.abondements, p.resteACharge]).toEqual([euros(1600), euros(600), euros(200)]);
  });
});

describe("la participation selon le jour de la demande", () => {
  it.each([
    ["2024-05-01", 0],
    ["2024-05-02", 100_00],
    ["2024-12-31", 100_00],
    ["2025-01-01", 102_23],
    ["2026-01-01", 103_20],
    ["2026-04-01", 103_20],
    ["2026-04-02", 150_00],
    ["2026-12-31", 150_00],
  ])("le %s : %i centimes", (date, attendu) => {
    expect(participationDue(null, jour(date)).montant).toBe(attendu);
  });

  it("en 2027, aucun calcul : la phrase le dit, même pour une personne exonérée", () => {
    for (const exoneration of [null, "demandeur_emploi"] as const) {
      expect(partsCpf({ ...base, exoneration, demandeLe: jour("2027-01-01") })).toEqual({
        inconnu: expect.stringContaining("2027"),
      });
    }
  });

  it("sans plafond ni participation en 2023, les droits paient tout", () => {
    const p = parts({ prix: euros(2400), demandeLe: jour("2023-03-09") });
    expect([p.droits, p.resteACharge, p.sourceParticipation]).toEqual([euros(2400), 0, null]);
  });

  it("refuse un montant négatif par une phrase", () => {
    expect(partsCpf({ ...base, prix: centimes(-1) })).toEqual({
      inconnu: expect.stringContaining("négatif"),
    });
    expect(partsCpf({ ...base, solde: centimes(-1) })).toHaveProperty("inconnu");
  });
});

const exonerations: Exoneration[] = [null, "demandeur_emploi", "abondement_employeur", "c2p", "at_mp"];
const montant = fc.integer({ min: 0, max: 500_000 }).map(centimes);
const donnees: fc.Arbitrary<DonneesCpf> = fc.record({
  prix: montant,
  solde: fc.option(montant, { nil: null }),
  abondements: fc.oneof(fc.constant(centimes(0)), montant),
  exoneration: fc.constantFrom(...exonerations),
  demandeLe: fc.integer({ min: 0, max: 2921 }).map((n) => ajouterJours(jour("2019-01-01"), n)),
});

describe("quels que soient le prix, le compte et le jour", () => {
  const verifier = (propriete: (d: DonneesCpf, p: ReturnType<typeof parts>) => void) =>
    fc.assert(
      fc.property(donnees, (d) => void propriete(d, parts(d))),
      { numRuns: 2000 },
    );

  it("droits + abondements + reste à charge = prix", () =>
    verifier((d, p) => expect(p.droits + p.abondements + p.resteACharge).toBe(d.prix)));

  it("aucune part n’est négative, aucune ne dépasse ce qui est disponible", () =>
    verifier((d, p) => {
      for (const part of [p.droits, p.abondements, p.participation, p.resteACharge]) {
        expect(part).toBeGreaterThanOrEqual(0);
      }
      expect(p.droits).toBeLessThanOrEqual(d.solde ?? d.prix);
      expect(p.abondements).toBeLessThanOrEqual(d.abondements);
    }));

  it("les droits restent sous le plafond depuis le 26 février 2026", () =>
    verifier((d, p) => {
      if (d.demandeLe >= jour("2026-02-26")) expect(p.droits).toBeLessThanOrEqual(1600_00);
    }));

  it("la personne paie au moins la participation ou le prix, sauf exonération", () =>
    verifier((d, p) => {
      const due = d.exoneration === null ? participationDue(null, d.demandeLe).montant! : 0;
      expect(p.resteACharge).toBeGreaterThanOrEqual(Math.min(due, d.prix));
      expect(p.participation).toBe(Math.min(due, d.prix));
    }));

  it("un compte mieux garni ne coûte jamais plus à la personne", () =>
    verifier((d, p) => {
      if (d.solde === null) return;
      const mieux = parts({ ...d, solde: centimes(d.solde + 10_000) });
      expect(mieux.resteACharge).toBeLessThanOrEqual(p.resteACharge);
    }));
});
