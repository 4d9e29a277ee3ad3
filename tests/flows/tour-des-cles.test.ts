import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { transaction, transactionDeLecture } from "../../src/store/connexion.ts";
import { lireCle } from "../../src/store/dossier/cles.ts";
import { ouvrirContenus } from "../../src/usecases/contenus/contenus-ouverts.ts";
import { rejouerLesDestructions } from "../../src/usecases/destruction/apres-restauration.ts";
import { tournerEnveloppes } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { chargerDossier, cleDuDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import { verifierLeJournal } from "../../src/usecases/journal/verifier-le-journal.ts";
import type { Maison } from "../../src/usecases/maison.ts";
import { releverSauvegarde } from "../../src/usecases/sauvegarde/relire.ts";
import { sauvegarder } from "../../src/usecases/sauvegarde/sauvegarder.ts";
import { ouvrirCle } from "../../src/vault/cles-dossier.ts";
import { ouvrirSecret, scellerSecret } from "../../src/vault/secret-message.ts";
import { type BaseDeTest, ouvrirBaseDeTest } from "../harness/base.ts";
import { BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { ecrireHistoire, type Recit } from "../harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

const TOURNEUR = join(import.meta.dirname, "..", "harness", "processus-tourneur.ts");
const COURT = BILAN_REMIS.slice(0, 6);

async function scene(recit: Recit = COURT) {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  return { m, auteur, ...(await ecrireHistoire(m, auteur, recit)) };
}

/** Every text that opens in a dossier; throws when a key does not. */
function textes(maison: Maison, organismeId: string, reference: string): Promise<string[]> {
  return transactionDeLecture(maison.base, organismeId, async (tx) => {
    const dossier = (await chargerDossier(tx, reference))!;
    await cleDuDossier(maison, tx, dossier.id, "preuve");
    return [...((await ouvrirContenus(maison, tx, dossier)) ?? new Map()).values()];
  });
}

const enveloppe = (maison: Maison, organismeId: string, id: string, classe: "contenu" | "preuve") =>
  transaction(maison.base, organismeId, async (tx) => {
    const cle = (await lireCle(tx, id, classe))!;
    return { ...cle, enveloppe: Buffer.from(cle.enveloppe) };
  });

it("les clés extérieures tournées sans rien détruire : tout s’ouvre, plus rien ne s’ouvre par les anciennes", async () => {
  const { m, reference, id } = await scene(BILAN_REMIS);
  const { maison, organismeId } = m;
  const attendus = await textes(maison, organismeId, reference);
  expect(attendus.join()).toContain(CANARI);
  const avant = [
    await enveloppe(maison, organismeId, id, "contenu"),
    await enveloppe(maison, organismeId, id, "preuve"),
  ];
  expect(await tournerEnveloppes(maison)).toEqual({ enveloppees: 2, detruites: 2, effectives: 0 });
  expect(await textes(maison, organismeId, reference)).toEqual(attendus);
  for (const cle of avant) {
    await expect(ouvrirCle(maison.trousseau, organismeId, id, cle)).rejects.toThrow("détruite");
    expect(await readFile(m.trousseau, "utf8")).toContain(`"id": "${cle.cleExterne}"`);
  }
  await tenirLesJournaux(maison);
  expect(await verifierLeJournal(maison, organismeId)).toMatchObject({ constats: [] });
});

it("les clés des sceaux, des messages et des sauvegardes tournent avec elles, et rien de ce qui attend ne se ferme", async () => {
  const { m } = await scene();
  const { maison, organismeId } = m;
  const { trousseau, sceaux } = maison;
  const identite = { raisonSociale: "Cabinet Éclosion", siret: "12345678200010" };
  await sceaux.sceauDe(organismeId, identite, maison.horloge());
  const cles = await sceaux.secrets(organismeId);
  const dossier = await mkdtemp(join(tmpdir(), "probant-tour-"));
  onTestFinished(() => rm(dossier, { recursive: true }));
  const avant = join(dossier, "avant.sauvegarde");
  await sauvegarder(maison, avant, () => undefined);
  const secret = scellerSecret(trousseau, organismeId, "m1", "/lien/secret");
  const autres = ["sceau", "message", "sauvegarde"] as const;
  const enUsage = () => autres.map((usage) => trousseau.externesDe(usage).at(-1)!);
  const premieres = enUsage();

  await tournerEnveloppes(maison);
  for (const [i, id] of enUsage().entries()) expect(id).not.toBe(premieres[i]);
  expect(autres.map((usage) => trousseau.externesDe(usage).length)).toEqual([1, 2, 2]);
  expect(await sceaux.secrets(organismeId)).toEqual(cles);
  expect(ouvrirSecret(trousseau, organismeId, "m1", secret)).toBe("/lien/secret");
  expect((await releverSauvegarde(trousseau, avant)).fins.length).toBeGreaterThan(20);

  // A secret that waits keeps its key; the turn after it has left takes it.
  const donnees = JSON.stringify({ secret });
  await maison.base.pool.query(
    `insert into message_sortie (organisme_id, id, canal, modele, destinataire, donnees, etat)
       values ($1, gen_random_uuid(), 'courriel', 'essai', '{}', $2, 'a_envoyer')`,
    [organismeId, donnees],
  );
  await tournerEnveloppes(maison);
  expect(trousseau.externesDe("message")).toContain(premieres[1]);
  await maison.base.pool.query("delete from message_sortie where modele = 'essai'");
  await tournerEnveloppes(maison);
  expect(trousseau.estDetruite(premieres[1]!)).toBe(true);
});

it("tué à chaque étape, le tour s’achève la fois suivante et rien ne se perd", {
  timeout: 90_000,
}, async () => {
  const { m, reference } = await scene();
  const { maison, organismeId } = m;
  const { poolConfig } = maison.base as BaseDeTest;
  const attendus = await textes(maison, organismeId, reference);
  for (const [etape, quand] of [
    ["ajouterExterne", "apres"],
    ["garderClesVivantes", "avant"],
    ["detruireExternes", "avant"],
    ["detruireExternes", "apres"],
  ]) {
    const parametres = JSON.stringify([poolConfig, null, dirname(m.trousseau), etape, quand]);
    await expect(promisify(execFile)(process.execPath, [TOURNEUR, parametres])).rejects.toMatchObject({
      signal: "SIGKILL",
    });
    expect(await textes(maison, organismeId, reference)).toEqual(attendus);
    expect(await rejouerLesDestructions(maison)).toBe(0);
    await tournerEnveloppes(maison);
    expect(await textes(maison, organismeId, reference)).toEqual(attendus);
    for (const usage of ["contenu", "preuve"] as const) {
      expect(maison.trousseau.externesDe(usage)).toHaveLength(1);
    }
  }
});

it("pendant qu’on écrit et qu’on lit, aucun contenu ne se perd et aucune lecture n’échoue", async () => {
  const { m, auteur, reference } = await scene();
  const { maison, organismeId } = m;
  const attendus = await textes(maison, organismeId, reference);
  let fini = false;
  let lectures = 0;
  const lire = async () => {
    while (!fini) {
      expect(await textes(maison, organismeId, reference)).toEqual(attendus);
      lectures += 1;
    }
  };
  // A view that began before every turn: it still finds the key, as it is wrapped now.
  const vueAncienne = transactionDeLecture(maison.base, organismeId, async (tx) => {
    const dossier = (await chargerDossier(tx, reference))!;
    for (let i = 0; i < 3; i += 1) await tournerEnveloppes(maison);
    return [...(await ouvrirContenus(maison, tx, dossier))!.values()];
  });
  const lecteurs = [lire(), lire()];
  const ecrits = await Promise.all([1, 2, 3].map(() => ecrireHistoire(m, auteur, COURT)));
  expect(await vueAncienne).toEqual(attendus);
  fini = true;
  await Promise.all(lecteurs);
  expect(lectures).toBeGreaterThan(5);
  for (const ecrit of ecrits) {
    expect(await textes(maison, organismeId, ecrit.reference)).toHaveLength(attendus.length);
  }
});

it("une base d’avant le tour, remise en place, reprend les clés qui vivent, des contenus et des preuves", async () => {
  const { m, reference } = await scene();
  const attendus = await textes(m.maison, m.organismeId, reference);
  const { database } = (m.maison.base as BaseDeTest).poolConfig;
  await m.maison.base.fermer();
  const [presente, ancienne] = [await ouvrirBaseDeTest(database), await ouvrirBaseDeTest(database)];
  await tournerEnveloppes({ ...m.maison, base: presente });
  await tournerEnveloppes({ ...m.maison, base: presente });
  const restauree = { ...m.maison, base: ancienne };
  await expect(textes(restauree, m.organismeId, reference)).rejects.toThrow("détruite");
  expect(await rejouerLesDestructions(restauree)).toBe(0);
  expect(await textes(restauree, m.organismeId, reference)).toEqual(attendus);
});
