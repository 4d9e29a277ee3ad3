import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { signCheckpoint } from "../../src/evidence/checkpoint.ts";
import { type Rapport, verifierDossierControle } from "../../src/evidence/dossier-controle.ts";
import { parseNote } from "../../src/evidence/note.ts";
import { lireZip } from "../../src/evidence/zip-canonique.ts";
import { transaction } from "../../src/store/connexion.ts";
import { lirePassations } from "../../src/store/journal/passations.ts";
import { clesDuJournal } from "../../src/usecases/cles/cles-du-journal.ts";
import { reprendreLesPassations } from "../../src/usecases/cles/reprendre-passations.ts";
import { tournerSignature } from "../../src/usecases/cles/tourner-signature.ts";
import { produireDossierControle } from "../../src/usecases/controle/produire-dossier-controle.ts";
import { nommerCle, tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import { verifierLeJournal } from "../../src/usecases/journal/verifier-le-journal.ts";
import type { Auteur, Maison } from "../../src/usecases/maison.ts";
import { ouvrirTrousseau } from "../../src/vault/trousseau.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { administrer, type BaseDeTest, ouvrirBaseDeTest } from "../harness/base.ts";
import { BILAN_CERTIFIE } from "../harness/bilan.ts";
import { ouvrirDossierDeTest } from "../harness/dossier.ts";
import { ecrireHistoire } from "../harness/histoire.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";

const TOURNEUR = join(import.meta.dirname, "..", "harness", "processus-tourneur.ts");

async function scene() {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  return { m, auteur };
}

async function produire(m: MaisonDeTest, auteur: Auteur, reference: string): Promise<Uint8Array> {
  const fabrique = { maison: m.maison, auteur, imprimer: m.imprimer, avancer: () => undefined };
  return (await produireDossierControle(fabrique, reference))!.octets;
}

const verifier = (octets: Uint8Array, cle?: string): Rapport =>
  verifierDossierControle(octets, hasherNode, cle === undefined ? {} : { cle });

const empreintes = async ({ maison, organismeId }: MaisonDeTest) =>
  (await clesDuJournal(maison, { organismeId })).map((c) => c.empreinte);

const notes = (maison: Maison, organismeId: string) =>
  transaction(maison.base, organismeId, async (tx) => (await lirePassations(tx)).map((p) => p.note));

it("une clé tournée : ce qu’elle a signé se vérifie encore, la suite dit les deux clés et depuis quand", async () => {
  const { m, auteur } = await scene();
  const { maison, organismeId } = m;
  const { reference } = await ecrireHistoire(m, auteur, BILAN_CERTIFIE);
  const avant = await produire(m, auteur, reference);
  const [ancienne] = await empreintes(m);
  const privee = JSON.parse(await readFile(m.trousseau, "utf8")).signatures[organismeId];

  m.regler("2026-11-24T10:00:00.000Z");
  await tournerSignature(maison, organismeId);
  const [nouvelle, encore] = await empreintes(m);
  expect([encore, nouvelle === ancienne]).toEqual([ancienne, false]);
  expect(await readFile(m.trousseau, "utf8")).not.toContain(privee);

  expect(verifier(avant, ancienne)).toMatchObject({ verdict: "intact", passations: [] });
  expect(verifier(avant, nouvelle).verdict).toBe("altere");
  const apres = await produire(m, auteur, reference);
  const serre = (e: string) => e.replaceAll(" ", "");
  for (const cle of [undefined, ancienne, nouvelle]) {
    const rapport = verifier(apres, cle);
    expect(rapport.constats.filter((c) => !c.ok)).toEqual([]);
    expect(serre(rapport.cle!.empreinte)).toBe(nouvelle);
    expect(rapport.passations).toMatchObject([{ le: "2026-11-24T10:00:00.000Z" }]);
    expect(rapport.passations.map((p) => serre(p.ancienne))).toEqual([ancienne]);
  }
  expect(verifier(apres, ancienne).remarques.join()).toContain("a passé la main");
  const index = Buffer.from(lireZip(apres).find((e) => e.nom === "index.html")!.contenu).toString();
  expect(index.replaceAll(/[\u00a0\u202f]/g, " ")).toContain(
    `Jusqu’au 24 novembre 2026 à 11 h, l’organisme signait avec la clé d’empreinte ${ancienne}`,
  );
  // The same facts, then another turn: two hand-overs, still one file that the first fingerprint recognises.
  await tournerSignature(maison, organismeId);
  expect(verifier(await produire(m, auteur, reference), ancienne)).toMatchObject({
    verdict: "intact",
    passations: [{}, {}],
  });
  expect(await verifierLeJournal(maison, organismeId)).toMatchObject({ constats: [] });
});

it("une tête signée par la clé retirée, après son retrait, est dite ; une passation d’une autre clé aussi", async () => {
  const { m, auteur } = await scene();
  const { maison, organismeId } = m;
  const { database } = (maison.base as BaseDeTest).poolConfig;
  await ouvrirDossierDeTest(maison, auteur);
  const { publique, signer } = maison.trousseau.signataire(organismeId);
  const retiree = nommerCle(maison, organismeId, publique);
  await tournerSignature(maison, organismeId);
  await ouvrirDossierDeTest(maison, auteur);
  await tenirLesJournaux(maison);
  const { rows } = await administrer(
    "select taille, texte from journal_checkpoint order by taille",
    database,
  );
  const { taille, texte } = rows.at(-1);
  const racine = Buffer.from(parseNote(texte).texte.split("\n")[2]!, "base64");
  const faux = signCheckpoint({ taille: Number(taille), racine }, retiree, signer);
  await administrer("update journal_checkpoint set texte = $1 where taille = $2", database, [faux, taille]);
  const { constats } = await verifierLeJournal(maison, organismeId);
  expect(constats).toEqual([
    expect.stringMatching(/tête signée de \d+ entrées.*Aucune signature ne vient de la clé attendue/),
  ]);
});

it("tuée à chaque étape, la passation s’achève au démarrage suivant, une seule fois", {
  timeout: 90_000,
}, async () => {
  const { m, auteur } = await scene();
  const { maison, organismeId } = m;
  const { poolConfig } = maison.base as BaseDeTest;
  await ouvrirDossierDeTest(maison, auteur);
  await tenirLesJournaux(maison);
  const etapes = [
    ["preparerSignataire", "apres"],
    ["passerLaMain", "avant"],
    ["passerLaMain", "apres"],
  ];
  for (const [i, [etape, quand]] of etapes.entries()) {
    const parametres = JSON.stringify([poolConfig, organismeId, dirname(m.trousseau), etape, quand]);
    await expect(promisify(execFile)(process.execPath, [TOURNEUR, parametres])).rejects.toMatchObject({
      signal: "SIGKILL",
    });
    // Whoever signs meanwhile does so with the key that the log names.
    await ouvrirDossierDeTest(maison, auteur);
    await tenirLesJournaux(maison);
    await reprendreLesPassations(maison);
    await reprendreLesPassations(maison);
    expect(await notes(maison, organismeId)).toHaveLength(i + 1);
    expect(maison.trousseau.passations(organismeId)).toHaveLength(i + 1);
    expect(maison.trousseau.passationEnCours(organismeId)).toBe(false);
    expect(await verifierLeJournal(maison, organismeId)).toMatchObject({ constats: [] });
  }
});

it("pendant que huit auteurs écrivent, rien ne se perd et chaque tête est signée par la clé de sa place", async () => {
  const { m, auteur } = await scene();
  const { maison, organismeId } = m;
  const PAR_AUTEUR = 5;
  let fini = false;
  const signer = async () => {
    while (!fini) await tenirLesJournaux(maison);
  };
  const ecrire = async () => {
    for (let i = 0; i < PAR_AUTEUR; i += 1) await ouvrirDossierDeTest(maison, auteur);
  };
  const auteurs = Promise.all(Array.from({ length: 8 }, ecrire));
  const signataires = [signer(), signer()];
  for (let i = 0; i < 4; i += 1) await tournerSignature(maison, organismeId);
  await auteurs;
  fini = true;
  await Promise.all(signataires);
  await tenirLesJournaux(maison);
  const bilan = await verifierLeJournal(maison, organismeId);
  expect(bilan).toMatchObject({ constats: [], dossiers: 8 * PAR_AUTEUR, entrees: 8 * PAR_AUTEUR + 4 });
});

it("une base d’avant la passation reçoit la passation ; un trousseau d’avant elle est refusé", async () => {
  const { m, auteur } = await scene();
  const { database } = (m.maison.base as BaseDeTest).poolConfig;
  const reference = await ouvrirDossierDeTest(m.maison, auteur);
  await tenirLesJournaux(m.maison);
  await m.maison.base.fermer();
  const [presente, ancienne] = [await ouvrirBaseDeTest(database), await ouvrirBaseDeTest(database)];
  const dossier = await mkdtemp(join(tmpdir(), "probant-vieux-trousseau-"));
  onTestFinished(() => rm(dossier, { recursive: true }));
  await promisify(execFile)("cp", ["-a", `${dirname(m.trousseau)}/.`, dossier]);

  const maison = { ...m.maison, base: presente };
  await ouvrirDossierDeTest(maison, auteur);
  await tournerSignature(maison, m.organismeId);

  const restauree = { ...m.maison, base: ancienne };
  await reprendreLesPassations(restauree);
  await ouvrirDossierDeTest(restauree, auteur);
  await tenirLesJournaux(restauree);
  expect(await notes(restauree, m.organismeId)).toEqual(await notes(maison, m.organismeId));
  expect(await verifierLeJournal(restauree, m.organismeId)).toMatchObject({ constats: [] });
  const rapport = verifier(await produire({ ...m, maison: restauree }, auteur, reference));
  expect(rapport).toMatchObject({ verdict: "intact", passations: [{}] });
  expect(rapport.remarques.join()).toContain("sauvegarde plus ancienne");

  const vieux = { ...maison, trousseau: await ouvrirTrousseau(join(dossier, "trousseau.json"), true) };
  await expect(reprendreLesPassations(vieux)).rejects.toThrow("plus ancien que ces données");
});
