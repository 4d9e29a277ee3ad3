import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type BaseDeTest, ouvrirBaseDeTest, ouvrirOrganisme } from "../../tests/harness/base.ts";
import { ecrireDossier, faitFictif, resumeFictif } from "../../tests/harness/ecritures.ts";
import { transaction } from "./connexion.ts";
import { lireDossier } from "./dossiers.ts";
import { ajouterFaits } from "./journal.ts";
import { cloreMessage, prendreMessages } from "./outbox.ts";

async function deposer(base: BaseDeTest, organismeId: string, nombre: number): Promise<void> {
  await transaction(base, organismeId, async (tx) => {
    const id = await ecrireDossier(tx);
    const { tete } = (await lireDossier(tx, { id }))!;
    const messages = Array.from({ length: nombre }, () => ({
      id: randomUUID(),
      canal: "courriel",
      destinataire: { adresse: "zoe@exemple.invalid" },
      modele: "convocation",
      donnees: { reference: "D-2026-0001" },
    }));
    await ajouterFaits(tx, {
      dossierId: id,
      attendu: tete,
      faits: [faitFictif(id, 2)],
      resume: resumeFictif(),
      messages,
    });
  });
}

test("deux expéditeurs au même moment ne prennent jamais le même message", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  await deposer(base, organismeId, 5);
  const pris = Promise.withResolvers<void>();
  const autreServi = Promise.withResolvers<void>();
  const premier = transaction(base, organismeId, async (tx) => {
    const messages = await prendreMessages(tx, 3);
    pris.resolve();
    await autreServi.promise;
    for (const { id } of messages)
      await cloreMessage(tx, id, { etat: "envoye", le: "2026-11-24T10:00:00.000Z" });
    return messages;
  });
  await pris.promise;
  const second = await transaction(base, organismeId, (tx) => prendreMessages(tx, 10));
  autreServi.resolve();
  const ids = [...(await premier), ...second].map((m) => m.id);
  expect(new Set(ids).size).toBe(5);
  expect(second).toHaveLength(2);
  const restants = await transaction(base, organismeId, (tx) => prendreMessages(tx, 10));
  expect(restants.map((m) => m.id).toSorted()).toEqual(second.map((m) => m.id).toSorted());
});

test("un envoi interrompu laisse le message à envoyer, un échec le retire de la file", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  await deposer(base, organismeId, 1);
  const coupe = transaction(base, organismeId, async (tx) => {
    const [message] = await prendreMessages(tx, 1);
    await cloreMessage(tx, message!.id, { etat: "envoye", le: "2026-11-24T10:00:00.000Z" });
    throw new Error("coupure");
  });
  await expect(coupe).rejects.toThrow("coupure");
  await transaction(base, organismeId, async (tx) => {
    const [message] = await prendreMessages(tx, 1);
    expect(message).toMatchObject({
      modele: "convocation",
      destinataire: { adresse: "zoe@exemple.invalid" },
    });
    await cloreMessage(tx, message!.id, { etat: "echec" });
  });
  expect(await transaction(base, organismeId, (tx) => prendreMessages(tx, 1))).toEqual([]);
});
