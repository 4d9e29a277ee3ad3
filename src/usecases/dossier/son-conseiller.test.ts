import { expect, it } from "vitest";
import { ROLES } from "../../dossier/acte.ts";
import { BILAN } from "../../law/bilan-exemple.ts";
import { estSonConseiller } from "./son-conseiller.ts";
import type { FaitConsigne } from "./texte-des-faits.ts";

const ouvertPar = (utilisateur: string) => [{ auteur: { role: "conseiller", utilisateur } } as FaitConsigne];
const nadia = { role: "conseiller", intervenant: "nadia", utilisateur: "u1" } as const;
const yves = { role: "conseiller", intervenant: "yves", utilisateur: "u2" } as const;
const dossier = { etat: BILAN, faits: ouvertPar("u2") };
const neuf = { etat: { ...BILAN, entretien: null, seances: [] }, faits: ouvertPar("u2") };

it("la conseillère qui a tenu les séances lit, sa collègue ou son collègue non", () => {
  expect(estSonConseiller(dossier, nadia)).toBe(true);
  expect(estSonConseiller(dossier, yves)).toBe(false);
});

it("avant tout entretien, qui a ouvert le dossier lit ce qu’il y a écrit", () => {
  expect(estSonConseiller(neuf, yves)).toBe(true);
  expect(estSonConseiller(neuf, nadia)).toBe(false);
});

it("aucun autre rôle ne lit, même avec le même nom d’intervenant", () => {
  for (const role of ROLES.filter((r) => r !== "conseiller")) {
    expect(estSonConseiller(dossier, { ...nadia, role })).toBe(false);
  }
});
