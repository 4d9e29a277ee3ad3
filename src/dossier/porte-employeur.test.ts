import { expect, test } from "vitest";
import { BILAN } from "../law/bilan-exemple.ts";
import type { Financement, Financeur } from "../law/etat.ts";
import { factureDeLEmployeur, refusPorteEmployeur } from "./porte-employeur.ts";

const base: Financement = {
  ...BILAN.financement!,
  financeurs: ["employeur"],
  employeurPrescripteur: false,
  plan: false,
  surTempsDeTravail: false,
};
const phrase = (f: Partial<Financement> | null) =>
  refusPorteEmployeur({ financement: f === null ? null : { ...base, ...f } })?.phrase ?? null;

test.each<[string, Partial<Financement> | null, RegExp]>([
  ["rien n’est dit du financement", null, /qui paie/],
  ["la personne paie seule", { financeurs: ["fonds_propres"] }, /ne paie pas ce bilan/],
  ["un financeur public paie", { financeurs: ["france_travail"], surTempsDeTravail: true }, /ne paie pas/],
  ["CPF hors temps de travail", { financeurs: ["cpf"] }, /n’en est pas informé/],
  ["CPF hors temps de travail, abondé par lui", { financeurs: ["cpf", "employeur"] }, /n’en est pas informé/],
  [
    "CPF hors temps de travail, à sa demande",
    { financeurs: ["cpf"], employeurPrescripteur: true },
    /n’en est pas informé/,
  ],
  [
    "CPF, temps de travail inconnu",
    { financeurs: ["cpf"], employeurPrescripteur: true, surTempsDeTravail: null },
    /ne dit pas s’il a lieu/,
  ],
  ["CPF sur le temps de travail, sans lui", { financeurs: ["cpf"], surTempsDeTravail: true }, /ne paie pas/],
])("pas de porte : %s", (_, financement, attendu) => {
  expect(phrase(financement)).toMatch(attendu);
});

test.each<[string, Financeur | null, Financeur[], boolean]>([
  ["adressée à lui", "employeur", ["cpf", "employeur"], true],
  ["adressée à lui, en congé de reclassement", "conge_reclassement", ["cpf"], true],
  ["adressée à la personne", "fonds_propres", ["employeur"], false],
  ["à personne, quand lui seul paie", null, ["employeur"], true],
  ["à personne, quand un autre paie aussi", null, ["employeur", "opco"], false],
])("sa facture : %s", (_, payeur, financeurs, attendu) => {
  expect(factureDeLEmployeur({ payeur }, { ...base, financeurs })).toBe(attendu);
});

test.each<[string, Partial<Financement>]>([
  ["il paie", {}],
  ["il prescrit", { financeurs: ["opco"], employeurPrescripteur: true }],
  ["son plan", { financeurs: ["opco"], plan: true }],
  ["congé de reclassement", { financeurs: ["conge_reclassement"] }],
  [
    "CPF sur le temps de travail, abondé par lui",
    { financeurs: ["cpf", "employeur"], surTempsDeTravail: true },
  ],
])("une porte : %s", (_, financement) => {
  expect(phrase(financement)).toBeNull();
});
