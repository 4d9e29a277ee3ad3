import { expect, test } from "vitest";
import { BILAN_REMIS, CANARI } from "../../../tests/harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../../../tests/harness/histoire.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../../../tests/harness/maison.ts";
import { ouvrirServeurCourriel, reponse } from "../../../tests/harness/serveur-courriel.ts";
import { BILAN } from "../../law/bilan-exemple.ts";
import type { Postier } from "../../mail/postier.ts";
import { postierSmtp } from "../../mail/postier-smtp.ts";
import { transaction } from "../../store/connexion.ts";
import { ecrirePiece } from "../../store/dossier/pieces.ts";
import { lireMessage } from "../../store/messages/liste-messages.ts";
import { remettreEnFile } from "../../store/messages/outbox.ts";
import { type AdresseCourriel, parseExpediteur } from "../../values/adresse-courriel.ts";
import type { Heure } from "../../values/heure.ts";
import { jour } from "../../values/jour.ts";
import type { Courrier } from "./courrier.ts";
import { envoyerMessages } from "./envoyer-messages.ts";
import { ecrireMessage, type MessageAEcrire } from "./preparer-message.ts";

const ZOE = "zoe@exemple.example" as AdresseCourriel;
const JETON = "canari-du-jeton-7f3a";

const INVITATION = {
  modele: "invitation",
  a: ZOE,
  donnees: { organisme: "Cabinet Horizon", invitePar: "Nadia Benali", finLe: jour("2026-12-01") },
  cheminSecret: `/invitation/${JETON}`,
} as const satisfies MessageAEcrire<"invitation">;

const recu = (discretion: boolean) =>
  ({
    modele: "recu-de-signature",
    a: ZOE,
    donnees: {
      organisme: "Cabinet Horizon Compétences",
      conseiller: "Nadia Benali",
      discretion,
      quoi: "le devis du bilan de compétences",
      reference: "D-2026-0001 / 12",
      jour: jour("2026-11-24"),
      heure: "10:05" as Heure,
      suite: "Nadia vous appelle pour fixer la première séance.",
    },
  }) as const satisfies MessageAEcrire<"recu-de-signature">;

function gestes(m: MaisonDeTest, postier: Postier, reglages: Partial<Courrier> = {}) {
  const courrier: Courrier = {
    postier,
    expediteur: parseExpediteur("courrier@horizon.example"),
    url: "https://probant.example",
    imprimer: m.imprimer,
    ...reglages,
  };
  const dits: string[] = [];
  const { base } = m.maison;
  return {
    dits,
    envoyer: () =>
      envoyerMessages(m.maison, courrier, { arrete: () => false, journalise: (p) => void dits.push(p) }),
    ecrire: (message: MessageAEcrire) =>
      transaction(base, m.organismeId, (tx) => ecrireMessage(m.maison, tx, message)),
    lire: (id: string) => transaction(base, m.organismeId, (tx) => lireMessage(tx, "tous", id)),
    renvoyer: (id: string) => transaction(base, m.organismeId, (tx) => remettreEnFile(tx, id)),
    toutEnBase: async () => JSON.stringify((await base.pool.query("select * from message_sortie")).rows),
  };
}

test("une invitation part, son lien arrive, et son jeton ne reste nulle part", async () => {
  const [m, s] = [await ouvrirMaisonDeTest(), await ouvrirServeurCourriel()];
  const { ecrire, envoyer, lire, toutEnBase } = gestes(m, postierSmtp(s.serveur));
  const id = await ecrire(INVITATION);
  expect(await toutEnBase()).not.toContain(JETON);
  expect(await toutEnBase()).toContain("scelle");
  await envoyer();
  expect(await lire(id)).toMatchObject({ etat: "envoye", envoyeLe: m.maison.horloge(), adresse: ZOE });
  const lu = await s.lire();
  expect(lu.text).toContain(`https://probant.example/invitation/${JETON}\n`);
  expect(lu.html).toContain(`href="https://probant.example/invitation/${JETON}"`);
  expect(lu.from?.value[0]).toEqual({
    name: BILAN.organisme.raisonSociale,
    address: "courrier@horizon.example",
  });
  expect(await toutEnBase()).not.toContain("scelle");
  await envoyer();
  expect(s.recus).toHaveLength(1);
});

test("sans expéditeur, rien n’est pris : le message attend ; l’adresse de l’organisme suffit", async () => {
  const s = await ouvrirServeurCourriel();
  const sans = await ouvrirMaisonDeTest({ organisme: { ...BILAN.organisme, courriel: null } });
  const g = gestes(sans, postierSmtp(s.serveur), { expediteur: null });
  const id = await g.ecrire(INVITATION);
  await g.envoyer();
  expect(await g.lire(id)).toMatchObject({ etat: "a_envoyer", essais: 0 });
  expect(s.recus).toEqual([]);
  const avec = await ouvrirMaisonDeTest({
    organisme: { ...BILAN.organisme, courriel: "contact@horizon.example" },
  });
  const autre = gestes(avec, postierSmtp(s.serveur), { expediteur: null });
  await autre.ecrire(INVITATION);
  await autre.envoyer();
  expect((await s.lire()).from?.value[0]?.address).toBe("contact@horizon.example");
});

test("un lien secret ne revient jamais au courriel de contact de l’organisme", async () => {
  const s = await ouvrirServeurCourriel();
  const contact = "contact@horizon.example";
  const m = await ouvrirMaisonDeTest({ organisme: { ...BILAN.organisme, courriel: contact } });
  for (const reglage of [null, "Contact@Horizon.example", "retours@probant.example"]) {
    const g = gestes(m, postierSmtp(s.serveur), { expediteur: parseExpediteur(reglage ?? "") });
    await g.ecrire(INVITATION);
    await g.envoyer();
    await g.ecrire(recu(false));
    await g.envoyer();
  }
  const lus = await Promise.all(s.recus.map((_, i) => s.lire(i)));
  expect(s.recus.map((r, i) => [r.de.toLowerCase(), lus[i]?.text?.includes(JETON)])).toEqual([
    ["", true],
    [contact, false],
    ["", true],
    [contact, false],
    ["retours@probant.example", true],
    ["retours@probant.example", false],
  ]);
});

test("la discrétion demandée tient dans tout le message : sujet, expéditeur, corps, en-têtes", async () => {
  const s = await ouvrirServeurCourriel();
  const m = await ouvrirMaisonDeTest({
    organisme: {
      ...BILAN.organisme,
      raisonSociale: "Bilan & Compétences",
      courriel: "contact@horizon.example",
    },
  });
  const { ecrire, envoyer } = gestes(m, postierSmtp(s.serveur));
  await ecrire(recu(true));
  await envoyer();
  const lu = await s.lire();
  expect(lu.subject).toBe("Rendez-vous avec Nadia");
  expect(lu.from?.value[0]).toEqual({ name: "Nadia", address: "courrier@horizon.example" });
  expect(lu.replyTo?.value[0]).toEqual({ name: "Nadia", address: "contact@horizon.example" });
  expect(`${lu.text}${lu.html}${[...lu.headers.values()].join()}`).not.toMatch(/bilan|comp[ée]tence|devis/i);
  await ecrire(recu(false));
  await envoyer();
  expect((await s.lire(1)).subject).toBe("Votre signature : le devis du bilan de compétences");
});

test("un reçu porte l’état du journal, signé à l’instant, et les pièces demandées", async () => {
  const [m, s] = [await ouvrirMaisonDeTest(), await ouvrirServeurCourriel()];
  const { auteur } = await m.client("conseiller");
  const { id: dossierId } = await ouvrirDossierVide(m.maison, auteur);
  const { ecrire, envoyer, lire } = gestes(m, postierSmtp(s.serveur));
  const octets = Buffer.from(`%PDF-1.7 ${CANARI}`);
  const piece = async (classe: "preuve" | "contenu") => {
    const id = m.maison.nouvelId();
    await transaction(m.maison.base, m.organismeId, (tx) =>
      ecrirePiece(tx, {
        dossierId,
        id,
        nature: "signature",
        classe,
        nom: "reçu.pdf",
        typeMedia: "application/pdf",
        empreinte: Buffer.alloc(32),
        octets,
      }),
    );
    return { genre: "piece", dossierId, piece: id } as const;
  };
  await ecrire({
    ...recu(false),
    dossierId,
    pieces: [{ genre: "checkpoint" }, await piece("preuve")],
  });
  await envoyer();
  const { attachments: jointes } = await s.lire();
  expect(jointes.map((j) => j.filename)).toEqual(["journal.txt", "reçu.pdf"]);
  expect(jointes[0]!.content.toString()).toMatch(new RegExp(`^probant/${m.organismeId}\n0\n`));
  expect(jointes[1]!.content).toEqual(octets);
  const contenu = await ecrire({ ...recu(false), dossierId, pieces: [await piece("contenu")] });
  await envoyer();
  expect(await lire(contenu)).toMatchObject({ etat: "echec", essais: 1, dossier: expect.any(String) });
  expect(s.recus).toHaveLength(1);
});

test("un serveur en panne pendant un jour : rien n’est perdu, rien n’est doublé", async () => {
  let enPanne = true;
  const m = await ouvrirMaisonDeTest();
  const s = await ouvrirServeurCourriel({
    onRcptTo: (_, __, fin) => (enPanne ? fin(reponse(451)) : fin()),
  });
  const { ecrire, envoyer, lire } = gestes(m, postierSmtp(s.serveur));
  const ids = [await ecrire(INVITATION), await ecrire(recu(false))];
  let heure = Date.parse("2026-11-24T09:00:00.000Z");
  const avancer = async (minutes: number) => {
    heure += minutes * 60_000;
    m.regler(new Date(heure).toISOString());
    await envoyer();
  };
  await avancer(0);
  expect(await lire(ids[0]!)).toMatchObject({
    etat: "a_envoyer",
    essais: 1,
    prochainEssai: "2026-11-24T09:01:00.000Z",
    erreur: "Le serveur de courriel demande d’essayer plus tard (réponse 451).",
  });
  await avancer(0.5);
  expect(await lire(ids[0]!)).toMatchObject({ essais: 1 });
  for (let i = 0; i < 24; i += 1) await avancer(60);
  expect(await lire(ids[0]!)).toMatchObject({ etat: "a_envoyer", essais: 25 });
  enPanne = false;
  await avancer(60);
  await avancer(60);
  expect(s.recus).toHaveLength(2);
  for (const id of ids) expect(await lire(id)).toMatchObject({ etat: "envoye", erreur: null });
});

test("un destinataire refusé est un échec tout de suite, et le secret est effacé", async () => {
  const m = await ouvrirMaisonDeTest();
  const s = await ouvrirServeurCourriel({ onRcptTo: (_, __, fin) => fin(reponse(550)) });
  const { ecrire, envoyer, lire, toutEnBase } = gestes(m, postierSmtp(s.serveur));
  const id = await ecrire(INVITATION);
  await envoyer();
  expect(await lire(id)).toMatchObject({ etat: "echec", essais: 1, renvoyable: false });
  expect(await toutEnBase()).not.toContain("scelle");
});

test("sans réponse après la remise : douteux, jamais renvoyé seul ; « Renvoyer » envoie le même", async () => {
  let muet = true;
  const m = await ouvrirMaisonDeTest();
  const s = await ouvrirServeurCourriel({ aLaReception: (_, fin) => (muet ? s.couper() : fin()) });
  const { ecrire, envoyer, lire, renvoyer } = gestes(m, postierSmtp(s.serveur));
  const id = await ecrire(INVITATION);
  await envoyer();
  expect(await lire(id)).toMatchObject({ etat: "doute", renvoyable: true });
  muet = false;
  m.regler("2026-11-26T09:00:00.000Z");
  await envoyer();
  expect(s.recus).toEqual([]);
  expect(await renvoyer(id)).toBe(true);
  await envoyer();
  const lu = await s.lire();
  expect(lu.messageId).toBe(`<${id}@horizon.example>`);
  expect(lu.text).toContain(JETON);
});

test("une imprimante en panne n’arrête pas les autres messages et ne dit rien d’eux ; réparée, le papier part", async () => {
  const [m, s] = [await ouvrirMaisonDeTest(), await ouvrirServeurCourriel()];
  const { auteur } = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, auteur);
  await ecrireFaits(m.maison, auteur, reference, BILAN_REMIS);
  const imprimer = async () => {
    throw new Error(`panne de ${ZOE}`);
  };
  const enPanne = gestes(m, postierSmtp(s.serveur), { imprimer });
  const papier = (nom: string) => ({ genre: "papier", reference, papier: nom }) as const;
  const casse = await enPanne.ecrire({ ...recu(false), pieces: [papier("recepisse-de-remise")] });
  await enPanne.ecrire(INVITATION);
  await enPanne.envoyer();
  expect(s.recus).toHaveLength(1);
  expect(await enPanne.lire(casse)).toMatchObject({ etat: "a_envoyer", essais: 1 });
  expect(enPanne.dits).toEqual(["Un message n’a pas pu être préparé (Error)."]);
  m.regler("2026-11-24T09:01:00.000Z");
  const reparee = gestes(m, postierSmtp(s.serveur));
  const contenu = await reparee.ecrire({ ...recu(false), pieces: [papier("synthese")] });
  await reparee.envoyer();
  const { attachments: jointes } = await s.lire(1);
  expect(jointes.map((j) => [j.filename, j.contentType, j.content.subarray(0, 5).toString()])).toEqual([
    [`${reference}.pdf`, "application/pdf", "%PDF-"],
  ]);
  expect(await reparee.lire(contenu)).toMatchObject({ etat: "echec" });
  expect(s.recus).toHaveLength(2);
});

test("des données qui ne sont pas celles du modèle se voient à l’écriture", async () => {
  const m = await ouvrirMaisonDeTest();
  const { ecrire } = gestes(m, postierSmtp((await ouvrirServeurCourriel()).serveur));
  await expect(
    ecrire({ ...INVITATION, donnees: { ...INVITATION.donnees, finLe: "demain" as never } }),
  ).rejects.toThrow();
});
