import { expect, it } from "vitest";
import { CHAMPS_ORGANISME } from "../../src/dossier/formulaire-organisme.ts";
import { preparerPremierDemarrage } from "../../src/usecases/organisme/premier-demarrage.ts";
import { ouvrirMaisonDeTest, URL_DE_TEST } from "../harness/maison.ts";

const SAISIE = {
  raisonSociale: "Cabinet fictif des Quais",
  siret: "999 000 102 00007",
  regimeTva: "attestation",
  territoire: "metropole",
  conseiller: "Alix Fictif",
  domaine: "orientation",
  preuve: "diplôme",
  courriel: "alix@exemple.example",
  motDePasse: "quatre mots faciles à retenir",
};

async function ouvrir() {
  const m = await ouvrirMaisonDeTest({ fondee: false });
  const code = (await preparerPremierDemarrage(m.maison)) ?? "";
  const envoyer = async (plus: Partial<typeof SAISIE> = {}) =>
    await m.app.request(`${URL_DE_TEST}/demarrage`, {
      method: "POST",
      headers: { origin: URL_DE_TEST, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...SAISIE, ...plus, code }).toString(),
    });
  return { ...m, code, envoyer };
}

it("les champs du premier démarrage sont tous sous un titre, chacun une fois", async () => {
  const { app, code } = await ouvrir();
  const html = await (await app.request(`${URL_DE_TEST}/demarrage?code=${code}`)).text();
  const groupes = html.split('<fieldset class="field-group">').slice(1);
  expect(groupes).toHaveLength(5);
  for (const groupe of groupes) expect(groupe).toMatch(/^<legend><h2>[^<]+<\/h2><\/legend>/);
  const dansUnGroupe = [...groupes.join("").matchAll(/ name="([^"]+)"/g)].map(([, nom]) => nom);
  expect([...new Set(dansUnGroupe)].sort()).toEqual(Object.keys(CHAMPS_ORGANISME).sort());
});

it("envoyé deux fois, le formulaire fonde un organisme, et le second envoi mène à l’entrée ou dit d’attendre", async () => {
  const { envoyer, maison, pannes } = await ouvrir();
  const reponses = await Promise.all([envoyer(), envoyer()]);
  const statuts = reponses.map((r) => r.status).sort();
  expect(statuts[0]).toBe(303);
  expect([303, 409]).toContain(statuts[1]);
  const encore = await envoyer();
  expect([encore.status, encore.headers.get("location")]).toEqual([303, "/connexion"]);
  const { rows } = await maison.base.pool.query("select count(*) as n from organisme");
  expect(rows).toEqual([{ n: 1 }]);
  expect(pannes).toEqual([]);
});

it("le formulaire reste ouvert quand le compte n’a pas pu être créé", async () => {
  const { app, code, envoyer, maison, comptes } = await ouvrir();
  await maison.base.pool.query(`alter table compte add constraint pas_de_compte check (false)`);
  expect((await envoyer()).status).toBe(500);
  await maison.base.pool.query(`alter table compte drop constraint pas_de_compte`);
  expect((await app.request(`${URL_DE_TEST}/demarrage?code=${code}`)).status).toBe(200);
  expect((await envoyer()).status).toBe(303);
  const entree = await comptes.seConnecter(SAISIE.courriel, SAISIE.motDePasse, "203.0.113.7");
  expect(entree.issue).toBe("ouverte");
});
