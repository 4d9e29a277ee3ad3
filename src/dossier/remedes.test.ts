import { expect, it } from "vitest";
import { CAS } from "../../tests/dossier/cas-des-actes.ts";
import type { Essai } from "../../tests/dossier/essai.ts";
import { dossierALEtape } from "../../tests/dossier/etapes.ts";
import { raconter } from "../../tests/dossier/recits.ts";
import { type Jour, jour } from "../values/jour.ts";
import { ACTES } from "./catalogue-actes.ts";
import { refusDEntree } from "./decider.ts";
import { ETAPES } from "./etape.ts";

/** Every act that this dossier refuses at its door without saying what would make it possible. */
function sansRemede(essai: Essai, au: Jour): string[] {
  const { etat, faits } = essai;
  return ACTES.flatMap((acte) => {
    const refus = refusDEntree(acte, etat, { role: "conseiller", intervenant: "nadia", au, faits });
    return refus !== null && !refus.remede ? [`${acte.nom} : ${refus.phrase}`] : [];
  });
}

it("un acte impossible dit toujours ce qui le rendrait possible, à chaque étape et après chaque acte", () => {
  const trouves = new Set<string>();
  for (const etape of ETAPES) {
    const { essai, au } = dossierALEtape(etape);
    for (const s of sansRemede(essai, au)) trouves.add(s);
  }
  for (const [nom, { avant, au, reponses }] of Object.entries(CAS)) {
    const essai = raconter(avant);
    for (const s of sansRemede(essai, jour(au))) trouves.add(s);
    essai.faire(nom, jour(au), reponses);
    for (const s of sansRemede(essai, jour(au))) trouves.add(s);
  }
  expect([...trouves].sort()).toEqual([]);
}, 60_000);
