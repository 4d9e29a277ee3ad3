import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { ouvrirEspace } from "../../src/usecases/acces/ouvrir-espace.ts";
import { envoyerLiensDemandes } from "../../src/usecases/compte/envoyer-liens.ts";
import { BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { CAMILLE, ecrireHistoire } from "../harness/histoire.ts";
import { lienEnvoye } from "../harness/lien-envoye.ts";
import { type Client, type MaisonDeTest, MOT_DE_PASSE, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { navigateur } from "../harness/reseau.ts";
import { bilanFinance } from "../harness/tiers.ts";

const ALIX = "alix@certificateur.example";

/** Another organisation invites that address; gives the link, as whoever reads its mail has it. */
async function inviterDAilleurs(m: MaisonDeTest, courriel: string): Promise<string> {
  const organismeId = await m.fonder();
  const gerant = await m.client("conseiller", organismeId, { gere: true });
  const invite = { jeton: randomUUID(), nom: "Quelqu’un", courriel, role: "assistant" };
  expect((await gerant.post("/organisme/membres/nouveau", invite)).status).toBe(303);
  const lien = await lienEnvoye({ maison: m.maison, organismeId }, "invitation", courriel);
  return lien ?? expect.fail("no invitation was written");
}

async function nEstPasPris(m: MaisonDeTest, lien: string) {
  expect(await (await navigateur(m).get(lien)).text()).not.toContain("Choisissez votre phrase de passe");
  const prise = await navigateur(m).post(lien, { nom: "Voleur", motDePasse: MOT_DE_PASSE });
  expect([prise.status, prise.headers.getSetCookie()]).toEqual([200, []]);
}

it("l’invitation d’un autre organisme ne prend pas le compte d’un auditeur, qui l’accepte par un lien", async () => {
  const m = await ouvrirMaisonDeTest();
  const gerant = await m.client("conseiller", m.organismeId, { gere: true });
  await ecrireHistoire(m, gerant.auteur, bilanFinance({ financeurs: ["employeur"], plan: true }));
  const audit = await gerant.post("/organisme/audits/nouveau", {
    jeton: randomUUID(),
    du: "01/01/2026",
    au: "31/12/2026",
    taille: "1",
    graine: "CERT-2026-0147",
    auditeurs: `Alix Auditrice, ${ALIX}`,
    finLe: "15/12/2026",
  });
  expect(audit.status).toBe(303);
  const lien = await inviterDAilleurs(m, ALIX);
  await nEstPasPris(m, lien);
  await navigateur(m).post("/connexion/lien", { courriel: ALIX });
  await envoyerLiensDemandes(m.maison, m.comptes);
  const sien = (await lienEnvoye(m, "lien-de-connexion", ALIX)) ?? expect.fail("no link");
  const elle = navigateur(m, (await navigateur(m).post(sien)).headers.getSetCookie());
  expect((await elle.post(lien)).status).toBe(303);
  expect(await (await elle.get("/places")).text()).toContain("Assistant");
});

it("l’invitation ne prend pas un compte qui n’a qu’une clé d’accès", async () => {
  const m = await ouvrirMaisonDeTest();
  const courriel = "cle@exemple.invalid";
  const utilisateur = await m.comptes.trouverOuCreer({ nom: "Alix Fictive", courriel });
  await m.maison.base.pool.query(
    "insert into cle_acces (id, utilisateur_id, publique, compteur, transports, nom) values ('k', $1, '', 0, '{}', 'k')",
    [utilisateur],
  );
  await nEstPasPris(m, await inviterDAilleurs(m, courriel));
});

const SON_ADRESSE = CAMILLE.courriel!;

/** Her counsellor opens her space at that address; gives the link that she is sent, and her dossier. */
async function sonEspace(m: MaisonDeTest) {
  const { auteur } = await m.client("conseiller");
  const { id, reference } = await ecrireHistoire(m, auteur, BILAN_REMIS);
  const ouvert = await ouvrirEspace(m.maison, m.comptes, auteur, { reference, cle: randomUUID() });
  expect(ouvert.issue).toBe("fait");
  const lien = (await lienEnvoye(m, "votre-espace", SON_ADRESSE)) ?? expect.fail("no link");
  return { lien, place: { organisme: m.organismeId, dossier: id } };
}

const suivre = async (m: MaisonDeTest, qui: Client, lien: string) =>
  navigateur(m, (await qui.post(lien)).headers.getSetCookie());

async function parPhrase(m: MaisonDeTest) {
  const reponse = await navigateur(m).post("/connexion", { courriel: SON_ADRESSE, motDePasse: MOT_DE_PASSE });
  return navigateur(m, reponse.headers.getSetCookie());
}

async function parLienDemande(m: MaisonDeTest) {
  await navigateur(m).post("/connexion/lien", { courriel: SON_ADRESSE });
  await envoyerLiensDemandes(m.maison, m.comptes);
  const lien = await lienEnvoye(m, "lien-de-connexion", SON_ADRESSE);
  return lien === null ? null : await suivre(m, navigateur(m), lien);
}

const litTout = async (qui: Client) =>
  (await (await qui.get("/mon-bilan/tout/page")).text()).includes(CANARI);

it("qui a pris le compte d’avance n’entre pas dans le bilan ouvert ensuite, même après elle", async () => {
  const m = await ouvrirMaisonDeTest();
  const invitation = await inviterDAilleurs(m, SON_ADRESSE);
  const pris = await navigateur(m).post(invitation, { nom: "Camille Fictive", motDePasse: MOT_DE_PASSE });
  const dAvant = navigateur(m, pris.headers.getSetCookie());
  const { lien, place } = await sonEspace(m);
  const nEntrePas = async () => {
    for (const lui of [dAvant, await parPhrase(m)]) {
      expect((await lui.get("/dossiers")).status).toBe(200);
      expect((await lui.post("/places", place)).status).toBe(404);
      expect([await (await lui.get("/places")).text(), await litTout(lui)]).toEqual([
        expect.not.stringContaining("Votre bilan"),
        false,
      ]);
    }
  };
  await nEntrePas();
  const elle = await suivre(m, navigateur(m), lien);
  expect(await litTout(elle)).toBe(true);
  await nEntrePas();
});

it("qui ouvre son lien dans son compte y trouve ensuite son bilan", async () => {
  const m = await ouvrirMaisonDeTest();
  await navigateur(m).post(await inviterDAilleurs(m, SON_ADRESSE), {
    nom: "Camille",
    motDePasse: MOT_DE_PASSE,
  });
  const { lien, place } = await sonEspace(m);
  expect(await litTout(await suivre(m, await parPhrase(m), lien))).toBe(true);
  const revenue = await parPhrase(m);
  expect((await revenue.post("/places", place)).status).toBe(303);
  expect(await litTout(revenue)).toBe(true);
});

it("un compte né de son espace s’ouvre par un lien demandé, et un autre organisme n’y gagne rien", async () => {
  const m = await ouvrirMaisonDeTest();
  await sonEspace(m);
  const ailleurs = await m.fonder();
  const eux = await m.client("conseiller", ailleurs);
  const { id, reference } = await ecrireHistoire(m, eux.auteur, BILAN_REMIS);
  await ouvrirEspace(m.maison, m.comptes, eux.auteur, { reference, cle: randomUUID() });
  // The link leaves in the name of the first: the other one's mail never carries it.
  const elle = (await parLienDemande(m)) ?? expect.fail("no link");
  expect(
    await lienEnvoye({ maison: m.maison, organismeId: ailleurs }, "lien-de-connexion", SON_ADRESSE),
  ).toBeNull();
  expect(await litTout(elle)).toBe(true);
  expect((await elle.post("/places", { organisme: ailleurs, dossier: id })).status).toBe(404);
});
