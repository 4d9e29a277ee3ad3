import { describe, expect, it } from "vitest";
import { jour } from "../../values/jour.ts";
import { BILAN } from "../bilan-exemple.ts";
import type { Etat, FinAnticipee } from "../etat.ts";
import { manquesDuParcours, motifPropose, parcoursComplet } from "./motif-sortie.ts";

const fin = (f: Partial<FinAnticipee>): FinAnticipee => ({
  date: jour("2026-10-20"),
  consigneLe: jour("2026-10-20"),
  fait: "f41",
  forceMajeure: false,
  responsable: "beneficiaire",
  motif: "nouvel emploi",
  preuve: null,
  ...f,
});
const arrete = (f: Partial<FinAnticipee>): Etat => ({
  ...BILAN,
  seances: BILAN.seances.slice(0, 4),
  remise: null,
  finAnticipee: fin(f),
});

describe("le motif de sortie proposé", () => {
  it("est « intégralité » quand les trois phases ont eu lieu et que la synthèse est remise", () => {
    const propose = motifPropose(BILAN);
    expect(propose?.motif).toBe("integralite");
    expect(propose?.pourquoi).toMatch(/remise le 16\snovembre\s2026/);
  });

  it("reste « intégralité » dans un temps plus court, même si une fin anticipée est consignée", () => {
    const court = BILAN.seances.filter((s) => !["s4", "s5", "s6"].includes(s.id));
    expect(motifPropose({ ...BILAN, seances: court })?.motif).toBe("integralite");
    expect(motifPropose({ ...BILAN, seances: court, finAnticipee: fin({}) })?.motif).toBe("integralite");
  });

  it("suit le responsable de l’arrêt quand il n’y a pas de force majeure", () => {
    expect(motifPropose(arrete({ responsable: "beneficiaire" }))?.motif).toBe("abandon_stagiaire");
    expect(motifPropose(arrete({ responsable: "organisme_avec_report" }))?.motif).toBe(
      "interruption_avec_report",
    );
    expect(motifPropose(arrete({ responsable: "organisme_sans_report" }))?.motif).toBe(
      "interruption_sans_report",
    );
  });

  it("demande d’abord s’il y a force majeure", () => {
    expect(motifPropose(arrete({ forceMajeure: null }))).toBeNull();
    expect(motifPropose(arrete({ forceMajeure: true, responsable: "organisme_sans_report" }))?.motif).toBe(
      "force_majeure",
    );
  });

  it("ne propose rien tant que le parcours continue", () => {
    expect(motifPropose({ ...BILAN, seances: [], remise: null })).toBeNull();
    const suite = { ...BILAN.seances[8]!, id: "s10", statut: "prevue" as const };
    const enCours = { ...BILAN, seances: [...BILAN.seances, suite] };
    expect(parcoursComplet(enCours)).toBe(false);
    expect(motifPropose(enCours)).toBeNull();
  });

  it("dit ce qui manque au parcours", () => {
    expect(manquesDuParcours(BILAN)).toEqual([]);
    expect(manquesDuParcours(arrete({}))).toEqual(["la phase de conclusion", "la remise de la synthèse"]);
    const resultatsSeuls = { ...BILAN.remise!, documents: ["resultats_detailles" as const] };
    expect(manquesDuParcours({ ...BILAN, remise: resultatsSeuls })).toEqual(["la remise de la synthèse"]);
  });
});
