import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type BaseDeTest, ouvrirBaseDeTest, ouvrirOrganisme } from "../../../tests/harness/base.ts";
import { ecrireDossier, faitFictif, resumeFictif } from "../../../tests/harness/ecritures.ts";
import { transaction } from "../connexion.ts";
import { lireDossier } from "../dossier/dossiers.ts";
import { ajouterFaits } from "../journal/journal.ts";
import { lireMessage, listerMessages } from "./liste-messages.ts";
import {
  cloreMessage,
  deposerMessages,
  douterDesAbandonnes,
  type Issue,
  type MessagePris,
  organismesAServir,
  oublierSecrets,
  prendreMessage,
  remettreEnFile,
} from "./outbox.ts";

const A = "2026-11-24T10:00:00.000Z";
const PLUS_TARD = "2026-11-24T10:10:00.000Z";

const message = (donnees: object = { reference: "D-2026-0001" }) => ({
  id: randomUUID(),
  canal: "courriel",
  destinataire: { adresse: "zoe@exemple.invalid" },
  modele: "convocation",
  donnees,
});

async function ouvrir(nombre: number, donnees?: object) {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  const messages = Array.from({ length: nombre }, () => message(donnees));
  await transaction(base, organismeId, (tx) => deposerMessages(tx, messages));
  return { base, organismeId, ids: messages.map((m) => m.id), ...gestes(base, organismeId) };
}

function gestes(base: BaseDeTest, organismeId: string) {
  return {
    prendre: (maintenant = A) => transaction(base, organismeId, (tx) => prendreMessage(tx, maintenant)),
    clore: (pris: Pick<MessagePris, "id" | "prise">, issue: Issue) =>
      transaction(base, organismeId, (tx) => cloreMessage(tx, pris, issue)),
    remettre: (id: string) => transaction(base, organismeId, (tx) => remettreEnFile(tx, id)),
    lire: (id: string) => transaction(base, organismeId, (tx) => lireMessage(tx, "tous", id)),
    brut: async (id: string) =>
      (await base.pool.query("select * from message_sortie where id = $1", [id])).rows[0],
  };
}

test("un message écrit avec son fait est à envoyer, et connaît son dossier", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  const id = await transaction(base, organismeId, async (tx) => {
    const dossierId = await ecrireDossier(tx);
    const { tete } = (await lireDossier(tx, { id: dossierId }))!;
    const m = message({ dossierId });
    await ajouterFaits(tx, {
      dossierId,
      attendu: tete,
      faits: [faitFictif(dossierId, 2)],
      resume: resumeFictif(),
      messages: [m],
    });
    return m.id;
  });
  const { prendre, lire } = gestes(base, organismeId);
  expect(await lire(id)).toMatchObject({ etat: "a_envoyer", dossier: expect.stringMatching(/^D-2026-/) });
  expect(await prendre()).toMatchObject({ id, modele: "convocation", prise: 1, essais: 1 });
});

test("vingt expéditeurs au même moment ne prennent jamais le même message", async () => {
  const { prendre, ids } = await ouvrir(30);
  const pris = await Promise.all(Array.from({ length: 20 }, () => prendre()));
  const restants: (MessagePris | undefined)[] = [];
  for (let i = 0; i < 11; i += 1) restants.push(await prendre());
  expect(restants.at(-1)).toBeUndefined();
  const tous = [...pris, ...restants].flatMap((m) => (m === undefined ? [] : [m.id]));
  expect(tous.toSorted()).toEqual(ids.toSorted());
});

test("un message pris n’est repris par personne, même si son expéditeur est mort : il devient douteux", async () => {
  const { base, organismeId, prendre, clore, lire, ids } = await ouvrir(1);
  const pris = (await prendre())!;
  expect(await prendre(PLUS_TARD)).toBeUndefined();
  const douter = (avant: string) =>
    transaction(base, organismeId, (tx) => douterDesAbandonnes(tx, avant, "Peut-être."));
  expect(await douter(A)).toBe(0);
  expect(await douter(PLUS_TARD)).toBe(1);
  expect(await lire(ids[0]!)).toMatchObject({ etat: "doute", erreur: "Peut-être.", renvoyable: true });
  expect(await prendre(PLUS_TARD)).toBeUndefined();
  expect(await clore(pris, { etat: "envoye", le: A })).toBe(false);
});

test("renvoyé par une personne, il repart ; l’expéditeur d’avant ne peut plus rien en dire", async () => {
  const { base, organismeId, prendre, clore, remettre, lire, ids } = await ouvrir(1);
  const premier = (await prendre())!;
  expect(await remettre(ids[0]!)).toBe(false);
  await transaction(base, organismeId, (tx) => douterDesAbandonnes(tx, PLUS_TARD, "Peut-être."));
  expect(await remettre(ids[0]!)).toBe(true);
  const second = (await prendre())!;
  expect(second).toMatchObject({ id: premier.id, essais: 1, prise: 2 });
  expect(await clore(premier, { etat: "echec", erreur: "Trop tard." })).toBe(false);
  expect(await clore(second, { etat: "envoye", le: A })).toBe(true);
  expect(await lire(ids[0]!)).toMatchObject({ etat: "envoye", envoyeLe: A, erreur: null, renvoyable: false });
  expect(await remettre(ids[0]!)).toBe(false);
});

test("un envoi manqué attend son heure et garde sa raison", async () => {
  const { prendre, clore, lire, ids } = await ouvrir(1);
  const pris = (await prendre())!;
  await clore(pris, { etat: "a_envoyer", prochainEssai: PLUS_TARD, erreur: "Plus tard." });
  expect(await lire(ids[0]!)).toMatchObject({
    etat: "a_envoyer",
    essais: 1,
    prochainEssai: PLUS_TARD,
    erreur: "Plus tard.",
  });
  expect(await prendre(A)).toBeUndefined();
  expect(await prendre(PLUS_TARD)).toMatchObject({ essais: 2 });
});

test("le secret s’efface quand le message ne partira plus, et lui seul", async () => {
  for (const issue of [
    { etat: "envoye", le: A },
    { etat: "echec", erreur: "Refusé." },
  ] as const) {
    const { prendre, clore, remettre, brut, ids } = await ouvrir(1, {
      aUnSecret: true,
      secret: "S",
      finLe: "x",
    });
    await clore((await prendre())!, issue);
    expect((await brut(ids[0]!)).donnees).toEqual({ aUnSecret: true, finLe: "x" });
    expect(await remettre(ids[0]!)).toBe(false);
  }
  const sans = await ouvrir(1);
  await sans.clore((await sans.prendre())!, { etat: "echec", erreur: "Refusé." });
  expect(await sans.remettre(sans.ids[0]!)).toBe(true);
});

test("un doute que personne ne lève perd son secret, et ne repart plus", async () => {
  const { base, organismeId, prendre, remettre, brut, ids } = await ouvrir(1, {
    aUnSecret: true,
    secret: "S",
  });
  await prendre();
  await transaction(base, organismeId, (tx) => douterDesAbandonnes(tx, PLUS_TARD, "Peut-être."));
  const moments = { maintenant: A, doute: A, oubli: A };
  expect(await organismesAServir(base, moments)).toEqual([]);
  expect(await organismesAServir(base, { ...moments, oubli: PLUS_TARD })).toEqual([organismeId]);
  await transaction(base, organismeId, (tx) => oublierSecrets(tx, PLUS_TARD));
  expect(await brut(ids[0]!)).toMatchObject({ etat: "echec", donnees: { aUnSecret: true } });
  expect(await organismesAServir(base, { ...moments, oubli: PLUS_TARD })).toEqual([]);
  expect(await remettre(ids[0]!)).toBe(false);
});

test("un organisme ne voit ni ne renvoie les messages d’un autre", async () => {
  const { base, ids } = await ouvrir(1);
  const ailleurs = gestes(base, await ouvrirOrganisme(base));
  expect(await ailleurs.prendre()).toBeUndefined();
  expect(await ailleurs.lire(ids[0]!)).toBeUndefined();
  expect(await ailleurs.remettre(ids[0]!)).toBe(false);
});

test("la liste va du dernier au premier, page après page, et sans secret", async () => {
  const { base, organismeId, ids } = await ouvrir(5, { aUnSecret: true, secret: "canari-secret" });
  const vus: string[] = [];
  let apres: string | undefined;
  do {
    const page = await transaction(base, organismeId, (tx) =>
      listerMessages(tx, "tous", { taille: 2, apres }),
    );
    expect(JSON.stringify(page)).not.toContain("canari-secret");
    vus.push(...page.lignes.map((l) => l.id));
    apres = page.suite;
  } while (apres !== undefined);
  expect(vus.toSorted()).toEqual(ids.toSorted());
  const { lignes } = await transaction(base, organismeId, (tx) =>
    listerMessages(tx, "dossiers", { taille: 10 }),
  );
  expect(lignes).toEqual([]);
});
