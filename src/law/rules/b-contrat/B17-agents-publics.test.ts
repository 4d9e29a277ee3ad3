import { describe, expect, it } from "vitest";
import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import type { Beneficiaire, Etat } from "../../etat.ts";
import { juger } from "../../judge.ts";
import B17 from "./B17-agents-publics.ts";
import { agent, auPlan, PAS_COMMENCE, trace } from "./exemples.ts";

const SEANCE = { ...BILAN.seances[0]!, date: jour("2026-11-23"), statut: "prevue" as const, signatures: [] };

const constat = (e: Partial<Etat>) =>
  juger({ ...BILAN, ...PAS_COMMENCE, seances: [SEANCE], ...e }, jour("2026-09-20"), [B17])[0]!;

describe("les délais d’un agent public dont le bilan commence le 23 novembre 2026", () => {
  it("demander le congé 60 jours avant, la convention étant signée", () => {
    const c = constat({ ...auPlan({}), ...agent(true) });
    expect([c.verdict, c.acte, c.echeance]).toEqual(["indetermine", "demanderAbsence", "2026-09-24"]);
  });

  it("le plus proche des deux d’abord : le congé avant la convention", () => {
    const c = constat({ ...auPlan({ signatures: [] }), ...agent(true) });
    expect([c.acte, c.echeance]).toEqual(["demanderAbsence", "2026-09-24"]);
  });

  it("signer la convention avant la première séance, hors du temps de service", () => {
    const c = constat({ ...auPlan({ signatures: [] }), ...agent() });
    expect([c.acte, c.echeance]).toEqual(["signerConvention", "2026-11-23"]);
  });

  it("rien à demander dans un délai connu pour l’État", () => {
    const c = constat({ ...auPlan({}), ...agent(true, "etat") });
    expect([c.verdict, c.echeance]).toEqual(["conforme", undefined]);
  });

  it.each<[Beneficiaire["fonctionPublique"], RegExp]>([
    ["territoriale", /répond au congé au plus tard le 20\saoût\s2026/],
    ["hospitaliere", /répond au congé au plus tard le 20\saoût\s2026/],
    ["etat", /répond au congé au plus tard le 21\sseptembre\s2026/],
  ])("dit quand répond l’administration (%s)", (fonction, phrase) => {
    const demandeAbsence = { ...trace("2026-07-21"), debut: jour("2026-11-23") };
    const c = constat({ ...auPlan({}), ...agent(true, fonction), demandeAbsence });
    expect(c.explication).toMatch(phrase);
  });
});
