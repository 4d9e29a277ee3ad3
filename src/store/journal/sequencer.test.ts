import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { type BaseDeTest, ouvrirBaseDeTest, ouvrirOrganisme } from "../../../tests/harness/base.ts";
import {
  ajouterUnFait,
  CLE_JOURNAL,
  CLE_PREUVE,
  ecrireDossier,
  signerDeTest,
} from "../../../tests/harness/ecritures.ts";
import { transaction, transactionDeLecture } from "../connexion.ts";
import { organismesASigner, signerTete } from "./checkpoints.ts";
import { sequencer, sequencerTout } from "./sequencer.ts";
import { verifierJournal } from "./verifier-journal.ts";

const ECRIVAIN = fileURLToPath(new URL("../../../tests/harness/processus-ecrivain.ts", import.meta.url));

const lirePositions = (base: BaseDeTest, organismeId: string) =>
  transaction(base, organismeId, (tx) =>
    tx.db
      .selectFrom("journal_entree")
      .select(["position", "dossier_id", "taille"])
      .orderBy("position")
      .execute(),
  );

const verifier = (base: BaseDeTest, organismeId: string) =>
  transactionDeLecture(base, organismeId, (tx) =>
    verifierJournal(tx, { cle: CLE_JOURNAL, clePreuve: async () => CLE_PREUVE }),
  );

test("huit auteurs et quatre séquenceurs en quatre processus : ni fourche, ni saut, ni doublon", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  const dossiers = await transaction(base, organismeId, async (tx) => [
    await ecrireDossier(tx),
    await ecrireDossier(tx),
    await ecrireDossier(tx),
  ]);
  const PAR_AUTEUR = 40;
  const parametres = JSON.stringify([base.poolConfig, organismeId, dossiers, PAR_AUTEUR]);
  const sorties = await Promise.all(
    Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, [ECRIVAIN, parametres])),
  );
  const comptes = sorties.map(
    ({ stdout }) => JSON.parse(stdout) as Record<"ecrits" | "conflits" | "places", number>,
  );
  const total = (quoi: "ecrits" | "conflits" | "places") => comptes.reduce((somme, c) => somme + c[quoi], 0);
  expect(total("ecrits")).toBe(8 * PAR_AUTEUR);
  expect(total("conflits")).toBeGreaterThan(0);
  expect(total("places") + (await sequencerTout(base))).toBe(8 * PAR_AUTEUR + dossiers.length);

  const entrees = await lirePositions(base, organismeId);
  expect(entrees.map((e) => e.position)).toEqual(Array.from({ length: 8 * PAR_AUTEUR + 3 }, (_, i) => i));
  for (const id of dossiers) {
    const tailles = entrees.filter((e) => e.dossier_id === id).map((e) => e.taille);
    expect(tailles).toEqual(Array.from({ length: tailles.length }, (_, i) => i + 1));
  }
  await transaction(base, organismeId, (tx) => signerTete(tx, CLE_JOURNAL, signerDeTest));
  expect(await verifier(base, organismeId)).toEqual({
    dossiers: 3,
    faits: 8 * PAR_AUTEUR + 3,
    entrees: 8 * PAR_AUTEUR + 3,
    checkpoints: 1,
    constats: [],
  });
}, 120_000);

test("une tête validée après coup prend la place suivante, elle n’est jamais oubliée", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  const [tardif, presse] = await transaction(base, organismeId, async (tx) => [
    await ecrireDossier(tx),
    await ecrireDossier(tx),
  ]);
  await sequencerTout(base);
  const ecritMaisPasValide = Promise.withResolvers<void>();
  const autresPlaces = Promise.withResolvers<void>();
  const enRetard = transaction(base, organismeId, async (tx) => {
    const id = await ecrireDossier(tx);
    ecritMaisPasValide.resolve();
    await autresPlaces.promise;
    return id;
  });
  await ecritMaisPasValide.promise;
  for (const id of [presse!, tardif!, presse!]) await ajouterUnFait(base, organismeId, id);
  expect(await sequencerTout(base)).toBe(3);
  autresPlaces.resolve();
  const id = await enRetard;
  expect(await sequencerTout(base)).toBe(1);
  const entrees = await lirePositions(base, organismeId);
  expect(entrees.at(-1)).toMatchObject({ position: 5, dossier_id: id });
  expect((await verifier(base, organismeId)).constats).toEqual([]);
});

test("deux séquenceurs au même moment se partagent la file sans se doubler, lot par lot", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  await transaction(base, organismeId, async (tx) => {
    for (let i = 0; i < 23; i += 1) await ecrireDossier(tx);
  });
  const lots = await Promise.all(
    Array.from({ length: 6 }, () => transaction(base, organismeId, (tx) => sequencer(tx, 5))),
  );
  expect(lots.toSorted((a, b) => b - a)).toEqual([5, 5, 5, 5, 3, 0]);
  expect((await verifier(base, organismeId)).constats).toEqual([]);
});

test("un séquenceur interrompu ne laisse aucune place prise", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  await transaction(base, organismeId, (tx) => ecrireDossier(tx));
  const interrompu = transaction(base, organismeId, async (tx) => {
    expect(await sequencer(tx)).toBe(1);
    throw new Error("arrêt");
  });
  await expect(interrompu).rejects.toThrow("arrêt");
  expect(await lirePositions(base, organismeId)).toEqual([]);
  expect(await sequencerTout(base)).toBe(1);
});

test("chaque organisme a son journal, et seuls ceux qui ont grandi sont à signer", async () => {
  const base = await ouvrirBaseDeTest();
  const un = await ouvrirOrganisme(base);
  const deux = await ouvrirOrganisme(base);
  const muet = await ouvrirOrganisme(base);
  for (const id of [un, deux]) await transaction(base, id, (tx) => ecrireDossier(tx));
  expect(await sequencerTout(base)).toBe(2);
  expect((await organismesASigner(base)).toSorted()).toEqual([un, deux].toSorted());
  await transaction(base, un, (tx) => signerTete(tx, CLE_JOURNAL, signerDeTest));
  expect(await organismesASigner(base)).toEqual([deux]);
  for (const id of [un, deux]) expect(await lirePositions(base, id)).toHaveLength(1);
  expect(await lirePositions(base, muet)).toEqual([]);
});
