import { expect, it } from "vitest";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { type Client, clientDe, ouvrirMaisonDeTest, URL_DE_TEST } from "../harness/maison.ts";
import { messagesEnAttente } from "../harness/messages.ts";
import { champ } from "../harness/page.ts";

async function ouvrir(identite = CAMILLE) {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, conseiller.auteur, identite);
  await ecrireFaits(m.maison, conseiller.auteur, reference, BILAN_REMIS.slice(0, 3));
  const dossier = async () => (await consulterDossier(m.maison, conseiller.auteur, reference))!;
  return { m, conseiller, reference, dossier, chemin: `/dossiers/${reference}/acces` };
}

/** Presses one of the buttons of the page of access. */
async function geste(client: Client, chemin: string, quoi: string) {
  const page = await (await client.get(chemin)).text();
  const [, apres = ""] = page.split(`name="geste" value="${quoi}"`);
  const jeton = champ(
    page
      .slice(0, page.length - apres.length)
      .split("<form")
      .at(-1) ?? "",
    "jeton",
  );
  return await client.post(chemin, { jeton, geste: quoi });
}

/** Her browser, in through the link of her last mail. */
async function entrerParLeMail(m: Awaited<ReturnType<typeof ouvrirMaisonDeTest>>) {
  const { chemin } = (await messagesEnAttente(m)).at(-1)!;
  const reponse = await m.app.request(`${URL_DE_TEST}${chemin}`, {
    method: "POST",
    headers: { origin: URL_DE_TEST },
  });
  expect(reponse.status).toBe(303);
  return clientDe(m.app, reponse.headers.getSetCookie(), {
    organismeId: m.organismeId,
    utilisateur: "",
    role: "beneficiaire",
    intervenant: "",
  });
}

it("le conseiller ouvre, le lien part à elle seule, elle entre ; il ferme, la page suivante lui est refusée", async () => {
  const { m, conseiller, chemin, dossier } = await ouvrir();
  const ouverture = await geste(conseiller, chemin, "ouvrir");
  expect(ouverture.headers.get("location")).toBe(`${chemin}?fait=ouvrir`);
  const [message] = await messagesEnAttente(m);
  expect(message).toMatchObject({
    modele: "votre-espace",
    a: CAMILLE.courriel,
    champs: { finLe: "2026-11-30" },
  });
  const page = await (await conseiller.get(chemin)).text();
  expect(page).toContain("Renvoyer le lien");
  expect(page).not.toContain(message!.chemin);

  const elle = await entrerParLeMail(m);
  expect((await elle.get("/mon-bilan")).status).toBe(200);
  const fermeture = await geste(conseiller, chemin, "fermer");
  expect(fermeture.headers.get("location")).toBe(`${chemin}?fait=fermer`);
  const refusee = await elle.get("/mon-bilan");
  expect([refusee.status, refusee.headers.get("location")]).toEqual([303, "/connexion?suite=%2Fmon-bilan"]);
  expect((await dossier()).faits.slice(-2).map((f) => f.type)).toEqual([
    "espace_ouvert.v1",
    "espace_ferme.v1",
  ]);
  const apres = await (await conseiller.get(chemin)).text();
  expect(apres).toContain("Plus rien");
});

it("un lien qui ne marche plus propose d’en recevoir un autre, et son pied ne dit pas pourquoi elle vient", async () => {
  const m = await ouvrirMaisonDeTest();
  const reponse = await m.app.request(`${URL_DE_TEST}/lien/perime`);
  expect(reponse.status).toBe(404);
  const page = await reponse.text();
  expect(page).toContain('href="/connexion/lien"');
  expect(page).not.toMatch(/bilan|comp[ée]tence/i);
  const connexion = await (await m.app.request(`${URL_DE_TEST}/connexion`)).text();
  expect(connexion).not.toMatch(/bilan|comp[ée]tence/i);
});

it("le lien renvoyé ouvre, et son espace fermé ne s’ouvre par aucun lien d’avant", async () => {
  const { m, conseiller, chemin } = await ouvrir();
  await geste(conseiller, chemin, "ouvrir");
  const premier = (await messagesEnAttente(m))[0]!.chemin;
  await geste(conseiller, chemin, "renvoyer");
  expect(await messagesEnAttente(m)).toHaveLength(2);
  await geste(conseiller, chemin, "fermer");
  const entree = await m.app.request(`${URL_DE_TEST}${premier}`, {
    method: "POST",
    headers: { origin: URL_DE_TEST },
  });
  const tard = clientDe(m.app, entree.headers.getSetCookie(), conseiller.auteur);
  expect((await tard.get("/mon-bilan")).status).toBe(303);
});

it("sans adresse, rien ne part : on la note d’abord, et qui l’a notée reste écrit", async () => {
  const { m, conseiller, reference, chemin, dossier } = await ouvrir({ ...CAMILLE, courriel: null });
  const refus = await conseiller.post(chemin, { geste: "ouvrir", jeton: "a" });
  expect(refus.status).toBe(422);
  expect(await messagesEnAttente(m)).toEqual([]);
  expect(await (await conseiller.get(chemin)).text()).toContain("Noter son adresse");

  const identite = `/dossiers/${reference}/identite`;
  const saisie = { prenom: "Camille", nom: "Fictive", telephone: "" };
  const fausse = await conseiller.post(identite, { ...saisie, courriel: "camille@", jeton: "b" });
  expect([fausse.status, (await fausse.text()).includes("n’est pas complète")]).toEqual([422, true]);
  const juste = await conseiller.post(identite, {
    ...saisie,
    courriel: "camille@exemple.example",
    jeton: "c",
  });
  expect(juste.status).toBe(303);
  expect((await dossier()).identite.courriel).toBe("camille@exemple.example");
  expect((await dossier()).faits.at(-1)).toMatchObject({
    type: "identite_corrigee.v1",
    donnees: { champs: ["courriel"] },
  });
  const page = await (await conseiller.get(chemin)).text();
  expect(page).toContain("Alix Fictif");
  expect(page).toContain("rien, puis camille@exemple.example");

  await geste(conseiller, chemin, "ouvrir");
  expect((await messagesEnAttente(m)).map((x) => x.a)).toEqual(["camille@exemple.example"]);
});

it("l’adresse ne change pas sous un espace ouvert : celui qui la change signerait à sa place", async () => {
  const { m, conseiller, reference, chemin, dossier } = await ouvrir();
  await geste(conseiller, chemin, "ouvrir");
  const saisie = { prenom: "Camille", nom: "Fictive", telephone: "", courriel: "autre@exemple.example" };
  const refus = await conseiller.post(`/dossiers/${reference}/identite`, { ...saisie, jeton: "a" });
  expect([refus.status, (await dossier()).identite.courriel]).toEqual([422, CAMILLE.courriel]);
  await geste(conseiller, chemin, "fermer");
  const apres = await conseiller.post(`/dossiers/${reference}/identite`, { ...saisie, jeton: "b" });
  expect(apres.status).toBe(303);
  await geste(conseiller, chemin, "ouvrir");
  expect((await messagesEnAttente(m)).at(-1)!.a).toBe("autre@exemple.example");
  const page = await (await conseiller.get(chemin)).text();
  expect(page).toContain(`${CAMILLE.courriel}, puis autre@exemple.example`);
});

it("la direction voit qui a accès et n’y change rien", async () => {
  const { m, conseiller, chemin } = await ouvrir();
  const direction = await m.client("responsable");
  const page = await (await direction.get(chemin)).text();
  expect(page).toContain("Direction ou qualité");
  expect(page).not.toContain("Ouvrir son espace");
  expect((await direction.post(chemin, { geste: "ouvrir", jeton: "a" })).status).toBe(404);
  expect((await geste(conseiller, chemin, "ouvrir")).status).toBe(303);
});
