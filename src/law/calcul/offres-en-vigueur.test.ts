import { expect, it } from "vitest";
import { jour } from "../../values/jour.ts";
import { BILAN } from "../bilan-exemple.ts";
import type { Etat, Offre } from "../etat.ts";
import { offresEnVigueur } from "./offres-en-vigueur.ts";

const modele = BILAN.organisme.offres[0]!;
const devis = BILAN.devis[0]!;
const CHANGEE = jour("2026-06-15");

const V1: Offre = { ...modele, id: "o1", retireeLe: CHANGEE };
const V2: Offre = { ...modele, id: "o2", origine: "o1" };
const AUTRE: Offre = { ...modele, id: "autre", modalite: "distanciel" };
const RETIREE: Offre = { ...modele, id: "retiree", retireeLe: jour("2026-01-10") };

function lire(date: string | null, offre: string | null, ...offres: Offre[]): string[] {
  const etat: Etat = {
    ...BILAN,
    organisme: { ...BILAN.organisme, offres },
    devis: date === null ? [] : [{ ...devis, date: jour(date), offre }],
  };
  return offresEnVigueur(etat).map((o) => o.id);
}

it("une offre jamais changée ni retirée vaut pour tous les dossiers", () => {
  expect(lire("2023-03-01", "o2", V2, AUTRE)).toEqual(["o2", "autre"]);
  expect(lire(null, null, V2, AUTRE)).toEqual(["o2", "autre"]);
});

it("un devis d’avant le changement est jugé sur la première version, un devis d’après sur la seconde", () => {
  expect(lire("2026-06-14", "o1", V1, V2, AUTRE)).toEqual(["o1", "autre"]);
  expect(lire("2026-06-15", "o2", V1, V2, AUTRE)).toEqual(["o2", "autre"]);
  expect(lire("2026-06-14", null, V1, V2)).toEqual(["o1"]);
});

it("le jour du changement, c’est le devis qui dit quelle version la personne a lue", () => {
  expect(lire("2026-06-15", "o1", V1, V2)).toEqual(["o1"]);
  expect(lire("2026-06-14", "o2", V1, V2)).toEqual(["o2"]);
});

it("sans devis, seules comptent les offres publiées maintenant", () => {
  expect(lire(null, null, V1, V2, RETIREE)).toEqual(["o2"]);
});

it("une offre retirée ne compte que pour les devis d’avant", () => {
  expect(lire("2026-01-09", null, RETIREE, AUTRE)).toEqual(["retiree", "autre"]);
  expect(lire("2026-01-10", null, RETIREE, AUTRE)).toEqual(["autre"]);
});
