import { expect, it } from "vitest";
import { questionnaireRempli } from "../../src/dossier/faits/deroulement.ts";
import { texteDesReponses } from "../../src/dossier/questionnaire/questions.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS, recitAvant } from "../harness/bilan.ts";
import type { Sceller } from "../harness/histoire.ts";
import { URL_DE_TEST } from "../harness/maison.ts";
import { champ, plat, remplir, signer } from "../harness/page.ts";
import { chezElle } from "../harness/personne.ts";

const PREMIERS = BILAN_REMIS.slice(0, 3);

it("ses questions : gardées au fur et à mesure, jamais couvertes par une page plus vieille, puis signées", async () => {
  const { m, conseiller, elle, dossier } = await chezElle(PREMIERS);
  const chemin = "/mon-bilan/questionnaire/parcours";
  const premiere = await elle.post(chemin, { reponse: "Vingt ans de vente.", version: "0" });
  expect(premiere.headers.get("location")).toBe("/mon-bilan/questionnaire/motivations");
  expect(await (await elle.get(chemin)).text()).toContain("Vingt ans de vente.");
  expect(await (await elle.get("/mon-bilan")).text()).toContain("réponse sur 7");
  expect(await (await elle.get("/mon-bilan")).text()).toContain('href="/aide/votre-espace"');
  // Another device shows the first version, and sends after a newer text was kept.
  await elle.post(chemin, { reponse: "Vingt ans de vente, deux de gestion.", version: "1" });
  const vieille = await elle.post(chemin, { reponse: "Autre chose, écrit ailleurs.", version: "1" });
  const page = await vieille.text();
  expect(vieille.status).toBe(409);
  expect([page.includes("deux de gestion"), page.includes("écrit ailleurs")]).toEqual([true, true]);
  const version = champ(page, "version");
  await elle.post(chemin, { reponse: "Vente, gestion, et le reste.", version });
  expect((await dossier()).etat.questionnaires).toHaveLength(0);

  const fin = await remplir(elle, "/mon-bilan/questionnaire", {});
  const signature = fin.headers.get("location")!;
  expect(signature).toMatch(/^\/mon-bilan\/signer\/questionnaire\//);
  expect(await (await elle.get(signature)).text()).toContain("Vente, gestion, et le reste.");
  await signer(elle, signature);
  const { etat, reference, faits } = await dossier();
  expect(etat.questionnaires).toMatchObject([
    { moment: "entretien", rubriques: ["parcours"], signatures: [{ par: "beneficiaire" }] },
  ]);
  expect(JSON.stringify(faits)).not.toContain("gestion");
  expect((await elle.get("/mon-bilan/questionnaire")).status).toBe(404);
  expect(await (await conseiller.get(`/dossiers/${reference}/notes`)).text()).toContain("et le reste");
  expect(m.pannes).toEqual([]);
});

it("à la reprise, ses premières réponses se lisent à côté des nouvelles, et pas à la première fois", async () => {
  const reponses = texteDesReponses(new Map([["parcours", "Vingt ans de vente."]]));
  const recit = recitAvant("seance_signee.v1").map((f, i) =>
    i === 3
      ? (sceller: Sceller) =>
          questionnaireRempli.nouveau(jour("2026-09-03"), {
            moment: "entretien",
            rubriques: ["parcours"],
            reponses: sceller(reponses, "reponses"),
          })
      : f,
  );
  const { elle } = await chezElle(recit);
  const page = async (fin: string) => plat(await (await elle.get(`/mon-bilan/questionnaire${fin}`)).text());
  const parcours = await page("/parcours");
  expect(parcours).toContain("Votre première réponse, le 3 septembre 2026");
  expect(parcours).toContain("Vingt ans de vente.");
  expect(await page("/motivations")).not.toContain("Votre première réponse");
  await elle.post("/mon-bilan/questionnaire/parcours", { reponse: "Et deux de gestion.", version: "0" });
  const relue = await page("");
  expect([relue.includes("Et deux de gestion."), relue.includes("La première fois, le 3 septembre")]).toEqual(
    [true, true],
  );
  const premiere = await chezElle(PREMIERS);
  expect(await (await premiere.elle.get("/mon-bilan/questionnaire")).text()).not.toContain(
    "La première fois",
  );
});

it("sa session finit pendant qu’elle écrit : ses mots attendent dans la page d’entrée", async () => {
  const { m, elle } = await chezElle(PREMIERS);
  const chemin = "/mon-bilan/questionnaire/parcours";
  const pour = champ(await (await elle.get(chemin)).text(), "pour");
  const sansSession = await m.app.request(`${URL_DE_TEST}${chemin}`, {
    method: "POST",
    headers: { origin: URL_DE_TEST, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ reponse: "Vingt ans de vente.", version: "0", pour }).toString(),
  });
  expect([sansSession.status, (await sansSession.text()).includes("Vingt ans de vente.")]).toEqual([
    401,
    true,
  ]);
  // Given back, they are shown and not written: she sends them herself.
  const rendus = await elle.post(chemin, {
    reponse: "Vingt ans de vente.",
    version: "0",
    pour,
    reprise: "oui",
  });
  expect((await rendus.text()).includes("Vingt ans de vente.")).toBe(true);
  expect(await (await elle.get(chemin)).text()).not.toContain("Vingt ans de vente.");
});
