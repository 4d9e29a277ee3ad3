import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { compterUn } from "../../src/auth/essais.ts";
import { PAR_JOUR } from "../../src/usecases/export/donner.ts";
import { FICHIERS } from "../../src/usecases/export/format.ts";
import { dezipper } from "../../src/usecases/export/zip-en-flux.ts";
import { sitesOuverts } from "../../src/usecases/membres/sites.ts";
import { ouvrirFluxAge } from "../../src/vault/fichier-age.ts";
import { administrer, type BaseDeTest } from "../harness/base.ts";
import { BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { ecrireHistoire } from "../harness/histoire.ts";
import { MOT_DE_PASSE, ouvrirMaisonDeTest } from "../harness/maison.ts";

const ADRESSE = "/organisme/export";
const PHRASE = "cheval agrafe batterie correct lundi";
const DEMANDE = { motDePasse: MOT_DE_PASSE, phrase: PHRASE, encore: PHRASE };

const source = (octets: Uint8Array) =>
  async function* () {
    for (let i = 0; i < octets.length; i += 65_536) yield octets.subarray(i, i + 65_536);
  };

it("qui gère l’organisme emporte un fichier que sa phrase ouvre ; l’historique et la personne le savent", async () => {
  const m = await ouvrirMaisonDeTest();
  const gerant = await m.client("conseiller", m.organismeId, { gere: true });
  const { reference } = await ecrireHistoire(m, gerant.auteur, BILAN_REMIS);
  // He conducts this bilan too: what he read of it the same day does not stand for the export.
  expect((await gerant.get(`/dossiers/${reference}/notes`)).status).toBe(200);
  const page = await (await gerant.get(ADRESSE)).text();
  for (const mot of ["Ce que le fichier tient", "peut signer pour vous", "Aucun parmi les derniers"]) {
    expect(page).toContain(mot);
  }
  const reponse = await gerant.post(ADRESSE, DEMANDE);
  expect([reponse.status, reponse.headers.get("content-disposition")]).toEqual([
    200,
    'attachment; filename="organisme-2026-11-24.age"',
  ]);
  // Until it is read to its end, its page says where it stands, and nobody begins another one.
  const pendant = await (await gerant.get(`${ADRESSE}?suivre=seul`)).text();
  expect(pendant).toContain("Un export est en cours");
  expect(pendant).toMatch(/http-equiv="refresh"/i);
  expect((await gerant.post(ADRESSE, DEMANDE)).status).toBe(409);
  const octets = new Uint8Array(await reponse.arrayBuffer());
  expect(Buffer.from(octets).includes(CANARI)).toBe(false);
  const noms: string[] = [];
  const ouvert = ouvrirFluxAge({ phrase: PHRASE }, source(octets)());
  for await (const { nom, contenu } of dezipper(ouvert)) {
    noms.push(nom);
    if (nom === FICHIERS.debut) expect(Buffer.from(contenu).toString()).toContain(m.organismeId);
  }
  expect([noms.includes(FICHIERS.debut), noms.at(-1)]).toEqual([true, FICHIERS.fin]);

  const ligne = /Export de tout l’organisme, par Alix\sFictif, le\s24\snovembre\s2026/;
  expect(await (await gerant.get("/organisme")).text()).toMatch(ligne);
  expect(await (await gerant.get(ADRESSE)).text()).toMatch(ligne);
  const { rows } = await administrer(
    "select nom, quoi from lecture_de_contenu order by quoi",
    (m.maison.base as BaseDeTest).poolConfig.database,
  );
  expect(rows).toEqual([
    { nom: "Alix Fictif", quoi: "Export de tout l’organisme, textes compris" },
    { nom: "Alix Fictif", quoi: "Notes et réponses" },
  ]);
  expect(m.pannes).toEqual([]);
}, 90_000);

it("sans la phrase du compte, avec deux phrases différentes ou une trop courte, rien ne part", async () => {
  const m = await ouvrirMaisonDeTest();
  const gerant = await m.client("conseiller", m.organismeId, { gere: true });
  const essais = [
    [{ ...DEMANDE, motDePasse: "une autre phrase" }, "n’est pas la bonne"],
    [{ ...DEMANDE, encore: "autre" }, "Les deux phrases ne sont pas les mêmes"],
    [{ ...DEMANDE, phrase: "court", encore: "court" }, "cinq ou six mots"],
  ] as const;
  for (const [champs, phrase] of essais) {
    const reponse = await gerant.post(ADRESSE, champs);
    expect(reponse.status).toBe(422);
    expect(await reponse.text()).toContain(phrase);
  }
  expect(await (await gerant.get("/organisme")).text()).not.toContain("Export de tout");
});

it("qui ne voit qu’une partie des lieux ne l’emporte pas, même en envoyant le formulaire", async () => {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller", m.organismeId, { gere: true });
  const yves = await m.client("conseiller", m.organismeId, { gere: true });
  expect((await yves.get(ADRESSE)).status).toBe(200);
  await nadia.post("/organisme/lieux/nouveau", { jeton: randomUUID(), nom: "Rennes", ouvert: "oui" });
  const [rennes] = await sitesOuverts(m.maison, nadia.auteur);
  // No form gives such a place any more; a row of before may hold one.
  await administrer(
    "update membre set sites = array[$1::uuid] where utilisateur_id = $2",
    (m.maison.base as BaseDeTest).poolConfig.database,
    [rennes!.id, yves.auteur.utilisateur],
  );
  const page = await (await yves.get(ADRESSE)).text();
  expect(page).toContain("Vous voyez une partie des lieux");
  expect(page).not.toContain('name="encore"');
  expect((await yves.post(ADRESSE, DEMANDE)).status).toBe(403);
  expect(await (await nadia.get("/organisme")).text()).not.toContain("Export de tout");
});

it("trois exports par jour au plus, et un lecteur qui part au milieu libère la place", async () => {
  const m = await ouvrirMaisonDeTest();
  const gerant = await m.client("conseiller", m.organismeId, { gere: true });
  const reponse = await gerant.post(ADRESSE, DEMANDE);
  expect(reponse.status).toBe(200);
  await reponse.body!.cancel();
  while ((await (await gerant.get(ADRESSE)).text()).includes("Un export est en cours"));
  for (let n = 2; n <= PAR_JOUR; n += 1) {
    await compterUn(m.maison.base.pool, `export|${m.organismeId}`, PAR_JOUR, 86_400_000);
  }
  const quatrieme = await gerant.post(ADRESSE, DEMANDE);
  expect(quatrieme.status).toBe(429);
  expect(Number(quatrieme.headers.get("retry-after"))).toBeGreaterThan(80_000);
  expect(m.pannes).toEqual([]);
});
