import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { demandeRecue } from "../../src/dossier/faits/accueil.ts";
import { rendreLesDestructionsEffectives } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { prochainsJours } from "../../src/usecases/durees/prochains-jours.ts";
import { tenirLesDurees } from "../../src/usecases/durees/tenir-les-durees.ts";
import { ajouterJours, type Jour, jour } from "../../src/values/jour.ts";
import { administrer, type BaseDeTest } from "../harness/base.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ecrireHistoire } from "../harness/histoire.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";

const ICI = "/organisme/durees";
const CHOIX = { geste: "choix", sansSuite: "prevenir", preuvesLues: "prevenir", factures: "prevenir" };

async function jourParJour(m: MaisonDeTest, du: string, au: string, pas = 1) {
  for (let le = jour(du); le <= au; le = ajouterJours(le, pas)) {
    m.regler(`${le}T11:00:00.000Z`);
    await tenirLesDurees(m.maison, m.comptes);
    await rendreLesDestructionsEffectives(m.maison);
  }
}

/** Joined lately, whatever year the clock shows: a second factor is not asked for yet. */
async function vientDArriver(m: MaisonDeTest, le: string) {
  const { database } = (m.maison.base as BaseDeTest).poolConfig;
  await administrer("update membre set depuis = $1", database, [le]);
}

it("dit ce qui vient par référence, sans nommer personne, à qui gère l’organisme seulement", async () => {
  const m = await ouvrirMaisonDeTest({ maintenant: "2026-11-16T18:00:00.000Z" });
  const gerante = await m.client("conseiller", undefined, { gere: true });
  const lire = async () => (await gerante.get(ICI)).text();
  expect(await lire()).toContain("Rien ne vient à son terme");
  const { reference } = await ecrireHistoire(m, gerante.auteur, BILAN_REMIS);
  await jourParJour(m, "2026-11-17", "2026-11-17");
  const page = await lire();
  expect(page).toContain(reference);
  expect(page).toMatch(/24\snovembre\s2026/);
  expect(page).toContain("R6313-7");
  expect(page).not.toContain(CAMILLE.nom);
  // What is done leaves the list: a page kept from then is the last one now.
  expect(await (await gerante.get(`${ICI}?page=9`)).text()).toContain(reference);
  for (const role of ["conseiller", "responsable", "assistant"] as const) {
    expect((await (await m.client(role)).get(ICI)).status).toBe(404);
  }
  await jourParJour(m, "2030-10-01", "2030-10-01");
  await vientDArriver(m, "2030-10-01");
  expect(await lire()).toContain(`/dossiers/${reference}/actes/gelerPreuves`);
});

it("qui n’a pas donné suite : prévenu seulement, puis effacé un mois après que l’organisme l’a décidé", async () => {
  const m = await ouvrirMaisonDeTest({ maintenant: "2026-03-02T18:00:00.000Z" });
  const gerante = await m.client("conseiller", undefined, { gere: true });
  const { reference } = await ecrireHistoire(m, gerante.auteur, []);
  await ecrireFaits(m.maison, gerante.auteur, reference, [
    demandeRecue.nouveau(jour("2026-03-02"), { origine: "beneficiaire" }),
  ]);
  await jourParJour(m, "2029-04-08", "2029-04-10");
  const vue = () => prochainsJours(m.maison, gerante.auteur);
  expect((await vue()).prevus).toMatchObject([{ reference, classe: "sans_suite", parLaMachine: false }]);

  await vientDArriver(m, "2029-04-10");
  const refuse = await gerante.post(ICI, { ...CHOIX, jeton: randomUUID(), sansSuite: "12" });
  expect(refuse.status).toBe(422);
  const envoi = { ...CHOIX, jeton: randomUUID(), sansSuite: "2" };
  expect((await gerante.post(ICI, envoi)).status).toBe(303);
  // Two years end on another day: what was announced for the third no longer counts.
  await jourParJour(m, "2029-04-11", "2029-05-10", 3);
  expect((await vue()).prevus).toMatchObject([{ reference, le: "2029-05-11", parLaMachine: true }]);
  await jourParJour(m, "2029-05-11", "2029-05-12");
  expect((await vue()).partis).toEqual([{ reference, classe: "sans_suite", le: "2029-05-12" as Jour }]);
  await vientDArriver(m, "2029-05-12");
  expect((await gerante.get(`/dossiers/${reference}`)).status).toBe(404);
  expect(m.pannes).toEqual([]);
});

it("une horloge qui a reculé se dit, et repart quand une personne dit que l’heure est juste", async () => {
  const m = await ouvrirMaisonDeTest({ maintenant: "2026-11-16T18:00:00.000Z" });
  const gerante = await m.client("conseiller", undefined, { gere: true });
  await jourParJour(m, "2036-11-17", "2036-11-17");
  m.regler("2026-11-18T11:00:00.000Z");
  expect(await (await gerante.get(ICI)).text()).toContain("L’horloge de la machine a reculé");
  expect((await gerante.post(ICI, { geste: "horloge", jeton: randomUUID() })).status).toBe(303);
  expect((await prochainsJours(m.maison, gerante.auteur)).horloge).toBe("juste");
});

it("les gels d’un dossier se lisent : pourquoi, depuis quand, par qui ; on en lève un, l’autre tient", async () => {
  const m = await ouvrirMaisonDeTest({ maintenant: "2026-11-16T18:00:00.000Z" });
  const nadia = await m.client("conseiller");
  const { reference } = await ecrireHistoire(m, nadia.auteur, BILAN_REMIS);
  const dossier = `/dossiers/${reference}`;
  const gels = async () =>
    (await (await nadia.get(dossier)).text()).match(/id="gels"[\s\S]*?<\/table>/)?.[0] ?? "";
  expect(await gels()).toBe("");
  const geler = { date: "16/11/2026", jusquAu: "20/05/2027" };
  for (const motif of ["litige", "audit"]) {
    const envoi = { ...geler, motif, jeton: randomUUID() };
    expect((await nadia.post(`${dossier}/actes/gelerPreuves`, envoi)).status).toBe(303);
  }
  const liens = [...(await gels()).matchAll(/href="([^"]+leverGel\?sur=([^"]+))"/g)];
  expect(liens).toHaveLength(2);
  expect(await gels()).toMatch(/Un litige[\s\S]*Alix Fictif[\s\S]*Un audit Qualiopi/);
  const [, audit] = liens;
  const formulaire = await (await nadia.get(audit![1]!)).text();
  expect(formulaire).toMatch(
    new RegExp(`<option[^>]*(value="${audit![2]}"[^>]* selected|selected[^>]* value="${audit![2]}")`),
  );
  const lever = { gel: audit![2]!, date: "16/11/2026", jeton: randomUUID() };
  expect((await nadia.post(`${dossier}/actes/leverGel`, lever)).status).toBe(303);
  expect(await gels()).toMatch(/Un litige[\s\S]*Lever[\s\S]*Un audit Qualiopi[\s\S]*Levé le/);
  expect(m.pannes).toEqual([]);
});
