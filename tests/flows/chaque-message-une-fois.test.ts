import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { simpleParser } from "mailparser";
import { expect, it, onTestFinished } from "vitest";
import { transaction } from "../../src/store/connexion.ts";
import { lireMessage } from "../../src/store/messages/liste-messages.ts";
import { remettreEnFile } from "../../src/store/messages/outbox.ts";
import { ecrireMessage } from "../../src/usecases/messages/preparer-message.ts";
import type { AdresseCourriel } from "../../src/values/adresse-courriel.ts";
import type { Heure } from "../../src/values/heure.ts";
import { jour } from "../../src/values/jour.ts";
import type { BaseDeTest } from "../harness/base.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { envoyerPar } from "../harness/messages.ts";
import { ouvrirServeurCourriel, type ServeurDeTest } from "../harness/serveur-courriel.ts";

const PROCESSUS = fileURLToPath(new URL("../harness/processus-expediteur.ts", import.meta.url));

/** Starts another process of the application that sends. */
async function lancer(m: MaisonDeTest, { serveur }: ServeurDeTest, tenir = false): Promise<ChildProcess> {
  const dossier = await mkdtemp(join(tmpdir(), "probant-expediteur-"));
  const parametres = JSON.stringify({
    poolConfig: (m.maison.base as BaseDeTest).poolConfig,
    trousseau: join(dossier, "trousseau.json"),
    maintenant: m.maison.horloge(),
    serveur,
    tenir,
  });
  const enfant = spawn(process.execPath, [PROCESSUS, parametres], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(async () => {
    if (enfant.exitCode === null && enfant.signalCode === null) enfant.kill("SIGKILL");
    await rm(dossier, { recursive: true, force: true });
  });
  return enfant;
}

const convoquer = (m: MaisonDeTest, rang: number) =>
  transaction(m.maison.base, m.organismeId, (tx) =>
    ecrireMessage(m.maison, tx, {
      modele: "convocation",
      a: `personne.${rang}@exemple.example` as AdresseCourriel,
      donnees: {
        organisme: "Cabinet Horizon",
        conseiller: "Nadia Benali",
        discretion: false,
        rendezVous: { jour: jour("2026-11-30"), debut: "09:30" as Heure, dureeMinutes: 90, ou: "Rennes" },
      },
    }),
  );

const lire = (m: MaisonDeTest, id: string) =>
  transaction(m.maison.base, m.organismeId, (tx) => lireMessage(tx, "tous", id));

it("tué après le « 250 » du serveur et avant notre note : pas de second envoi, un doute qu’une personne lève", async () => {
  const [m, s] = [await ouvrirMaisonDeTest(), await ouvrirServeurCourriel()];
  const id = await convoquer(m, 1);
  const enfant = await lancer(m, s, true);
  const [dit] = await once(enfant.stdout!, "data");
  expect(String(dit)).toBe("remis\n");
  enfant.kill("SIGKILL");
  await once(enfant, "exit");
  await envoyerPar(m, s);
  expect(await lire(m, id)).toMatchObject({ etat: "en_cours" });
  m.regler("2026-11-24T09:10:00.000Z");
  await envoyerPar(m, s);
  expect(await lire(m, id)).toMatchObject({ etat: "doute", renvoyable: true });
  m.regler("2026-11-30T09:10:00.000Z");
  await envoyerPar(m, s);
  expect(s.recus).toHaveLength(1);
  expect(await transaction(m.maison.base, m.organismeId, (tx) => remettreEnFile(tx, id))).toBe(true);
  await envoyerPar(m, s);
  expect(await lire(m, id)).toMatchObject({ etat: "envoye" });
  const [premier, second] = [await s.lire(0), await s.lire(1)];
  expect(second.messageId).toBe(premier.messageId);
  expect(s.recus).toHaveLength(2);
});

it("tué pendant que le serveur lit : au plus un envoi, et les messages suivants partent", async () => {
  const m = await ouvrirMaisonDeTest();
  const recu = Promise.withResolvers<void>();
  const mort = Promise.withResolvers<void>();
  const s = await ouvrirServeurCourriel({
    aLaReception: async (_, fin) => {
      recu.resolve();
      await mort.promise;
      fin();
    },
  });
  const ids = [await convoquer(m, 1), await convoquer(m, 2)];
  const enfant = await lancer(m, s);
  await recu.promise;
  enfant.kill("SIGKILL");
  await once(enfant, "exit");
  mort.resolve();
  m.regler("2026-11-24T09:10:00.000Z");
  await envoyerPar(m, s);
  const etats = await Promise.all(ids.map(async (id) => (await lire(m, id))?.etat));
  expect(etats.toSorted()).toEqual(["doute", "envoye"]);
  expect(s.recus.map((r) => r.a.join()).toSorted()).toEqual([
    "personne.1@exemple.example",
    "personne.2@exemple.example",
  ]);
});

it("deux processus, deux cents messages : chacun une fois", async () => {
  const [m, s] = [await ouvrirMaisonDeTest(), await ouvrirServeurCourriel()];
  const ids: string[] = [];
  for (let i = 0; i < 200; i += 1) ids.push(await convoquer(m, i));
  const enfants = [await lancer(m, s), await lancer(m, s)];
  const portes = await Promise.all(
    enfants.map(async (enfant) => {
      let dit = "";
      enfant.stdout!.on("data", (texte) => {
        dit += texte;
      });
      const [code] = await once(enfant, "close");
      expect(code).toBe(0);
      return Number(dit);
    }),
  );
  expect(portes.every((n) => n > 20)).toBe(true);
  const recus = await Promise.all(s.recus.map(async (r) => (await simpleParser(r.octets)).messageId));
  expect(recus.toSorted()).toEqual(ids.map((id) => `<${id}@horizon.example>`).toSorted());
  const { rows } = await m.maison.base.pool.query("select distinct etat from message_sortie");
  expect(rows).toEqual([{ etat: "envoye" }]);
}, 120_000);
