import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { conter } from "../../src/demonstration/conteur.ts";
import { entretien } from "../../src/demonstration/histoires/avant.ts";
import { CENTRE_HORIZON } from "../../src/demonstration/organisme.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_CERTIFIE, BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { ecrireHistoire } from "../harness/histoire.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";

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

const SEANCE = {
  jour: "18/12/2026",
  debut: "19:00",
  fin: "20:00",
  phase: "investigation",
  modalite: "presentiel",
  lieu: "Rennes",
};

/** A bilan that Nadia conducts, and the others of her centre. */
async function centre(recit: typeof BILAN_REMIS, maintenant: string) {
  const m = await ouvrirMaisonDeTest({ organisme: CENTRE_HORIZON, maintenant });
  const [nadia, yves] = [await m.client("conseiller"), await m.client("conseiller")];
  const nommer = (qui: Client, intervenant: string) =>
    m.maison.base.pool.query("update membre set intervenant = $2 where utilisateur_id = $1", [
      qui.auteur.utilisateur,
      intervenant,
    ]);
  await nommer(yves, "yves");
  const { reference } = await ecrireHistoire(m, nadia.auteur, recit);
  const notesDe = async (qui: Client) => await qui.get(`/dossiers/${reference}/notes`);
  const faire = async (qui: Client, acte: string, champs: Record<string, string>) => {
    const reponse = await qui.post(`/dossiers/${reference}/actes/${acte}`, {
      jeton: randomUUID(),
      confirmation: reference,
      ...champs,
    });
    return { statut: reponse.status, texte: await reponse.text() };
  };
  return { m, nadia, yves, reference, nommer, notesDe, faire };
}

const jusquAuxSeances = BILAN_REMIS.slice(
  0,
  BILAN_REMIS.findLastIndex((f) => typeof f !== "function" && f.type.startsWith("seance_planifiee")) + 3,
);

it("personne ne se donne une séance pour lire : ni un collègue, ni le secrétariat pour lui", async () => {
  const { m, yves, nadia, notesDe, faire } = await centre(jusquAuxSeances, "2026-10-05T09:00:00.000Z");
  const assistant = await m.client("assistant");
  for (const qui of [yves, assistant]) {
    const { statut, texte } = await faire(qui, "planifierSeance", { ...SEANCE, intervenant: "yves" });
    expect([statut, texte.includes("il lirait ce que la personne a confié")]).toEqual([422, true]);
  }
  expect((await notesDe(yves)).status).toBe(404);
  // A session for who conducts the bilan already may be planned by anybody who plans.
  expect((await faire(assistant, "planifierSeance", { ...SEANCE, intervenant: "nadia" })).statut).toBe(303);

  expect(
    (await faire(nadia, "planifierSeance", { ...SEANCE, jour: "19/12/2026", intervenant: "yves" })).statut,
  ).toBe(303);
  expect(await (await notesDe(yves)).text()).toContain(CANARI);
});

it("qui gère l’organisme peut confier le bilan à un autre, quand la conseillère est partie", async () => {
  const { m, nommer, notesDe, faire, yves } = await centre(jusquAuxSeances, "2026-10-05T09:00:00.000Z");
  const gerante = await m.client("conseiller", m.organismeId, { gere: true });
  await nommer(gerante, "gerante");
  expect((await faire(gerante, "planifierSeance", { ...SEANCE, intervenant: "yves" })).statut).toBe(303);
  expect((await notesDe(yves)).status).toBe(200);
});

it("un collègue ne détruit pas ce qu’il ne peut pas lire", async () => {
  const { yves, nadia, notesDe, faire } = await centre(BILAN_CERTIFIE, "2026-11-24T09:00:00.000Z");
  const detruire = { date: "24/11/2026", documents: "3", atteste: "oui" };
  const refus = await faire(yves, "detruireContenus", detruire);
  expect([refus.statut, refus.texte.includes("vous ne conduisez pas ce bilan")]).toEqual([422, true]);
  expect(await (await notesDe(nadia)).text()).toContain(CANARI);
});

it("un collègue ne trouve pas le formulaire vide de la synthèse : la page dit qui lui ouvre la salle", async () => {
  const recit = BILAN_REMIS.slice(0, -2);
  const { nadia, yves, reference } = await centre(recit, "2026-11-16T18:00:00.000Z");
  const adresse = `/dossiers/${reference}/actes/redigerSynthese`;
  expect((await nadia.get(adresse)).headers.get("location")).toBe(`/dossiers/${reference}/synthese`);
  const page = await (await yves.get(adresse)).text();
  expect(page).toContain("La synthèse s’écrit dans sa salle, ouverte à qui conduit ce bilan.");
  expect(page).not.toContain('<form method="post" action="/dossiers');
  const ecrite = await yves.post(adresse, {
    jeton: randomUUID(),
    date: "16/11/2026",
    relue: "oui",
    projet: "Un autre projet.",
  });
  expect(ecrite.status).toBe(422);
  expect(await ecrite.text()).toContain("vous ne conduisez pas ce bilan");
});

it("un collègue n’écarte pas celle qui conduit le bilan pour prendre sa place et lire", async () => {
  for (const notes of [CANARI, ""]) {
    const { m, nadia, yves } = await centre([], "2026-11-24T09:00:00.000Z");
    const camille = { prenom: "Camille", nom: "Moreau" };
    const conteur = await conter(m.maison, nadia.auteur, camille, jour("2026-11-02"));
    for (const p of entretien(jour("2026-12-01"), notes)) await conteur.faire(p.jour, p.acte, p.reponses);
    const chemin = `/dossiers/${conteur.reference}`;
    const { faits } = (await consulterDossier(m.maison, nadia.auteur, conteur.reference))!;
    // Without notes of hers, her answers to the questionnaire are there to be read all the same.
    const ecarter = (qui: Client) =>
      qui.post(`${chemin}/actes/corrigerFait`, {
        jeton: randomUUID(),
        fait: faits.find((f) => f.type.startsWith("entretien_"))!.id,
        quoi: "annuler",
        motif: "Une erreur de saisie.",
      });
    const refus = await ecarter(yves);
    expect([refus.status, await refus.text()]).toEqual([
      422,
      expect.stringContaining(
        notes === "" ? "Plus personne ne conduirait" : "vous ne conduisez pas ce bilan",
      ),
    ]);
    expect((await ecarter(nadia)).status).toBe(303);
  }
}, 60_000);
