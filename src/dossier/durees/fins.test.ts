import { expect, it } from "vitest";
import { BILAN } from "../../law/bilan-exemple.ts";
import type { Controle, Etat, Facture, Gel } from "../../law/etat.ts";
import { jour } from "../../values/jour.ts";
import { euros } from "../../values/montant.ts";
import type { Fait } from "../fait.ts";
import { preuvesDetruites } from "../faits/fin.ts";
import { gelLeve, preuvesGelees } from "../faits/gel.ts";
import { etatInitial } from "../initial.ts";
import { finsDuDossier } from "./fins.ts";
import { AUCUN_CHOIX } from "./table.ts";

const trace = (date: string) => ({ date: jour(date), consigneLe: jour(date), fait: "f1" });
const fait = (date: string, type: string): Fait => ({ ...trace(date), id: "f1", type, donnees: {} });
const DEMANDE = fait("2026-03-02", "demande_recue.v1");
const APPEL = etatInitial(BILAN.organisme, BILAN.beneficiaire);

const fins = (etat: Partial<Etat>, faits: readonly Fait[] = [DEMANDE]) =>
  finsDuDossier({ ...APPEL, ...etat }, faits, AUCUN_CHOIX).map((f) => [f.classe, f.du]);

it("un gel et sa levée ne sont pas un contact : les trois ans d’un appel sans suite courent depuis l’appel", () => {
  const faits = [
    DEMANDE,
    fait("2027-01-04", preuvesGelees.type),
    fait("2027-02-01", gelLeve.type),
    fait("2027-02-02", "demande_recue.v1"),
  ];
  expect(fins({}, faits.slice(0, 3))).toEqual([["sans_suite", "2029-03-03"]]);
  expect(fins({}, faits)).toEqual([["sans_suite", "2030-02-03"]]);
});

it("un appel sans suite attend la fin d’un gel, et la clôture d’un contrôle", () => {
  const gel: Gel = {
    ...trace("2029-01-05"),
    motif: "reclamation",
    jusquAu: jour("2030-05-01"),
    leveLe: null,
  };
  expect(fins({ gels: [gel] })).toEqual([["sans_suite", "2030-05-02"]]);
  const controle: Controle = {
    ...trace("2029-01-05"),
    organe: "cdc",
    recuLe: jour("2029-01-05"),
    echeance: null,
    pieces: [],
    reponduLe: null,
    closLe: null,
  };
  expect(fins({ controles: [controle] })).toEqual([]);
  expect(fins({ controles: [{ ...controle, closLe: jour("2029-02-01") }] })).toHaveLength(1);
});

const facture: Facture = {
  ...trace("2026-04-01"),
  numero: "2026-031",
  montant: euros(100),
  lignes: [],
  priseEnChargeDuReste: null,
  payeur: null,
  payeeLe: null,
};

it.each<[string, Partial<Etat>]>([
  ["une commande", { commande: BILAN.commande }],
  ["une entrée", { entree: BILAN.entree }],
  ["un versement", { versements: [{ ...trace("2026-04-01"), montant: euros(100), par: "beneficiaire" }] }],
  ["une facture", { factures: [facture] }],
  ["une séance tenue", { seances: BILAN.seances.filter((s) => s.statut === "tenue").slice(0, 1) }],
])("avec %s, ce n’est plus un appel sans suite", (_, etat) => {
  expect(fins({})).toHaveLength(1);
  expect(Object.values(etat)[0]).toBeTruthy();
  expect(fins(etat)).toEqual([]);
});

it("un accord qui s’arrête au terme ne garde rien, et un dossier effacé n’a plus de fin", () => {
  const au = jour("2026-11-16");
  const etat: Etat = {
    ...BILAN,
    destruction: { ...trace("2026-11-16"), documents: 0, effectiveLe: au, ecritDepuis: null },
    conservations: [
      {
        ...trace("2026-11-16"),
        base: "accord_suivi",
        documents: ["synthese"],
        signeLe: au,
        jusquAu: au,
        retireLe: null,
        detruitLe: null,
      },
    ],
  };
  expect(fins(etat)).toEqual([["preuves", "2030-11-17"]]);
  const destructionPreuves = preuvesDetruites.evolve(etat, {}, trace("2030-11-17")).destructionPreuves!;
  expect(fins({ ...etat, destructionPreuves })).toEqual([]);
});
