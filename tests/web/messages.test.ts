import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { transaction } from "../../src/store/connexion.ts";
import { cloreMessage, type Issue, prendreMessage } from "../../src/store/messages/outbox.ts";
import { ecrireMessage, type MessageAEcrire } from "../../src/usecases/messages/preparer-message.ts";
import type { AdresseCourriel } from "../../src/values/adresse-courriel.ts";
import type { Heure } from "../../src/values/heure.ts";
import { jour } from "../../src/values/jour.ts";
import { ouvrirDossierVide } from "../harness/histoire.ts";
import { type Client, type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";

const JETON = "canari-du-jeton-9b1c";

const INVITATION = {
  modele: "invitation",
  a: "iris@exemple.example" as AdresseCourriel,
  donnees: { organisme: "Cabinet Horizon", invitePar: "Nadia <b>Benali</b>", finLe: jour("2026-12-01") },
  cheminSecret: `/invitation/${JETON}`,
} as const satisfies MessageAEcrire<"invitation">;

const CONVOCATION = {
  modele: "convocation",
  a: "zoe@exemple.example" as AdresseCourriel,
  donnees: {
    organisme: "Cabinet Horizon",
    conseiller: "Nadia Benali",
    discretion: false,
    rendezVous: {
      jour: jour("2026-11-30"),
      debut: "09:30" as Heure,
      dureeMinutes: 90,
      ou: "12 rue des Fictions, Rennes",
    },
  },
} as const satisfies MessageAEcrire<"convocation">;

const ecrire = (m: MaisonDeTest, message: MessageAEcrire, organismeId = m.organismeId) =>
  transaction(m.maison.base, organismeId, (tx) => ecrireMessage(m.maison, tx, message));

const clore = (m: MaisonDeTest, issue: Issue) =>
  transaction(m.maison.base, m.organismeId, async (tx) => {
    const pris = (await prendreMessage(tx, m.maison.horloge()))!;
    await cloreMessage(tx, pris, issue);
  });

const lire = async (client: Client, chemin = "/messages") => {
  const reponse = await client.get(chemin);
  return { statut: reponse.status, texte: (await reponse.text()).replaceAll(/[\u00a0\u202f]/g, " ") };
};

it("sans serveur réglé, la page le dit et montre ce qui attend, jamais le lien secret", async () => {
  const m = await ouvrirMaisonDeTest();
  const direction = await m.client("responsable");
  const id = await ecrire(m, INVITATION);
  const { texte } = await lire(direction);
  expect(texte).toContain("PROBANT_SMTP_URL");
  expect(texte).toContain("iris@exemple.example");
  expect(texte).toContain("À envoyer");
  const un = await lire(direction, `/messages/${id}`);
  expect(un.statut).toBe(200);
  expect(un.texte).toContain("Nadia &lt;b&gt;Benali&lt;/b&gt; vous invite dans Cabinet Horizon");
  expect(un.texte).toContain("lien secret");
  expect(`${texte}${un.texte}`).not.toContain(JETON);
  expect(un.texte).not.toContain("Renvoyer");
});

it("douteux ou manqué, le message dit pourquoi et se renvoie ; parti, non", async () => {
  const m = await ouvrirMaisonDeTest();
  const direction = await m.client("responsable");
  const id = await ecrire(m, CONVOCATION);
  await clore(m, { etat: "doute", erreur: "L’envoi a été interrompu." });
  expect((await lire(direction)).texte).toContain("Peut-être parti");
  const un = await lire(direction, `/messages/${id}`);
  expect(un.texte).toContain("L’envoi a été interrompu. Demandez à la personne");
  expect(un.texte).toContain("lundi 30 novembre 2026 à 9 h 30");
  const reponse = await direction.post(`/messages/${id}/renvoyer`);
  expect([reponse.status, reponse.headers.get("location")]).toEqual([303, `/messages/${id}`]);
  expect((await lire(direction, `/messages/${id}`)).texte).toContain("À envoyer");
  expect((await direction.post(`/messages/${id}/renvoyer`)).status).toBe(303);
  await clore(m, { etat: "envoye", le: m.maison.horloge() });
  await direction.post(`/messages/${id}/renvoyer`);
  const parti = await lire(direction, `/messages/${id}`);
  expect(parti.texte).toContain("Envoyé");
  expect(parti.texte).not.toContain("Renvoyer");
});

it("un lien effacé ne se renvoie pas : la page dit de refaire la demande", async () => {
  const m = await ouvrirMaisonDeTest();
  const direction = await m.client("responsable");
  const id = await ecrire(m, INVITATION);
  await clore(m, { etat: "echec", erreur: "Refusé." });
  const un = await lire(direction, `/messages/${id}`);
  expect(un.texte).toContain("refaites la demande");
  expect(un.texte).not.toContain("/renvoyer");
});

it("chacun voit ce qui le regarde : la direction tout, les autres les messages des dossiers", async () => {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { id: dossierId, reference } = await ouvrirDossierVide(m.maison, conseiller.auteur);
  const compte = await ecrire(m, INVITATION);
  const seance = await ecrire(m, { ...CONVOCATION, dossierId });
  for (const role of ["conseiller", "assistant"] as const) {
    const client = await m.client(role);
    const { texte } = await lire(client);
    expect([role, texte.includes("iris@"), texte.includes("zoe@"), texte.includes(reference)]).toEqual([
      role,
      false,
      true,
      true,
    ]);
    expect((await lire(client, `/messages/${compte}`)).statut).toBe(404);
    expect((await client.post(`/messages/${compte}/renvoyer`)).status).toBe(404);
    expect((await lire(client, `/messages/${seance}`)).statut).toBe(200);
  }
  expect((await lire(await m.client("responsable"))).texte).toContain("iris@");
  for (const role of ["beneficiaire", "employeur", "auditeur", "reseau"] as const) {
    const client = await m.client(role);
    expect([role, (await lire(client)).statut]).toEqual([role, 404]);
  }
});

it("un message d’ailleurs et un message inconnu se ressemblent", async () => {
  const m = await ouvrirMaisonDeTest();
  const direction = await m.client("responsable");
  const ailleurs = await ecrire(m, INVITATION, await m.fonder());
  const [etranger, inconnu] = [
    await lire(direction, `/messages/${ailleurs}`),
    await lire(direction, `/messages/${randomUUID()}`),
  ];
  expect(etranger).toEqual(inconnu);
  expect(etranger.statut).toBe(404);
  expect((await direction.post(`/messages/${ailleurs}/renvoyer`)).status).toBe(404);
  expect((await lire(direction, "/messages/pas-un-id")).statut).toBe(404);
  expect((await lire(direction, "/messages?apres=pas-un-id")).statut).toBe(200);
  expect((await lire(direction, `/messages?apres=${randomUUID()}`)).statut).toBe(200);
  expect(m.pannes).toEqual([]);
});
