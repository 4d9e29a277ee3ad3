import { expect, it } from "vitest";
import { seancePlanifiee } from "../../src/dossier/faits/seances.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import type { Heure } from "../../src/values/heure.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { entrerChezElle } from "../harness/personne.ts";

const AVANT_LES_SEANCES = BILAN_REMIS.findIndex(
  (f) => typeof f !== "function" && f.type === "seance_planifiee.v1",
);
const VISIO = "https://visio.exemple.invalid/salle/zibeline-outremer?x=1";

const seance = (id: string, date: string, modalite: "distanciel" | "presentiel") =>
  seancePlanifiee.nouveau(jour("2026-09-14"), {
    seance: id,
    date: jour(date),
    debut: "09:30" as Heure,
    fin: "11:30" as Heure,
    phase: "preliminaire",
    modalite,
    lieu: modalite === "distanciel" ? "en visioconférence" : "Rennes",
    intervenant: "nadia",
  });

async function preparer() {
  const m = await ouvrirMaisonDeTest({ maintenant: "2026-11-24T08:28:00.000Z" });
  const conseiller = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, conseiller.auteur);
  await ecrireFaits(m.maison, conseiller.auteur, reference, [
    ...BILAN_REMIS.slice(0, AVANT_LES_SEANCES),
    seance("s1", "2026-11-24", "distanciel"),
    seance("s2", "2026-11-25", "distanciel"),
    seance("s3", "2026-11-24", "presentiel"),
  ]);
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  const lire = async () => (await consulterDossier(m.maison, conseiller.auteur, reference))!;
  return { m, conseiller, elle, reference, lire, sienne: `/dossiers/${reference}/seances/s1/distance` };
}

const MIENNE = "/mon-bilan/seances/s1/distance";
const texte = async (client: Client, chemin: string) => await (await client.get(chemin)).text();

it("le lien se lit de deux personnes, scellé, et doit être une adresse https", async () => {
  const { m, conseiller, elle, sienne, lire } = await preparer();
  const avant = (await lire()).faits.length;
  for (const faux of [
    "",
    "visio",
    "http://visio.exemple.invalid",
    "javascript:alert(1)",
    "https://moi:x@a.b/",
  ]) {
    expect([faux, (await conseiller.post(`${sienne}/lien`, { lien: faux })).status]).toEqual([faux, 422]);
  }
  expect((await lire()).faits).toHaveLength(avant);
  expect((await conseiller.post(`${sienne}/lien`, { lien: `  ${VISIO} ` })).status).toBe(303);
  const { rows } = await m.maison.base.pool.query("select string_agg(f::text, ' ') as tout from fait f");
  expect(rows[0].tout).not.toContain("zibeline");
  await elle.post(MIENNE, { evenement: "arrivee" });
  expect(await texte(elle, MIENNE)).toContain(VISIO);
  const collegue = await m.client("conseiller");
  await m.maison.base.pool.query("update membre set intervenant = 'autre' where utilisateur_id = $1", [
    collegue.auteur.utilisateur,
  ]);
  expect((await collegue.get(sienne)).status).toBe(404);
});

it("chacun note son arrivée et son départ à l’heure du serveur ; celle de la personne fait trace", async () => {
  const { m, conseiller, elle, sienne, lire } = await preparer();
  expect((await conseiller.post(sienne, { evenement: "arrivee" })).status).toBe(303);
  expect((await lire()).etat.seances[0]!.traces).toEqual([]);
  expect((await elle.post(MIENNE, { evenement: "arrivee" })).status).toBe(303);
  expect((await lire()).etat.seances[0]!.traces).toEqual(["connexion"]);
  m.regler("2026-11-24T10:31:00.000Z");
  expect((await elle.post(MIENNE, { evenement: "depart" })).status).toBe(303);
  const page = await texte(conseiller, sienne);
  for (const phrase of [
    "Arrivée du conseiller à 9\u00a0h\u00a028",
    "Départ de Camille à 11\u00a0h\u00a031",
  ]) {
    expect(page.replaceAll("\u202f", "\u00a0")).toContain(phrase);
  }
  const { constats, faits } = await lire();
  expect(faits.slice(-3).map((f) => f.auteur.role)).toEqual(["conseiller", "beneficiaire", "beneficiaire"]);
  // The hours complete the signatures: no session is held nor signed by them.
  expect((await lire()).etat.seances[0]).toMatchObject({ statut: "prevue", signatures: [] });
  expect(constats.find((c) => c.rule.id === "D02")?.verdict).not.toBe("conforme");
});

it("la visioconférence ne s’ouvre qu’une fois l’arrivée notée, le jour même, et la lecture du lien est notée", async () => {
  const { m, conseiller, elle, sienne, reference } = await preparer();
  for (const s of ["s1", "s2"]) {
    const ici = `/dossiers/${reference}/seances/${s}/distance`;
    expect((await conseiller.post(`${ici}/lien`, { lien: VISIO })).status).toBe(303);
    expect(await texte(elle, `/mon-bilan/seances/${s}/distance`)).not.toContain(VISIO);
  }
  const OUVRE = `href="${VISIO}"`;
  expect(await texte(conseiller, sienne)).not.toContain(OUVRE);
  const { rows } = await m.maison.base.pool.query("select quoi from lecture_de_contenu");
  expect(rows).toEqual([{ quoi: "Lien d’une séance à distance" }]);
  for (const [qui, ici] of [
    [conseiller, sienne],
    [elle, MIENNE],
  ] as const) {
    await qui.post(ici, { evenement: "arrivee" });
    expect(await texte(qui, ici)).toContain(OUVRE);
    m.regler("2026-11-24T10:31:00.000Z");
    await qui.post(ici, { evenement: "depart" });
    expect(await texte(qui, ici)).not.toContain(OUVRE);
  }
});

it("deux arrivées de suite, un départ sans arrivée, un autre jour, une séance sur place : rien n’est noté", async () => {
  const { elle, lire } = await preparer();
  await elle.post(MIENNE, { evenement: "arrivee" });
  const avant = (await lire()).faits.length;
  expect((await elle.post(MIENNE, { evenement: "arrivee" })).status).toBe(422);
  const demain = await elle.post("/mon-bilan/seances/s2/distance", { evenement: "arrivee" });
  expect([demain.status, (await demain.text()).includes("la présence se note ce jour-là")]).toEqual([
    422,
    true,
  ]);
  expect((await elle.post("/mon-bilan/seances/s3/distance", { evenement: "arrivee" })).status).toBe(404);
  expect((await elle.post("/mon-bilan/seances/s9/distance", { evenement: "arrivee" })).status).toBe(404);
  expect((await lire()).faits).toHaveLength(avant);
});
