import { describe, expect, it } from "vitest";
import { heures } from "../values/duree.ts";
import { ajouterJours, type Jour, jour, parseJour } from "../values/jour.ts";
import { euros } from "../values/montant.ts";
import { BILAN } from "./bilan-exemple.ts";
import type { Etat } from "./etat.ts";
import { type Constat, juger } from "./judge.ts";

const depuis = (mois: string) => new RegExp(`en vigueur depuis le ${mois.replaceAll(" ", "\\s")}`);

/** The same dossier, every day of it `n` days later. */
function decaler<T>(valeur: T, n: number): T {
  return JSON.parse(JSON.stringify(valeur), (_cle, v: unknown) => {
    const lu = typeof v === "string" ? parseJour(v) : null;
    return lu === null ? v : ajouterJours(lu, n);
  }) as T;
}

/**
 * One bilan, whatever its year: a second one in seven months, 1 900 € of rights, two hours of personal work billed,
 * and the synthesis kept three years by a written agreement.
 */
const DE_NOVEMBRE_2026: Etat = {
  ...BILAN,
  financement: {
    ...BILAN.financement!,
    bilanAnterieur: {
      declare: "oui",
      financeur: "cpf",
      financeLe: jour("2026-02-16"),
      termineLe: null,
      justification: null,
    },
  },
  devis: [
    {
      ...BILAN.devis[0]!,
      prix: euros(2050),
      cpf: { ...BILAN.devis[0]!.cpf!, droits: euros(1900), resteACharge: euros(150) },
    },
  ],
  factures: [
    {
      date: jour("2026-11-24"),
      consigneLe: jour("2026-11-24"),
      fait: "f40",
      numero: "2026-118",
      montant: euros(2050),
      lignes: [
        { nature: "accompagnement", minutes: heures(20), montant: euros(1850) },
        { nature: "travail_personnel", minutes: heures(2), montant: euros(200) },
      ],
      priseEnChargeDuReste: null,
      payeur: null,
      payeeLe: null,
    },
  ],
  conservations: [
    {
      date: jour("2026-11-16"),
      consigneLe: jour("2026-11-16"),
      fait: "f44",
      base: "accord_suivi",
      documents: ["synthese"],
      signeLe: jour("2026-11-16"),
      jusquAu: jour("2029-11-16"),
      retireLe: null,
      detruitLe: null,
    },
  ],
};

// From a Thursday to a Thursday, so that sessions stay on working days: 10 September 2026 becomes 9 March 2023.
const ECART = -1281;
const DE_MARS_2023 = decaler(DE_NOVEMBRE_2026, ECART);
const AU_2026 = jour("2026-11-25");

function constat(etat: Etat, au: Jour, id: string): Constat {
  const trouves = juger(etat, au).filter((c) => c.rule.id === id);
  expect(trouves, `${id} doit être jugée une fois et une seule`).toHaveLength(1);
  return trouves[0]!;
}
const en2023 = (id: string) => constat(DE_MARS_2023, ajouterJours(AU_2026, ECART), id);
const en2026 = (id: string) => constat(DE_NOVEMBRE_2026, AU_2026, id);

const estCertain = (c: Constat): boolean => c.verdict === "non_conforme" && c.reserve === undefined;

describe("le même bilan en mars 2023 et en novembre 2026", () => {
  it("commence bien en mars 2023", () => {
    expect(DE_MARS_2023.commande?.demandeLe).toBe("2023-03-09");
  });

  it("C01, délai de cinq ans : inconnu en 2023, bloquant en 2026, depuis le 26 février 2026", () => {
    expect(en2023("C01").verdict).toBe("sans_objet");
    expect(en2023("C01").explication).toMatch(depuis("26 février 2026"));
    expect(estCertain(en2026("C01"))).toBe(true);
    expect(en2026("C01").explication).toMatch(depuis("26 février 2026"));
  });

  it("C02, raison d’un second bilan : demandée en 2023, remplacée par le délai en 2026", () => {
    expect(en2023("C02").verdict).toBe("non_conforme");
    expect(en2023("C02").explication).toMatch(/jusqu’au 26\sfévrier\s2026 non compris/);
    expect(en2026("C02").verdict).toBe("sans_objet");
    expect(en2026("C02").explication).toMatch(depuis("26 février 2026"));
  });

  it("C03, plafond de 1 600 € : absent en 2023, dépassé en 2026", () => {
    expect(en2023("C03").verdict).toBe("sans_objet");
    expect(en2023("C03").explication).toMatch(/Avant le 26\sfévrier\s2026/);
    expect(estCertain(en2026("C03"))).toBe(true);
    expect(en2026("C03").explication).toMatch(/300,00/);
    expect(en2026("C03").explication).toMatch(depuis("26 février 2026"));
  });

  it("C06, heures finançables : libres en 2023, l’accompagnement seul en 2026", () => {
    expect(en2023("C06").verdict).toBe("sans_objet");
    expect(estCertain(en2026("C06"))).toBe(true);
    expect(en2026("C06").explication).toMatch(depuis("26 février 2026"));
  });

  it("C04, participation : aucune en 2023", () => {
    expect(en2023("C04").verdict).toBe("sans_objet");
    expect(en2023("C04").explication).toMatch(depuis("2 mai 2024"));
    expect(en2026("C04").verdict).toBe("conforme");
  });

  it("D15, conservation : un an en 2023, trois ans depuis le 31 décembre 2023", () => {
    expect(en2023("D15").verdict).toBe("non_conforme");
    expect(en2023("D15").explication).toMatch(/jusqu’au 31\sdécembre\s2023 non compris/);
    expect(en2026("D15").verdict).toBe("conforme");
    expect(en2026("D15").explication).toMatch(depuis("31 décembre 2023"));
  });

  it("sans ses défauts, il est en ordre à l’une et à l’autre date sur ces règles", () => {
    const sain = decaler(BILAN, ECART);
    for (const [etat, au] of [
      [BILAN, AU_2026],
      [sain, ajouterJours(AU_2026, ECART)],
    ] as const) {
      for (const id of ["C01", "C02", "C03", "C06", "D15"]) {
        expect(constat(etat, au, id).verdict, id).not.toBe("non_conforme");
      }
    }
  });
});
