import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { aFaire } from "../../src/dossier/a-faire.ts";
import { acteDeNom } from "../../src/dossier/catalogue-actes.ts";
import { conservationAutorisee, conservationRetiree, contenusDetruits } from "../../src/dossier/faits/fin.ts";
import { signatureApposee } from "../../src/dossier/faits/signature.ts";
import { juger } from "../../src/law/judge.ts";
import { transaction } from "../../src/store/connexion.ts";
import { lireCle } from "../../src/store/dossier/cles.ts";
import { lireContenus } from "../../src/store/dossier/contenus.ts";
import { ouvrirContenus } from "../../src/usecases/contenus/contenus-ouverts.ts";
import { rejouerLesDestructions } from "../../src/usecases/destruction/apres-restauration.ts";
import { rendreLesDestructionsEffectives } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { agir } from "../../src/usecases/dossier/agir.ts";
import { chargerDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import { verifierLeJournal } from "../../src/usecases/journal/verifier-le-journal.ts";
import { type Jour, jour } from "../../src/values/jour.ts";
import { ouvrirCle } from "../../src/vault/cles-dossier.ts";
import { ouvrir } from "../../src/vault/contenu.ts";
import { inscrireAuRegistre } from "../../src/vault/registre-destructions.ts";
import { administrer, type BaseDeTest, ouvrirBaseDeTest } from "../harness/base.ts";
import { BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { ecrireFaits, ecrireHistoire, type Recit } from "../harness/histoire.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";

const TERME = jour("2026-11-16");
const detruire = contenusDetruits.nouveau(TERME, { documents: 3 });
const garderLaSynthese = conservationAutorisee.nouveau(TERME, {
  base: "accord_suivi",
  documents: ["synthese"],
  signeLe: TERME,
  jusquAu: jour("2029-11-16"),
});

/** Its three parts. */
const SYNTHESE = ["circonstances du bilan", "compétences et aptitudes", "projet professionnel"].map(
  (partie) => `${partie} : ${CANARI}`,
);

async function deuxBilans() {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const ecrire = () => ecrireHistoire(m, auteur, BILAN_REMIS);
  return { m, auteur, un: await ecrire(), autre: await ecrire() };
}

/** The texts that open today, in the order of their ids. */
function textes({ maison, organismeId }: MaisonDeTest, reference: string): Promise<string[] | null> {
  return transaction(maison.base, organismeId, async (tx) => {
    const ouverts = await ouvrirContenus(maison, tx, (await chargerDossier(tx, reference))!);
    return ouverts && [...ouverts.values()];
  });
}

/** What a backup of this moment holds of a dossier: its sealed contents and its wrapped key. */
function copie({ maison, organismeId }: MaisonDeTest, id: string) {
  return transaction(maison.base, organismeId, async (tx) => {
    const cle = (await lireCle(tx, id, "contenu"))!;
    return { cle: { ...cle, enveloppe: Buffer.from(cle.enveloppe) }, contenus: await lireContenus(tx, id) };
  });
}

it("détruits, les contenus d’un dossier ne s’ouvrent plus, même d’une copie d’avant ; ceux des autres s’ouvrent", async () => {
  const { m, auteur, un, autre } = await deuxBilans();
  const { maison, organismeId } = m;
  const avant = await copie(m, un.id);
  const ouvrirLaCopie = async () => {
    const cle = await ouvrirCle(maison.trousseau, organismeId, un.id, avant.cle);
    return avant.contenus.map((c) =>
      ouvrir(
        cle,
        { organismeId, dossierId: un.id, contenuId: c.id, version: c.version },
        c.scelle,
      ).toString(),
    );
  };
  expect((await ouvrirLaCopie()).every((t) => t.includes(CANARI))).toBe(true);
  const attendus = await textes(m, autre.reference);

  await ecrireFaits(maison, auteur, un.reference, [detruire]);
  expect(await textes(m, un.reference)).toBeNull();
  expect(await ouvrirLaCopie()).not.toEqual([]);

  const tour = await rendreLesDestructionsEffectives(maison);
  expect(tour).toEqual({ enveloppees: 1, detruites: 1, effectives: 1 });
  await expect(ouvrirLaCopie()).rejects.toThrow("est détruite");
  expect(maison.trousseau.registre().lignes).toMatchObject([
    {
      n: 1,
      dossier: un.id,
      rang: BILAN_REMIS.length + 1,
      fait: { type: "contenus_detruits.v1", date: TERME },
    },
  ]);
  const vivantes: string[] = [];
  for await (const cle of maison.trousseau.clesVivantes()) {
    if (cle.classe === "contenu") vivantes.push(cle.dossierId);
  }
  expect(vivantes).toEqual([autre.id]);
  expect(await textes(m, autre.reference)).toEqual(attendus);

  const dossier = await transaction(maison.base, organismeId, (tx) => chargerDossier(tx, un.reference));
  expect(dossier?.faits.at(-1)).toMatchObject({ type: "cles_detruites.v1", auteur: { role: "probant" } });
  expect(dossier?.etat.destruction).toMatchObject({ date: TERME, effectiveLe: "2026-11-24" });
  await tenirLesJournaux(maison);
  expect(await verifierLeJournal(maison, organismeId)).toMatchObject({ constats: [] });
  expect(await rendreLesDestructionsEffectives(maison)).toEqual({
    enveloppees: 0,
    detruites: 0,
    effectives: 0,
  });
});

it("rien de scellé ne reste du dossier dans aucune table : ni brouillon, ni fichier écarté, ni fichier préparé", async () => {
  const { m, auteur, un, autre } = await deuxBilans();
  const { database } = (m.maison.base as BaseDeTest).poolConfig;
  for (const { id, reference } of [un, autre]) {
    const place = [m.organismeId, id, "\\xbada55"];
    const semer = (sql: string, valeurs: unknown[]) => administrer(sql, database, valeurs);
    await semer(
      `insert into brouillon (organisme_id, dossier_id, scelle, moment, question, version, modifie_le)
         values ($1, $2, $3, 'entretien', 'parcours', 1, now())`,
      place,
    );
    await semer(
      `insert into fichier_ecarte (organisme_id, dossier_id, scelle, id, utilisateur, motif, taille, empreinte)
         values ($1, $2, $3, gen_random_uuid(), 'essai', 'eicar', 3, sha256('x'))`,
      place,
    );
    await semer(
      `insert into preparation (organisme_id, reference, scelle, id, nature, taire, quoi, etat)
         values ($1, $2, $3, gen_random_uuid(), 'tout', '{}', 'essai', 'prete')`,
      [m.organismeId, reference, "\\xbada55"],
    );
  }
  const { rows: tables } = await administrer(
    `select table_name as nom, bool_or(column_name = 'dossier_id') as par_dossier
       from information_schema.columns where table_schema = 'public' group by 1
       having bool_or(column_name = 'scelle')`,
    database,
  );
  const restes = async ({ id, reference }: { id: string; reference: string }) => {
    const vus: string[] = [];
    for (const { nom, par_dossier } of tables) {
      const ou = par_dossier ? "dossier_id::text = $1" : "reference = $1";
      const { rowCount } = await administrer(
        `select from ${nom} where ${ou} and scelle is not null`,
        database,
        [par_dossier ? id : reference],
      );
      if (rowCount !== 0) vus.push(nom);
    }
    return vus.sort();
  };
  expect(await restes(un)).toEqual(["brouillon", "contenu", "fichier_ecarte", "preparation"]);
  await ecrireFaits(m.maison, auteur, un.reference, [detruire]);
  expect(await restes(un)).toEqual([]);
  expect(await restes(autre)).toEqual(["brouillon", "contenu", "fichier_ecarte", "preparation"]);
});

it("ce qu’un accord garde s’ouvre encore, sous une autre clé, jusqu’à son retrait", async () => {
  const { m, auteur, un } = await deuxBilans();
  const avant = await copie(m, un.id);
  await ecrireFaits(m.maison, auteur, un.reference, [garderLaSynthese]);
  await ecrireFaits(m.maison, auteur, un.reference, [detruire]);
  await rendreLesDestructionsEffectives(m.maison);
  const gardes = await textes(m, un.reference);
  expect(gardes!.toSorted()).toEqual(SYNTHESE);
  expect(avant.contenus.length).toBeGreaterThan(gardes!.length);
  await expect(ouvrirCle(m.maison.trousseau, m.organismeId, un.id, avant.cle)).rejects.toThrow(
    "est détruite",
  );
});

const retirer = conservationRetiree.nouveau(jour("2026-11-24"), {});

const etatActuel = ({ maison, organismeId }: MaisonDeTest, reference: string) =>
  transaction(maison.base, organismeId, async (tx) => (await chargerDossier(tx, reference))!.etat);

it("retiré après la destruction, l’accord ne garde plus rien : tout part dans le même acte, puis la clé", async () => {
  const { m, auteur, un } = await deuxBilans();
  await ecrireFaits(m.maison, auteur, un.reference, [garderLaSynthese]);
  await ecrireFaits(m.maison, auteur, un.reference, [detruire]);
  await rendreLesDestructionsEffectives(m.maison);
  const gardee = await copie(m, un.id);
  await ecrireFaits(m.maison, auteur, un.reference, [retirer]);
  expect(await textes(m, un.reference)).toBeNull();
  const [accord] = (await etatActuel(m, un.reference)).conservations;
  expect(accord).toMatchObject({ retireLe: "2026-11-24", detruitLe: "2026-11-24" });
  expect(await rendreLesDestructionsEffectives(m.maison)).toMatchObject({ detruites: 1, effectives: 1 });
  await expect(ouvrirCle(m.maison.trousseau, m.organismeId, un.id, gardee.cle)).rejects.toThrow(
    "est détruite",
  );
});

it("retiré pendant le bilan, l’accord n’emporte rien ; retiré au terme, il n’emporte que ce qu’il gardait", async () => {
  const { m, auteur, un, autre } = await deuxBilans();
  const enCours = BILAN_REMIS.slice(0, -2);
  const pendant = await ecrireHistoire(m, auteur, enCours);
  const avant = await textes(m, pendant.reference);
  const accord = { ...garderLaSynthese, date: jour("2026-11-13") };
  await ecrireFaits(m.maison, auteur, pendant.reference, [accord]);
  await ecrireFaits(m.maison, auteur, pendant.reference, [retirer]);
  expect(await textes(m, pendant.reference)).toEqual(avant);
  expect((await etatActuel(m, pendant.reference)).conservations).toMatchObject([{ detruitLe: null }]);

  const tout = (await textes(m, un.reference))!;
  await ecrireFaits(m.maison, auteur, un.reference, [garderLaSynthese]);
  await ecrireFaits(m.maison, auteur, un.reference, [retirer]);
  expect(await textes(m, un.reference)).toEqual(tout.filter((t) => !SYNTHESE.includes(t)));
  expect(await textes(m, autre.reference)).toHaveLength(tout.length);
});

it("de deux accords, le premier qui finit n’emporte que ce que lui seul gardait", async () => {
  const { m, auteur, un } = await deuxBilans();
  const tout = (await textes(m, un.reference))!.length;
  const pourTout = conservationAutorisee.nouveau(TERME, {
    base: "accord_suivi",
    documents: ["synthese", "documents_de_travail"],
    signeLe: TERME,
    jusquAu: jour("2027-06-30"),
  });
  await ecrireFaits(m.maison, auteur, un.reference, [garderLaSynthese, pourTout]);
  await ecrireFaits(m.maison, auteur, un.reference, [detruire]);
  const gardes = (await textes(m, un.reference))!.length;
  expect(gardes).toBeGreaterThan(SYNTHESE.length);
  expect(gardes).toBeLessThanOrEqual(tout);
  m.regler("2027-06-30T11:00:00.000Z");
  const fait = await agir(m.maison, auteur, {
    reference: un.reference,
    acte: acteDeNom("detruireContenus")!,
    cle: randomUUID(),
    brut: { date: ["30/06/2027"], atteste: ["oui"] },
  });
  expect(fait).toMatchObject({ issue: "fait" });
  expect((await textes(m, un.reference))!.toSorted()).toEqual(SYNTHESE);
  const { conservations } = await etatActuel(m, un.reference);
  expect(conservations.map((c) => c.detruitLe)).toEqual([null, "2027-06-30"]);
  expect(await rendreLesDestructionsEffectives(m.maison)).toMatchObject({ effectives: expect.any(Number) });
  expect((await textes(m, un.reference))!.toSorted()).toEqual(SYNTHESE);
});

it("un texte écrit après la destruction se détruit à son tour, sans toucher à ce qu’un accord garde", async () => {
  const { m, auteur, un } = await deuxBilans();
  const observer: Recit[number] = (sceller) =>
    signatureApposee.nouveau(jour("2026-11-24"), {
      objet: "information",
      sur: null,
      par: "beneficiaire",
      moyen: "compte",
      texte: { modele: "information.1", empreinte: "0".repeat(64) },
      observation: sceller("écrit trop tard", "observation"),
    });
  await ecrireFaits(m.maison, auteur, un.reference, [garderLaSynthese]);
  await ecrireFaits(m.maison, auteur, un.reference, [detruire]);
  await rendreLesDestructionsEffectives(m.maison);
  const demande = { reference: un.reference, acte: acteDeNom("detruireContenus")!, cle: randomUUID() };
  const brut = { date: ["24/11/2026"], documents: ["0"], atteste: ["oui"] };
  await ecrireFaits(m.maison, auteur, un.reference, [observer]);
  expect((await etatActuel(m, un.reference)).destruction).toMatchObject({ ecritDepuis: "2026-11-24" });
  expect(await textes(m, un.reference)).toHaveLength(SYNTHESE.length + 1);
  const hier = await agir(m.maison, auteur, {
    ...demande,
    cle: randomUUID(),
    brut: { ...brut, date: ["23/11/2026"] },
  });
  expect(hier).toMatchObject({ issue: "refus", refus: [{ champ: "date" }] });
  const deuxFois = [
    await agir(m.maison, auteur, { ...demande, brut }),
    await agir(m.maison, auteur, { ...demande, brut }),
  ];
  expect(deuxFois[0]).toMatchObject({ issue: "fait" });
  expect(deuxFois[1]).toEqual(deuxFois[0]);
  expect((await textes(m, un.reference))!.toSorted()).toEqual(SYNTHESE);
  expect((await etatActuel(m, un.reference)).destruction).toMatchObject({ date: TERME, ecritDepuis: null });
  expect(await rendreLesDestructionsEffectives(m.maison)).toMatchObject({ effectives: 1 });
});

it("la fin d’un accord de trois ans est à faire ce jour-là, et le reste ensuite", async () => {
  const { m, auteur, un } = await deuxBilans();
  await ecrireFaits(m.maison, auteur, un.reference, [garderLaSynthese]);
  await ecrireFaits(m.maison, auteur, un.reference, [detruire]);
  const etat = await etatActuel(m, un.reference);
  const demandes = (au: Jour) =>
    aFaire(etat, juger(etat, au)).filter((a) => a.constats.some((c) => c.rule.id === "D15"));
  expect(demandes(jour("2029-11-15"))).toEqual([]);
  for (const au of ["2029-11-16", "2029-11-17", "2030-02-01"]) {
    expect(demandes(jour(au))).toMatchObject([{ acte: "detruireContenus", echeance: "2029-11-16" }]);
  }
});

it("une base d’avant la destruction, remise en place, ne la fait pas revenir ; les autres contenus s’ouvrent", async () => {
  const { m, auteur, un, autre } = await deuxBilans();
  const { database } = (m.maison.base as BaseDeTest).poolConfig;
  const attendus = await textes(m, autre.reference);
  // A database is copied while nobody is in it.
  await m.maison.base.fermer();
  const [presente, ancienne] = [await ouvrirBaseDeTest(database), await ouvrirBaseDeTest(database)];
  const maison = { ...m.maison, base: presente };
  await ecrireFaits(maison, auteur, un.reference, [detruire]);
  await rendreLesDestructionsEffectives(maison);

  const restauree = { ...m, maison: { ...m.maison, base: ancienne } };
  expect(await rejouerLesDestructions(restauree.maison)).toBe(1);
  expect(await textes(restauree, un.reference)).toBeNull();
  expect(await textes(restauree, autre.reference)).toEqual(attendus);
  const dossier = await transaction(ancienne, m.organismeId, (tx) => chargerDossier(tx, un.reference));
  expect(dossier?.faits.slice(-2).map((f) => f.type)).toEqual(["contenus_detruits.v1", "cles_detruites.v1"]);
  await tenirLesJournaux(restauree.maison);
  expect(await verifierLeJournal(restauree.maison, m.organismeId)).toMatchObject({ constats: [] });
  expect(await rejouerLesDestructions(restauree.maison)).toBe(0);
});

it("un tour coupé après la destruction de la clé s’achève au démarrage, sans toucher aux clés plus récentes", async () => {
  const { m, auteur, un, autre } = await deuxBilans();
  const { maison } = m;
  await ecrireFaits(maison, auteur, un.reference, [detruire]);
  const coupee = {
    ...maison,
    trousseau: {
      ...maison.trousseau,
      detruireExternes: async (...args: Parameters<typeof maison.trousseau.detruireExternes>) => {
        await maison.trousseau.detruireExternes(...args);
        throw new Error("coupé");
      },
    },
  };
  await expect(rendreLesDestructionsEffectives(coupee)).rejects.toThrow("coupé");
  // Its kept synthesis now lies under a key that the file beside the keyring does not know yet.
  await ecrireFaits(maison, auteur, autre.reference, [garderLaSynthese]);
  await ecrireFaits(maison, auteur, autre.reference, [detruire]);
  const gardes = await textes(m, autre.reference);
  expect(gardes?.length).toBeGreaterThan(0);

  expect(await rejouerLesDestructions(maison)).toBe(0);
  const dossier = await transaction(maison.base, m.organismeId, (tx) => chargerDossier(tx, un.reference));
  expect(dossier?.faits.filter((f) => f.type === "cles_detruites.v1")).toHaveLength(1);
  expect(await textes(m, autre.reference)).toEqual(gardes);
});

it("une base plus ancienne remise en place ne reprend que les clés que plus rien n’ouvre", async () => {
  const { m, auteur, un, autre } = await deuxBilans();
  const { maison } = m;
  await ecrireFaits(maison, auteur, un.reference, [detruire]);
  await rendreLesDestructionsEffectives(maison);
  await ecrireFaits(maison, auteur, autre.reference, [garderLaSynthese]);
  await ecrireFaits(maison, auteur, autre.reference, [detruire]);
  const gardes = await textes(m, autre.reference);
  // As if the database had forgotten the line: the keys that the outer key in use wraps are newer than the file.
  await administrer(
    "update destruction set ligne = null where ligne = 1",
    (maison.base as BaseDeTest).poolConfig.database,
  );
  expect(await rejouerLesDestructions(maison)).toBe(1);
  expect(await textes(m, autre.reference)).toEqual(gardes);
});

it("coupée entre le registre et le trousseau, une destruction n’est pas dite faite : elle l’est au tour suivant", async () => {
  const { m, auteur, un, autre } = await deuxBilans();
  const { maison } = m;
  await ecrireFaits(maison, auteur, un.reference, [detruire]);
  const { externe, avant } = await transaction(maison.base, m.organismeId, async (tx) => ({
    externe: (await lireCle(tx, autre.id, "contenu"))!.cleExterne,
    avant: (await chargerDossier(tx, un.reference))!.faits.length,
  }));
  // What the register holds when the process dies before the keyring is written.
  const registre = join(dirname(m.trousseau), "destructions.jsonl");
  await inscrireAuRegistre(registre, { ...maison.trousseau.registre() }, [
    {
      organisme: m.organismeId,
      dossier: un.id,
      rang: avant,
      fait: { type: detruire.type, date: detruire.date, donnees: detruire.donnees },
      effectiveLe: "2026-11-24T09:00:00.000Z",
    },
  ]);
  expect(await rejouerLesDestructions(maison)).toBe(0);
  expect(maison.trousseau.estDetruite(externe)).toBe(false);
  expect((await etatActuel(m, un.reference)).destruction?.effectiveLe ?? null).toBeNull();
  expect(await rendreLesDestructionsEffectives(maison)).toMatchObject({ detruites: 1, effectives: 1 });
  expect(maison.trousseau.estDetruite(externe)).toBe(true);
  expect(maison.trousseau.registre().lignes).toHaveLength(1);
});
