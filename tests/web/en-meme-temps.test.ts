import { expect, it } from "vitest";
import { seancePlanifiee } from "../../src/dossier/faits/seances.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import { type Heure, parseHeure } from "../../src/values/heure.ts";
import { jour } from "../../src/values/jour.ts";
import { ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

it("« Aujourd’hui » dit que deux dossiers attendent le même conseiller aux mêmes heures", async () => {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { intervenant } = conseiller.auteur;
  const heure = (t: string) => parseHeure(t) as Heure;
  const references: string[] = [];
  for (const [debut, fin] of [
    ["14 h", "16 h"],
    ["15 h", "17 h"],
  ] as const) {
    const { reference } = await ouvrirDossierVide(m.maison, conseiller.auteur);
    references.push(reference);
    const { phase, modalite, lieu } = BILAN.seances[0]!;
    await ecrireFaits(m.maison, conseiller.auteur, reference, [
      seancePlanifiee.nouveau(jour("2026-11-24"), {
        seance: "s1",
        date: jour("2026-11-24"),
        debut: heure(debut),
        fin: heure(fin),
        phase,
        modalite,
        lieu,
        intervenant,
      }),
    ]);
  }
  const page = (await (await conseiller.get("/aujourdhui")).text()).replace(/[\u00a0\u202f]/g, " ");
  for (const reference of references)
    expect(page).toMatch(new RegExp(`Attention, aux mêmes heures : [^<]*${reference}`));
});
