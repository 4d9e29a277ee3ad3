import { expect, it } from "vitest";
import { Essai } from "../../tests/dossier/essai.ts";
import { BILAN_CPF, raconter } from "../../tests/dossier/recits.ts";
import type { Conservation } from "../law/etat.ts";
import { jour } from "../values/jour.ts";
import { resteAMontrer } from "./communications.ts";
import { possiblesPour } from "./signature/objets.ts";

const avant = raconter(BILAN_CPF, new Essai(), "detruireContenus").etat;
const apres = raconter(BILAN_CPF).etat;
const LE = jour("2026-11-20");

const garde = (retireLe: Conservation["retireLe"]): Conservation => ({
  fait: "garde",
  date: LE,
  consigneLe: LE,
  base: "accord_suivi",
  documents: ["synthese"],
  signeLe: LE,
  jusquAu: jour("2029-11-16"),
  retireLe,
  detruitLe: null,
});

it("un document détruit ne se montre plus, sauf celui qu’un accord garde encore", () => {
  const laisse = { ...apres, conservations: [garde(null)] };
  const repris = { ...apres, conservations: [garde(LE)] };
  const montrer = (etat: typeof avant) =>
    (["synthese", "resultats_detailles"] as const).map((d) => resteAMontrer(etat, d));
  expect([avant, apres, laisse, repris].map(montrer)).toEqual([
    [true, true],
    [false, false],
    [true, false],
    [false, false],
  ]);
});

it("rien ne lui est proposé à montrer de ce qui est détruit", () => {
  const titres = (etat: typeof avant) => possiblesPour(etat, "beneficiaire", LE).map((a) => a.titre);
  expect(titres(avant)).toContain("Montrer votre synthèse");
  expect(titres(apres).filter((t) => t.startsWith("Montrer"))).toEqual([]);
});
