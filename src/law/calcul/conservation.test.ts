import { describe, expect, it } from "vitest";
import { jour } from "../../values/jour.ts";
import { euros } from "../../values/montant.ts";
import { BILAN } from "../bilan-exemple.ts";
import type { Conservation, Controle, Etat, Facture } from "../etat.ts";
import { webinaire } from "../sources.ts";
import { finDesContenus, finDesPreuves } from "./conservation.ts";

const trace = (date: string) => ({ date: jour(date), consigneLe: jour(date), fait: "f90" });
const facture = (payeeLe: string | null): Facture => ({
  ...trace("2026-11-24"),
  numero: "2026-031",
  montant: euros(1580),
  lignes: [],
  priseEnChargeDuReste: null,
  payeur: null,
  payeeLe: payeeLe === null ? null : jour(payeeLe),
});
const controle = (closLe: string | null): Controle => ({
  ...trace("2030-10-01"),
  organe: "cdc",
  recuLe: jour("2030-10-01"),
  echeance: null,
  pieces: [],
  reponduLe: null,
  closLe: closLe === null ? null : jour(closLe),
});
const parLOpco: Partial<Etat> = { financement: { ...BILAN.financement!, financeurs: ["opco"] } };
const suivi = (jusquAu: string, autre: Partial<Conservation> = {}): Conservation => ({
  ...trace("2026-11-16"),
  base: "accord_suivi",
  documents: ["synthese", "documents_de_travail"],
  signeLe: jour("2026-11-16"),
  jusquAu: jour(jusquAu),
  retireLe: null,
  detruitLe: null,
  ...autre,
});
const fin = (sortieLe: string): Partial<Etat> => ({
  serviceFait: { ...BILAN.serviceFait!, sortieLe: jour(sortieLe) },
});

describe("fin des preuves", () => {
  it("quatre ans après le terme pour un bilan payé par le CPF", () => {
    const lue = finDesPreuves(BILAN);
    expect(lue.le).toBe("2030-11-16");
    expect(lue.horloges.map((h) => h.source.ref)).toEqual([webinaire(17).ref]);
  });

  it("le 28 février quand le terme tombe un 29 février d’une année bissextile", () => {
    expect(finDesPreuves({ ...BILAN, ...fin("2096-02-29") }).le).toBe("2100-02-28");
  });

  it("le 31 décembre de la troisième année après celle du dernier paiement, pour l’OPCO", () => {
    expect(finDesPreuves({ ...BILAN, ...parLOpco, factures: [facture("2026-12-31")] }).le).toBe("2029-12-31");
    expect(finDesPreuves({ ...BILAN, ...parLOpco, factures: [facture("2027-01-01")] }).le).toBe("2030-12-31");
  });

  it("inconnue tant qu’une facture attend son paiement", () => {
    const factures = [facture("2026-12-31"), facture(null)];
    expect(finDesPreuves({ ...BILAN, ...parLOpco, factures }).le).toBeNull();
  });

  it("la plus tardive quand plusieurs horloges courent", () => {
    const certificat = { ...trace("2026-11-17"), minutes: BILAN.serviceFait!.minutesDeclarees };
    expect(finDesPreuves({ ...BILAN, certificat, factures: [facture("2027-02-01")] }).le).toBe("2030-12-31");
    expect(finDesPreuves({ ...BILAN, certificat, factures: [facture("2026-12-01")] }).le).toBe("2030-11-16");
  });

  it("inconnue pendant un contrôle, repoussée à sa clôture", () => {
    expect(finDesPreuves({ ...BILAN, controles: [controle(null)] }).le).toBeNull();
    expect(finDesPreuves({ ...BILAN, controles: [controle("2031-03-02")] }).le).toBe("2031-03-02");
    expect(finDesPreuves({ ...BILAN, controles: [controle("2030-11-01")] }).le).toBe("2030-11-16");
  });

  it("repoussée par un gel, jusqu’à son dernier jour ou à sa levée", () => {
    const gel = (jusquAu: string, leveLe: string | null): Etat["gels"][number] => ({
      ...trace("2030-11-01"),
      motif: "litige",
      jusquAu: jour(jusquAu),
      leveLe: leveLe === null ? null : jour(leveLe),
    });
    expect(finDesPreuves({ ...BILAN, gels: [gel("2031-05-01", null)] }).le).toBe("2031-05-01");
    expect(finDesPreuves({ ...BILAN, gels: [gel("2031-05-01", "2031-01-15")] }).le).toBe("2031-01-15");
    expect(finDesPreuves({ ...BILAN, gels: [gel("2030-11-10", null)] }).le).toBe("2030-11-16");
    expect(finDesContenus({ ...BILAN, gels: [gel("2031-05-01", null)] })).toEqual(finDesContenus(BILAN));
  });

  it("jamais avant le délai de contrôle de l’État, quand le dernier paiement précède l’année du terme", () => {
    const tard = { ...BILAN, ...parLOpco, ...fin("2027-02-15"), factures: [facture("2026-12-31")] };
    expect(finDesPreuves(tard).le).toBe("2030-12-31");
  });

  it("notre lecture du contrôle de l’État quand la personne paie elle-même", () => {
    const financement = { ...BILAN.financement!, financeurs: ["fonds_propres" as const] };
    const lue = finDesPreuves({ ...BILAN, financement });
    expect(lue.le).toBe("2029-12-31");
    expect(lue.horloges[0]!.source.confiance).toBe("lecture");
  });

  it("inconnue tant que le bilan dure", () => {
    expect(finDesPreuves({ ...BILAN, remise: null, serviceFait: null }).le).toBeNull();
  });
});

describe("fin des contenus", () => {
  it("le jour du terme quand rien n’est gardé", () => {
    const lue = finDesContenus(BILAN);
    expect([lue.auTerme, lue.le, lue.gardes]).toEqual(["2026-11-16", "2026-11-16", []]);
    expect(lue.source.ref).toContain("R6313-7");
  });

  it("trois ans au plus quand le terme est du 31 décembre 2023 ou après", () => {
    const conservations = [suivi("2040-01-01")];
    expect(finDesContenus({ ...BILAN, ...fin("2023-12-31"), conservations }).le).toBe("2026-12-31");
    expect(finDesContenus({ ...BILAN, ...fin("2023-12-31"), conservations }).gardes[0]!.source.legiarti).toBe(
      "LEGIARTI000048831046",
    );
  });

  it("un an au plus quand le terme est du 30 décembre 2023 ou avant", () => {
    const lue = finDesContenus({ ...BILAN, ...fin("2023-12-30"), conservations: [suivi("2040-01-01")] });
    expect(lue.le).toBe("2024-12-30");
    expect(lue.gardes[0]!.source.legiarti).toBe("LEGIARTI000038014113");
  });

  it("le jour convenu quand il vient avant la limite, le jour du retrait quand il vient encore avant", () => {
    expect(finDesContenus({ ...BILAN, conservations: [suivi("2028-06-30")] }).le).toBe("2028-06-30");
    const retrait = suivi("2028-06-30", { retireLe: jour("2027-03-01") });
    expect(finDesContenus({ ...BILAN, conservations: [retrait] }).le).toBe("2027-03-01");
  });

  it("rien n’est gardé sans accord signé, ni les résultats détaillés sur la seule communication", () => {
    const sansAccord = suivi("2028-06-30", { signeLe: null });
    expect(finDesContenus({ ...BILAN, conservations: [sansAccord] }).gardes).toEqual([]);
    const communiquee = suivi("2028-06-30", {
      base: "communication_l6313_4",
      documents: ["synthese", "resultats_detailles"],
    });
    expect(finDesContenus({ ...BILAN, conservations: [communiquee] }).gardes[0]!.documents).toEqual([
      "synthese",
    ]);
  });

  it("inconnue tant que le bilan dure", () => {
    const enCours = { ...BILAN, remise: null, serviceFait: null, conservations: [suivi("2028-06-30")] };
    expect(finDesContenus(enCours)).toMatchObject({ auTerme: null, le: null, gardes: [] });
  });
});
