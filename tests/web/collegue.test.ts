import { expect, it } from "vitest";
import { conter } from "../../src/demonstration/conteur.ts";
import { entretien } from "../../src/demonstration/histoires/avant.ts";
import { CENTRE_HORIZON } from "../../src/demonstration/organisme.ts";
import { jour } from "../../src/values/jour.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

it("les notes d’une conseillère ne s’ouvrent pas pour son collègue, qui voit pourtant le dossier", async () => {
  const m = await ouvrirMaisonDeTest({ organisme: CENTRE_HORIZON, maintenant: "2026-11-24T09:00:00.000Z" });
  const nadia = await m.client("conseiller");
  const yves = await m.client("conseiller");
  await m.maison.base.pool.query("update membre set intervenant = 'yves' where utilisateur_id = $1", [
    yves.auteur.utilisateur,
  ]);
  const d0 = jour("2026-12-01");
  const conteur = await conter(
    m.maison,
    nadia.auteur,
    { prenom: "Camille", nom: "Moreau" },
    jour("2026-11-02"),
  );
  for (const p of entretien(d0, "Une confidence que seule Nadia doit lire."))
    await conteur.faire(p.jour, p.acte, p.reponses);
  const chemin = `/dossiers/${conteur.reference}`;
  expect(await (await nadia.get(`${chemin}/notes`)).text()).toContain(
    "Une confidence que seule Nadia doit lire.",
  );
  const refus = await yves.get(`${chemin}/notes`);
  expect(refus.status).toBe(404);
  expect(await refus.text()).not.toContain("confidence");
  const page = await yves.get(chemin);
  expect(page.status).toBe(200);
  expect(await page.text()).not.toContain(`${chemin}/notes`);
  expect((await yves.get(`${chemin}/papiers/document-de-synthese`)).status).toBe(404);
});
