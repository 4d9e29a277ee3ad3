import { expect, test } from "vitest";
import type { Suspens } from "../../dossier/en-suspens.ts";
import { jour } from "../../values/jour.ts";
import { ouRepondre } from "./ou-repondre.ts";

const depuis = jour("2026-11-24");
const DATE: Suspens = { genre: "autre_date", par: "beneficiaire", objet: null, sur: "s3", depuis };
const SYNTHESE: Suspens = { genre: "desaccord", par: "beneficiaire", objet: "synthese", depuis };
const REMARQUE: Suspens = { genre: "observation", par: "beneficiaire", objet: "synthese", depuis };
const DEVIS: Suspens = { genre: "desaccord", par: "beneficiaire", objet: "devis", depuis };
const SIGNER: Suspens = { genre: "signature", par: "conseiller", objet: "seance", depuis };

test("mène là où l’on répond, ou à la page du dossier quand il y a plusieurs endroits", () => {
  const la = (suspens: readonly Suspens[]) => ouRepondre("D-2026-0001", suspens, "son_conseiller");
  expect(la([SYNTHESE, REMARQUE])).toBe("/dossiers/D-2026-0001/synthese");
  expect(la([DATE])).toBe("/dossiers/D-2026-0001/actes/deplacerSeance?sur=s3");
  expect(la([DEVIS])).toBe("/dossiers/D-2026-0001/notes#avis");
  expect(la([SIGNER])).toBe("/dossiers/D-2026-0001#a-signer");
  expect(la([DEVIS, SYNTHESE])).toBe("/dossiers/D-2026-0001#en-attente");
});

test("ne mène personne où il serait refusé", () => {
  expect(ouRepondre("D-2026-0001", [SYNTHESE], "autre")).toBe("/dossiers/D-2026-0001#en-attente");
  expect(ouRepondre("D-2026-0001", [SIGNER], "autre")).toBe("/dossiers/D-2026-0001#a-signer");
});
