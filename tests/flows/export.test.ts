import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Decrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { Ajv2020 } from "ajv/dist/2020.js";
import type pg from "pg";
import { beforeAll, expect, inject, it, onTestFinished } from "vitest";
import { contenusDetruits } from "../../src/dossier/faits/fin.ts";
import type { EntreeZip } from "../../src/evidence/entree-zip.ts";
import { juger } from "../../src/law/judge.ts";
import { ouvrirSceaux } from "../../src/sceau/sceaux.ts";
import { ouvrirBase, transaction } from "../../src/store/connexion.ts";
import { ecrirePiece } from "../../src/store/dossier/pieces.ts";
import { exigerTailles, lotPour, tablesDeLOrganisme } from "../../src/store/export/lire-organisme.ts";
import { tournerSignature } from "../../src/usecases/cles/tourner-signature.ts";
import { ouvrirContenus } from "../../src/usecases/contenus/contenus-ouverts.ts";
import { produireDossierControle } from "../../src/usecases/controle/produire-dossier-controle.ts";
import { rejouerLesDestructions } from "../../src/usecases/destruction/apres-restauration.ts";
import { rendreLesDestructionsEffectives } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { chargerDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { effacerPreuves } from "../../src/usecases/durees/effacer-preuves.ts";
import { inscrireEffacements } from "../../src/usecases/durees/inscrire-effacements.ts";
import { exporterOrganisme } from "../../src/usecases/export/exporter.ts";
import { flotDExport } from "../../src/usecases/export/flot.ts";
import { importerOrganisme } from "../../src/usecases/export/importer.ts";
import { releverExport } from "../../src/usecases/export/relire.ts";
import { dezipper, zipper } from "../../src/usecases/export/zip-en-flux.ts";
import { verifierLeJournal } from "../../src/usecases/journal/verifier-le-journal.ts";
import type { Maison } from "../../src/usecases/maison.ts";
import { exigerLaMemeInstallation } from "../../src/usecases/organisme/meme-installation.ts";
import { jour } from "../../src/values/jour.ts";
import { fermerFlux, ouvrirFluxAge } from "../../src/vault/fichier-age.ts";
import { ouvrirTrousseau } from "../../src/vault/trousseau.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { administrer, type BaseDeTest } from "../harness/base.ts";
import { BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ecrireHistoire } from "../harness/histoire.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { entrerChezElle } from "../harness/personne.ts";
import { toutLire } from "../harness/tout-lire.ts";

const JOURS = ["2026-09-01", "2026-11-24", "2027-06-01", "2030-12-31"].map(jour);
const taire = () => undefined;
/** What the two installations hold differently, and why no row of it is compared. */
const AUTRES = new Set(["acte_recu", "preparation", "cle_dossier", "utilisateur"]);

let dossier: string;
let m: MaisonDeTest;
let organismeId: string;
/** One that lives, and one whose contents are destroyed in every copy; a third is emptied, proofs included. */
let references: { vivant: string; detruit: string };
let fichier: Buffer;
let identite: string;

const source = (octets: Uint8Array) =>
  async function* () {
    for (let i = 0; i < octets.length; i += 65_536) yield octets.subarray(i, i + 65_536);
  };

async function baseVide(): Promise<pg.PoolConfig> {
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  await administrer(`create database ${database} template template1`);
  onTestFinished(async () => {
    await administrer(`drop database ${database} (force)`);
  });
  return { ...inject("serveur"), database };
}

async function lieuNeuf(): Promise<{ poolConfig: pg.PoolConfig; cles: string }> {
  const cles = await mkdtemp(join(tmpdir(), "probant-import-"));
  onTestFinished(() => rm(cles, { recursive: true }));
  return { poolConfig: await baseVide(), cles };
}

async function importer(
  octets: Uint8Array,
  { poolConfig, cles }: Awaited<ReturnType<typeof lieuNeuf>>,
): Promise<Maison> {
  const lieu = {
    poolConfig,
    trousseau: await ouvrirTrousseau(join(cles, "trousseau.json")),
    sceaux: ouvrirSceaux(join(cles, "sceaux")),
  };
  const releve = await releverExport(source(octets), { identite });
  await importerOrganisme(lieu, source(octets), { identite }, releve, taire);
  const base = ouvrirBase({ poolConfig, hasher: hasherNode, journalise: taire });
  onTestFinished(() => base.fermer());
  const maison: Maison = { ...m.maison, base, trousseau: lieu.trousseau, sceaux: lieu.sceaux };
  await exigerLaMemeInstallation(maison);
  expect(await rejouerLesDestructions(maison)).toBe(0);
  return maison;
}

async function lignes(poolConfig: pg.PoolConfig): Promise<Record<string, unknown[]>> {
  const { database } = poolConfig;
  const { rows } = await administrer(
    `select relname as nom, exists (select from pg_attribute where attrelid = oid and attname = 'organisme_id') as sien
       from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity`,
    database,
  );
  const tout: Record<string, unknown[]> = {};
  for (const { nom, sien } of rows.filter((r) => !AUTRES.has(r.nom))) {
    const ou = `where ${sien ? "organisme_id" : "id"} = '${organismeId}'`;
    const lues = await administrer(`select t::text as ligne from "${nom}" t ${ou} order by 1`, database);
    tout[nom] = lues.rows.map((r) => r.ligne);
  }
  return tout;
}

const ouvrir = (maison: Maison, reference: string) =>
  transaction(maison.base, organismeId, async (tx) => {
    const charge = (await chargerDossier(tx, reference))!;
    const textes = await ouvrirContenus(maison, tx, charge);
    return {
      id: charge.id,
      verdicts: JOURS.map((au) => juger(charge.etat, au)),
      textes: textes && [...textes].sort(),
    };
  });

/** One that is proof, one that is sealed, with bytes that no text holds. */
async function ecrirePieces(dossierId: string): Promise<void> {
  const octets = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
  const commune = {
    dossierId,
    nature: "feuille_scannee",
    nom: "feuille",
    empreinte: hasherNode.sha256(octets),
    octets,
  };
  await transaction(m.maison.base, organismeId, async (tx) => {
    await ecrirePiece(tx, { ...commune, id: randomUUID(), classe: "preuve", typeMedia: "application/pdf" });
    await ecrirePiece(tx, { ...commune, id: randomUUID(), classe: "contenu", typeMedia: "image/png" });
  });
}

const controle = (maison: Maison, reference: string) =>
  produireDossierControle(
    {
      maison,
      auteur: { organismeId, utilisateur: "u", role: "conseiller", intervenant: "nadia" },
      imprimer: m.imprimer,
      avancer: taire,
    },
    reference,
  );

beforeAll(async () => {
  const aLaFin: (() => Promise<void>)[] = [];
  dossier = await mkdtemp(join(tmpdir(), "probant-export-"));
  m = await ouvrirMaisonDeTest({ aLaFin: (f) => aLaFin.push(f) });
  organismeId = m.organismeId;
  const { auteur } = await m.client("conseiller");
  const vivant = (await ecrireHistoire(m, auteur, BILAN_REMIS)).reference;
  const detruit = (await ecrireHistoire(m, auteur, BILAN_REMIS)).reference;
  references = { vivant, detruit };
  await entrerChezElle(m, auteur, vivant);
  await ecrireFaits(m.maison, auteur, detruit, [
    contenusDetruits.nouveau(jour("2026-11-16"), { documents: 3 }),
  ]);
  await rendreLesDestructionsEffectives(m.maison);
  const vide = (await ecrireHistoire(m, auteur, BILAN_REMIS.slice(0, 4))).reference;
  await transaction(m.maison.base, organismeId, async (tx) => {
    const charge = (await chargerDossier(tx, vide))!;
    await effacerPreuves(m.maison, tx, charge, "sans_suite", jour("2026-11-20"));
  });
  await inscrireEffacements(m.maison);
  await tournerSignature(m.maison, organismeId);
  await ecrirePieces((await ouvrir(m.maison, vivant)).id);
  const autre = await m.fonder();
  const { auteur: ailleurs } = await m.client("conseiller", autre);
  await ecrireHistoire(m, ailleurs, BILAN_REMIS.slice(0, 3), { ...CAMILLE, nom: "Perlimpinpin" });
  // Papers enter the dossier when its control file is first made: made before, it is the same afterwards.
  await controle(m.maison, vivant);
  await controle(m.maison, detruit);
  identite = await generateX25519Identity();
  const pour = { destinataire: await identityToRecipient(identite) };
  await exporterOrganisme(m.maison, organismeId, join(dossier, "un.age"), pour, taire);
  fichier = await readFile(join(dossier, "un.age"));
  return async () => {
    for (const finir of aLaFin.reverse()) await finir();
    await rm(dossier, { recursive: true });
  };
}, 120_000);

it("dans une installation vide, l’organisme a les mêmes lignes, le même journal et les mêmes verdicts", async () => {
  const lieu = await lieuNeuf();
  const maison = await importer(fichier, lieu);
  const [avant, apres] = [
    await lignes((m.maison.base as BaseDeTest).poolConfig),
    await lignes(lieu.poolConfig),
  ];
  const attendaient = avant.message_sortie!.filter((l) => String(l).includes("a_envoyer"));
  expect(attendaient.length).toBeGreaterThan(0);
  expect(apres.message_sortie!.filter((l) => String(l).includes("doute"))).toHaveLength(attendaient.length);
  const { message_sortie: _a, ...ici } = avant;
  const { message_sortie: _b, ...la } = apres;
  expect(la).toEqual(ici);
  expect(la.effacement).toHaveLength(1);
  expect(maison.trousseau.passations(organismeId)).toHaveLength(1);
  expect(await verifierLeJournal(maison, organismeId)).toEqual(
    await verifierLeJournal(m.maison, organismeId),
  );
  expect(await verifierLeJournal(maison, organismeId)).toMatchObject({ constats: [] });
  for (const reference of Object.values(references)) {
    expect(await ouvrir(maison, reference)).toEqual(await ouvrir(m.maison, reference));
    const [un, deux] = [await controle(m.maison, reference), await controle(maison, reference)];
    expect(Buffer.compare(un!.octets, deux!.octets)).toBe(0);
  }
  expect((await ouvrir(maison, references.vivant)).textes?.[0]?.[1]).toContain(CANARI);
  expect((await ouvrir(maison, references.detruit)).textes).toBeNull();
}, 60_000);

it("« age » et « unzip » l’ouvrent sans nous : ni un contenu, ni une ligne d’un autre organisme, et chaque ligne suit son schéma", async () => {
  const age = new Decrypter();
  age.addIdentity(identite);
  const zip = join(dossier, "un.zip");
  await writeFile(zip, await age.decrypt(fichier));
  const ici = join(dossier, "ouvert");
  execFileSync("unzip", ["-q", zip, "-d", ici]);
  const lire = (nom: string) => readFile(join(ici, nom), "utf8");
  const { tables } = JSON.parse(await lire("export.json"));
  const ajv = new Ajv2020({ validateFormats: false });
  let lues = 0;
  let texte = "";
  for (const { nom } of tables) {
    const valider = ajv.compile(JSON.parse(await lire(`schemas/${nom}.schema.json`)));
    if (!existsSync(join(ici, `donnees/${nom}-00001.jsonl`))) continue;
    const jsonl = await lire(`donnees/${nom}-00001.jsonl`);
    for (const ligne of jsonl.trimEnd().split("\n")) {
      expect(valider(JSON.parse(ligne)), JSON.stringify(valider.errors)).toBe(true);
      lues += 1;
    }
    texte += jsonl;
  }
  expect(lues).toBeGreaterThan(100);
  expect(
    readdirSync(join(ici, "pieces"), { recursive: true }).filter((f) => /\.(pdf|scelle)$/.test(String(f))),
  ).toHaveLength(2);
  expect(texte).toContain("Camille");
  expect(texte).not.toContain("Perlimpinpin");
  expect(texte).not.toContain(CANARI);
  expect(texte).not.toContain('"secret"');
  expect(await lire("LISEZ-MOI.txt")).toContain("CE QUI EST DANS CE FICHIER");
  const somme = execFileSync("sh", ["-c", `cat '${ici}'/donnees/fait-*.jsonl | sha256sum`], {
    encoding: "utf8",
  });
  const { tables: fins } = JSON.parse(await lire("fin.json"));
  expect(somme.slice(0, 64)).toBe(fins.find((f: { table: string }) => f.table === "fait").sha256);
});

it("un octet changé, une coupe, une autre clé ou une version inconnue sont dits", async () => {
  const dit = (octets: Uint8Array, cle = identite) => releverExport(source(octets), { identite: cle });
  await expect(dit(fichier, await generateX25519Identity())).rejects.toThrow("n’ouvre pas ce fichier");
  await expect(dit(Buffer.from("PK ceci n’est rien\n"))).rejects.toThrow("n’est pas un export de Probant");
  await expect(dit(Buffer.alloc(0))).rejects.toThrow("vide");
  await expect(dit(await autreVersion())).rejects.toThrow("Installez une version plus récente");
  await expect(dit(fichier.subarray(0, fichier.length - 1))).rejects.toThrow("coupé ou altéré");
  for (const ici of [300, fichier.length >> 1, fichier.length - 20]) {
    const altere = Buffer.from(fichier);
    altere[ici]! ^= 1;
    await expect(dit(altere)).rejects.toThrow("coupé ou altéré");
  }
});

const autreVersion = () =>
  fermer([{ nom: "export.json", contenu: Buffer.from('{"format":"probant-export/2"}') }]);

/** What anybody can do who knows the recipient: close other files for it. */
async function fermer(fichiers: readonly EntreeZip[]): Promise<Uint8Array> {
  const entrees = async function* () {
    yield* fichiers;
  };
  const pour = { destinataire: await identityToRecipient(identite) };
  return Buffer.concat(await toutLire(fermerFlux(pour, zipper(entrees()))));
}

/** The export with other lines in one table, which its counts and hashes agree with; `colonnes`: of a table that it had not. */
async function forger(
  table: string,
  refaire: (lignes: string) => string,
  colonnes?: string[],
): Promise<Uint8Array> {
  const fichiers = await toutLire(dezipper(ouvrirFluxAge({ identite }, source(fichier)())));
  const lire = (nom: string) => Buffer.from(fichiers.find((f) => f.nom === nom)?.contenu ?? "").toString();
  const mettre = (nom: string, texte: string) => {
    const i = fichiers.findIndex((f) => f.nom === nom);
    fichiers.splice(i === -1 ? fichiers.length - 1 : i, i === -1 ? 0 : 1, {
      nom,
      contenu: Buffer.from(texte),
    });
  };
  const nom = `donnees/${table}-00001.jsonl`;
  const lignes = refaire(lire(nom));
  mettre(nom, lignes);
  const [debut, fin] = [JSON.parse(lire("export.json")), JSON.parse(lire("fin.json"))];
  if (colonnes !== undefined) {
    debut.tables.push({ nom: table, colonnes, identite: null });
    fin.tables.push({ table });
  }
  Object.assign(
    fin.tables.find((t: { table: string }) => t.table === table),
    { lignes: lignes.split("\n").length - 1, sha256: createHash("sha256").update(lignes).digest("hex") },
  );
  mettre("export.json", JSON.stringify(debut));
  mettre("fin.json", JSON.stringify(fin));
  return await fermer(fichiers);
}

it("une ligne d’un autre organisme, ou d’une table qui ouvre des comptes, n’entre pas avec les siennes", async () => {
  const relue = async (octets: Uint8Array) => await releverExport(source(octets), { identite });
  const ailleurs = randomUUID();
  const deuxieme = (l: string) => `${l}${l.split("\n")[0]!.replaceAll(organismeId, ailleurs)}\n`;
  expect((await relue(await forger("organisme", (l) => l))).debut.organisme).toBe(organismeId);
  await expect(relue(await forger("organisme", deuxieme))).rejects.toThrow("réécrit");
  await expect(relue(await forger("membre", deuxieme))).rejects.toThrow("réécrit");
  await expect(relue(await forger("membre", (l) => `${l}null\n`))).rejects.toThrow("réécrit");
  const lien = (l: string) => `${l}${JSON.stringify({ ...LIEN, organisme_id: organismeId })}\n`;
  const liens = await forger("lien_secret", lien, [...Object.keys(LIEN), "organisme_id"]);
  const nu = await lieuNeuf();
  await expect(importer(liens, nu)).rejects.toThrow("réécrit");
  expect(Object.values(await lignes(nu.poolConfig)).flat()).toEqual([]);
}, 60_000);

it("des lignes dans un autre ordre, ou deux débuts, sont refusés : rien n’en est laissé de côté sans le dire", async () => {
  const fichiers = await toutLire(dezipper(ouvrirFluxAge({ identite }, source(fichier)())));
  const [debut, fin] = ["export.json", "fin.json"].map((nom) => fichiers.find((f) => f.nom === nom)!);
  const faits = fichiers.filter((f) => f.nom.startsWith("donnees/fait-"));
  expect(faits.length).toBeGreaterThan(0);
  const deplaces = [...fichiers.filter((f) => f !== fin && !faits.includes(f)), ...faits, fin!];
  for (const forges of [deplaces, [...fichiers.slice(0, -1), debut!, fin!], [...fichiers, fin!]]) {
    const lieu = await lieuNeuf();
    await expect(importer(await fermer(forges), lieu)).rejects.toThrow("réécrit");
    expect(Object.values(await lignes(lieu.poolConfig)).flat()).toEqual([]);
  }
}, 60_000);

/** A link that would let its maker enter as somebody of the organisation. */
const LIEN = {
  empreinte: `\\x${"ab".repeat(32)}`,
  utilisateur_id: randomUUID(),
  usage: "connexion",
  expire_le: "2099-01-01T00:00:00Z",
};

/** The disk that the file lies on goes away in the middle of the writing. */
async function interrompre({ poolConfig, cles }: Awaited<ReturnType<typeof lieuNeuf>>): Promise<void> {
  const releve = await releverExport(source(fichier), { identite });
  const coupee = async function* () {
    yield fichier.subarray(0, fichier.length >> 1);
    throw Object.assign(new Error("gone"), { code: "EIO", syscall: "read" });
  };
  const trousseau = await ouvrirTrousseau(join(cles, "trousseau.json"));
  const lieu = { poolConfig, trousseau, sceaux: ouvrirSceaux(join(cles, "sceaux")) };
  await expect(importerOrganisme(lieu, coupee, { identite }, releve, taire)).rejects.toThrow("gone");
}

it("interrompu, il n’a rien écrit et se refait ; où il y a des données, ou un trousseau qui sert, rien n’est touché", async () => {
  const lieu = await lieuNeuf();
  await interrompre(lieu);
  expect(Object.values(await lignes(lieu.poolConfig)).flat()).toEqual([]);
  await importer(fichier, lieu);
  const avant = await lignes(lieu.poolConfig);
  await expect(importer(fichier, lieu)).rejects.toThrow("contient déjà des données");
  expect(await lignes(lieu.poolConfig)).toEqual(avant);
  const occupe = { ...(await lieuNeuf()), cles: join(m.trousseau, "..") };
  const trousseau = await readFile(m.trousseau, "utf8");
  await expect(importer(fichier, occupe)).rejects.toThrow("sert déjà un autre organisme");
  expect(await readFile(m.trousseau, "utf8")).toBe(trousseau);
  expect(Object.values(await lignes(occupe.poolConfig)).flat()).toEqual([]);
}, 60_000);

it("un gros fichier mis à l’écart a son propre fichier de lignes ; un trop gros est refusé avant le premier octet", async () => {
  const { database } = (m.maison.base as BaseDeTest).poolConfig;
  const { id } = await ouvrir(m.maison, references.vivant);
  await administrer(
    `insert into fichier_ecarte (organisme_id, dossier_id, id, utilisateur, motif, taille, empreinte, scelle)
       select $1, $2, gen_random_uuid(), 'u', 'active', 700000, decode(repeat('00', 32), 'hex'),
         decode(repeat('ab', 700000), 'hex') from generate_series(1, 3)`,
    database,
    [organismeId, id],
  );
  const octets: Uint8Array[] = [];
  const pour = { destinataire: await identityToRecipient(identite) };
  await flotDExport(m.maison, organismeId, pour, taire, async (o) => void octets.push(o));
  const ouvert = await toutLire(dezipper(ouvrirFluxAge({ identite }, source(Buffer.concat(octets))())));
  expect(ouvert.filter(({ nom }) => nom.includes("fichier_ecarte-"))).toHaveLength(3);
  expect([0, 100, 12_000_000, 100_000_000].map(lotPour)).toEqual([500, 500, 1, 1]);
  await transaction(m.maison.base, organismeId, async (tx) => {
    const tables = await tablesDeLOrganisme(tx.client);
    await exigerTailles(tx, tables);
    await expect(exigerTailles(tx, tables, 10)).rejects.toMatchObject({
      phrase: expect.stringMatching(/n’en prend pas de plus de 1\sMo. Rien n’a été écrit/),
    });
  });
});
