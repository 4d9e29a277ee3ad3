import { expect, it } from "vitest";
import { envoyerLiensDemandes } from "../../src/usecases/compte/envoyer-liens.ts";
import { BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { CAMILLE, ecrireHistoire } from "../harness/histoire.ts";
import { lienEnvoye } from "../harness/lien-envoye.ts";
import { type Client, MOT_DE_PASSE } from "../harness/maison.ts";
import { entrerChezElle } from "../harness/personne.ts";
import { entrer, NADIA, navigateur, ouvrirScene, type Scene } from "../harness/reseau.ts";
import { codeDe, enroler } from "../harness/second-facteur.ts";

/** Another organisation opens Nadia's own bilan at her address. */
async function sonBilanAilleurs({ m }: Scene) {
  const organismeId = await m.fonder();
  const { auteur } = await m.client("conseiller", organismeId);
  const { id, reference } = await ecrireHistoire(m, auteur, BILAN_REMIS, { ...CAMILLE, courriel: NADIA });
  await entrerChezElle({ ...m, organismeId }, auteur, reference);
  // Hers by the account too: what keeps the session out is what opened it.
  await m.maison.base.pool.query("update acces_dossier set rattachee = true");
  return { organismeId, id };
}

async function nEntrePas(elle: Client, { organismeId, id }: { organismeId: string; id: string }) {
  expect((await elle.post("/places", { organisme: organismeId, dossier: id })).status).toBe(404);
  const places = await (await elle.get("/places")).text();
  expect(places).not.toContain("Votre bilan");
  const tout = await elle.get("/mon-bilan/tout/page");
  expect([tout.status, (await tout.text()).includes(CANARI)]).toEqual([404, false]);
  expect((await elle.get("/aujourdhui")).status).toBe(200);
}

it("une session du réseau n’entre pas dans le bilan ouvert ensuite à cette adresse", async () => {
  const scene = await ouvrirScene();
  const { elle } = await entrer(scene, { email: NADIA, amr: ["mfa"] });
  expect((await elle.get("/aujourdhui")).status).toBe(200);
  await nEntrePas(elle, await sonBilanAilleurs(scene));
});

it("ni après notre second facteur, qui suit une entrée du réseau et n’en change pas l’origine", async () => {
  const scene = await ouvrirScene();
  const { m } = scene;
  const phrase = await navigateur(m).post("/connexion", { courriel: NADIA, motDePasse: MOT_DE_PASSE });
  const { secret } = await enroler(m, navigateur(m, phrase.headers.getSetCookie()));
  const { elle } = await entrer(scene, { email: NADIA });
  const code = await elle.post("/connexion/code", { code: codeDe(secret, 1) });
  const dedans = navigateur(m, code.headers.getSetCookie());
  await nEntrePas(dedans, await sonBilanAilleurs(scene));
});

it("elle ne change rien de ce qui ouvre le compte ; un lien reçu le permet", async () => {
  const scene = await ouvrirScene();
  const { m } = scene;
  const { elle } = await entrer(scene, { email: NADIA, amr: ["mfa"] });
  const jamais: [string, Record<string, string>][] = [
    ["/compte/phrase", { motDePasse: MOT_DE_PASSE, nouvelle: "une autre phrase assez longue" }],
    ["/compte/cles", { motDePasse: MOT_DE_PASSE, reponse: "{}" }],
    ["/compte/cles/retirer", { cle: "k" }],
    ["/compte/second-facteur", { faire: "preparer", motDePasse: MOT_DE_PASSE }],
    ["/compte/second-facteur/code", { code: "123456" }],
  ];
  for (const [chemin, champs] of jamais) {
    expect([chemin, (await elle.post(chemin, champs)).status]).toEqual([chemin, 403]);
  }
  for (const chemin of ["/compte/phrase", "/compte/cles", "/compte/second-facteur"]) {
    const page = await elle.get(chemin);
    expect([chemin, page.status]).toEqual([chemin, 403]);
    expect(await page.text()).toContain("Entrez d’abord par vos propres moyens");
  }
  for (const chemin of ["/compte", "/compte/nom", "/compte/appareils", "/compte/reseau"]) {
    expect([chemin, (await elle.get(chemin)).status]).toEqual([chemin, 200]);
  }
  await elle.post("/connexion/lien", { courriel: NADIA });
  await envoyerLiensDemandes(m.maison, m.comptes);
  const lien = (await lienEnvoye(m, "lien-de-connexion", NADIA)) ?? expect.fail("no link");
  const parLien = navigateur(m, (await elle.post(lien)).headers.getSetCookie());
  const change = await parLien.post("/compte/phrase", { nouvelle: "une autre phrase assez longue" });
  expect(change.status).toBe(303);
});
