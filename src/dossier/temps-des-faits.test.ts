import { expect, it } from "vitest";
import { BILAN } from "../law/bilan-exemple.ts";
import { jour } from "../values/jour.ts";
import { definitionDe } from "./catalogue.ts";
import type { Fait } from "./fait.ts";
import { commandeAcceptee, commandePassee } from "./faits/commande.ts";
import { suiviPropose, syntheseRemise } from "./faits/conclusion.ts";
import { seancePlanifiee, seanceSignee, seanceTenue } from "./faits/seances.ts";
import { etatInitial } from "./initial.ts";
import { tempsDesFaits } from "./temps-des-faits.ts";

const s9 = BILAN.seances[8]!;
const place = { ...s9, seance: "s9" };

it("un fait appartient à la phase de sa séance, sinon à l’étape où il a été écrit", () => {
  const faits = [
    commandePassee.nouveau(jour("2026-09-10"), {}),
    commandeAcceptee.nouveau(jour("2026-09-14"), {}),
    seancePlanifiee.nouveau(jour("2026-09-14"), place),
    seanceTenue.nouveau(s9.date, { ...place, themes: [] }),
    seanceSignee.nouveau(s9.date, { seance: "s9", par: "beneficiaire", moyen: "papier" }),
    syntheseRemise.nouveau(s9.date, { documents: ["synthese"] }),
    suiviPropose.nouveau(s9.date, {}),
  ].map(
    (f, i): Fait => ({
      ...f,
      donnees: definitionDe(f.type).schema.parse(f.donnees),
      id: `f${i}`,
      consigneLe: f.date,
    }),
  );
  expect(tempsDesFaits(etatInitial(BILAN.organisme, BILAN.beneficiaire), faits)).toEqual([
    "avant",
    "avant",
    "conclusion",
    "conclusion",
    "conclusion",
    "conclusion",
    "apres",
  ]);
});
