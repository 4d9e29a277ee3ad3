import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { AUCUN_CHOIX } from "../../src/dossier/durees/table.ts";
import { conservationAutorisee } from "../../src/dossier/faits/fin.ts";
import { gelLeve, preuvesGelees, tousGelsLeves } from "../../src/dossier/faits/gel.ts";
import { transaction } from "../../src/store/connexion.ts";
import { ecrireAnnonce, lireAnnonces } from "../../src/store/dossier/annonces.ts";
import { effacesDepuis, RESTENT } from "../../src/store/dossier/effacements.ts";
import { ecrirePassage, lirePassage } from "../../src/store/dossier/passage.ts";
import { rejouerLesDestructions } from "../../src/usecases/destruction/apres-restauration.ts";
import { rendreLesDestructionsEffectives } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { chargerDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { choisirLesDurees } from "../../src/usecases/durees/choisir-les-durees.ts";
import { confirmerLHorloge } from "../../src/usecases/durees/confirmer-l-horloge.ts";
import { tenirLesDurees } from "../../src/usecases/durees/tenir-les-durees.ts";
import { tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import { verifierLeJournal } from "../../src/usecases/journal/verifier-le-journal.ts";
import { ajouterJours, jour } from "../../src/values/jour.ts";
import { administrer, type BaseDeTest, ouvrirBaseDeTest } from "../harness/base.ts";
import { BILAN_CERTIFIE, BILAN_REMIS } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ecrireHistoire, type Recit } from "../harness/histoire.ts";
import { faireEchouer } from "../harness/ligne-coupee.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { messagesEnAttente } from "../harness/messages.ts";
import { entrerChezElle } from "../harness/personne.ts";

const TOUR = fileURLToPath(new URL("../harness/processus-durees.ts", import.meta.url));

async function unBilan(recit: Recit = BILAN_REMIS) {
  const m = await ouvrirMaisonDeTest({ maintenant: "2026-11-16T18:00:00.000Z" });
  const { auteur } = await m.client("conseiller");
  const { reference, id } = await ecrireHistoire(m, auteur, recit);
  return { m, auteur, reference, id };
}

/** One turn of everything that runs by itself, at noon of that day. */
async function tour(m: MaisonDeTest, le: string) {
  m.regler(`${le}T11:00:00.000Z`);
  const fait = await tenirLesDurees(m.maison, m.comptes);
  await rendreLesDestructionsEffectives(m.maison);
  return fait;
}

/** Every day from one to the other, both included; or every third, which is no silence yet. */
async function jourParJour(m: MaisonDeTest, du: string, au: string, pas = 1) {
  for (let le = jour(du); le <= au; le = ajouterJours(le, pas)) await tour(m, le);
}

/** The eve of the end of the proofs, announced a month and a half ago by a clock that never stopped. */
async function laVeille({ maison, organismeId }: MaisonDeTest, id: string): Promise<void> {
  await transaction(maison.base, organismeId, async (tx) => {
    await ecrireAnnonce(tx, id, { classe: "preuves", du: "2030-11-17", annonceeLe: "2030-10-01" });
    await ecrirePassage(tx, { le: "2030-11-16T11:00:00.000Z", entierLe: "2030-11-16" });
  });
}

async function effaceLe({ maison, organismeId }: MaisonDeTest): Promise<string | undefined> {
  return (await transaction(maison.base, organismeId, (tx) => effacesDepuis(tx, "2026-01-01"))).at(0)?.le;
}

const dossierDe = ({ maison, organismeId }: MaisonDeTest, reference: string) =>
  transaction(maison.base, organismeId, (tx) => chargerDossier(tx, reference));

async function journal(m: MaisonDeTest): Promise<readonly string[]> {
  await tenirLesJournaux(m.maison);
  return (await verifierLeJournal(m.maison, m.organismeId)).constats;
}

it("détruit les contenus sept jours après les avoir annoncés, au nom de l’application, une seule fois", async () => {
  const { m, reference, id } = await unBilan();
  const etat = async () => (await dossierDe(m, reference))!.etat;
  await tour(m, "2026-11-16");
  const annonces = await transaction(m.maison.base, m.organismeId, (tx) => lireAnnonces(tx, id));
  expect(annonces).toContainEqual({ classe: "contenus", du: "2026-11-16", annonceeLe: "2026-11-16" });
  await jourParJour(m, "2026-11-17", "2026-11-22");
  expect((await etat()).destruction).toBeNull();
  await Promise.all([tour(m, "2026-11-23"), tour(m, "2026-11-23")]);
  // The one that came second may have held the keyring, with nothing to destroy yet, when the first asked for it.
  await rendreLesDestructionsEffectives(m.maison);
  expect((await etat()).destruction).toMatchObject({ date: "2026-11-23", effectiveLe: "2026-11-23" });
  const { faits } = (await dossierDe(m, reference))!;
  await tour(m, "2026-11-23");
  await tour(m, "2026-11-24");
  expect((await dossierDe(m, reference))!.faits).toHaveLength(faits.length);
  expect(faits.at(-2)).toMatchObject({ type: "contenus_detruits.v1", auteur: { role: "probant" } });
});

/** The rows that each table holds of this dossier, for the tables that hold any. */
async function lignesDe(m: MaisonDeTest, id: string): Promise<Record<string, number>> {
  const { pool } = m.maison.base;
  tables ??= (
    await pool.query<{ nom: string }>(
      `select c.relname as nom from pg_class c join pg_attribute a on a.attrelid = c.oid
         where a.attname = 'dossier_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
    )
  ).rows.map((t) => t.nom);
  const comptes = tables.map(
    (t) => `select '${t}' as nom, count(*)::int as n from ${t} where dossier_id = $1`,
  );
  const { rows } = await pool.query<{ nom: string; n: number }>(comptes.join(" union all "), [id]);
  return Object.fromEntries(rows.filter((r) => r.n > 0).map((r) => [r.nom, r.n]));
}
let tables: string[] | undefined;

it("efface les preuves le lendemain des quatre ans, laisse l’arbre entier, et le journal se vérifie toujours", async () => {
  const { m, auteur, reference, id } = await unBilan();
  const { reference: temoin } = await ecrireHistoire(m, auteur, BILAN_REMIS.slice(0, 12));
  const elle = await entrerChezElle(m, auteur, reference);
  await jourParJour(m, "2026-11-16", "2026-11-23");
  const offres = (await messagesEnAttente(m)).filter((x) => x.modele === "copie-avant-destruction");
  expect(offres).toMatchObject([{ a: CAMILLE.courriel }]);
  expect(await journal(m)).toEqual([]);
  const avant = await lignesDe(m, id);
  await jourParJour(m, "2030-08-18", "2030-08-20");
  const annonces = await transaction(m.maison.base, m.organismeId, (tx) => lireAnnonces(tx, id));
  expect(annonces).toEqual([{ classe: "preuves", du: "2030-11-17", annonceeLe: "2030-08-19" }]);
  await laVeille(m, id);
  await tour(m, "2030-11-16");
  expect(await dossierDe(m, reference)).toBeDefined();

  expect(await tour(m, "2030-11-17")).toMatchObject({ effaces: 1 });
  expect(await dossierDe(m, reference)).toBeUndefined();
  expect(await dossierDe(m, temoin)).toBeDefined();
  const apres = await lignesDe(m, id);
  expect(Object.keys(apres).filter((t) => !(RESTENT as readonly string[]).includes(t))).toEqual([]);
  expect(apres.fait).toBe(avant.fait! + 1);
  expect(await journal(m)).toEqual([]);

  const { database } = (m.maison.base as BaseDeTest).poolConfig;
  const lire = async (requete: string) => (await administrer(requete, database, [id])).rows;
  expect(
    await lire(
      "select distinct texte = '' as vide, count(*)::int as n from fait where dossier_id = $1 group by 1 order by 2",
    ),
  ).toEqual([
    { vide: false, n: 1 },
    { vide: true, n: avant.fait! },
  ]);
  expect(
    await lire("select beneficiaire, nom_affiche, nom_recherche, suspens from dossier where id = $1"),
  ).toEqual([{ beneficiaire: {}, nom_affiche: "", nom_recherche: "", suspens: [] }]);
  const { rows: comptes } = await administrer("select id from utilisateur where id = $1", database, [
    elle.auteur.utilisateur,
  ]);
  expect(comptes).toEqual([]);
  expect((await elle.get("/mon-bilan")).status).not.toBe(200);
  expect(await tour(m, "2030-11-18")).toMatchObject({ effaces: 0, faits: 0 });
});

it("une synthèse jamais remise attend quelqu’un, et un accord échu n’arrête pas la fin des preuves", async () => {
  const ote = ["synthese_remise.v1", "certificat_emis.v1"];
  const jamaisRemise = BILAN_CERTIFIE.filter((f) => typeof f === "function" || !ote.includes(f.type));
  const accord = conservationAutorisee.nouveau(jour("2026-11-17"), {
    base: "accord_suivi",
    documents: ["synthese"],
    signeLe: jour("2026-11-17"),
    jusquAu: jour("2027-11-17"),
  });
  const { m, reference, id } = await unBilan([...jamaisRemise, accord]);
  await transaction(m.maison.base, m.organismeId, async (tx) => {
    for (const [classe, du] of [
      ["contenus", "2026-11-16"],
      ["contenus_gardes", "2027-11-17"],
    ] as const)
      await ecrireAnnonce(tx, id, { classe, du, annonceeLe: du });
  });
  await laVeille(m, id);
  await tour(m, "2030-11-16");
  expect((await dossierDe(m, reference))!.etat.destruction).toBeNull();
  await jourParJour(m, "2030-11-17", "2030-11-19");
  expect(await dossierDe(m, reference)).toBeUndefined();
});

it("des textes vidés sans le fait qui le dit, ou un fait changé après coup, se voient à la vérification", async () => {
  const { m, reference, id } = await unBilan();
  await jourParJour(m, "2026-11-16", "2026-11-23");
  await laVeille(m, id);
  await tour(m, "2030-11-17");
  expect(await dossierDe(m, reference)).toBeUndefined();
  expect(await journal(m)).toEqual([]);
  const { database } = (m.maison.base as BaseDeTest).poolConfig;
  const changer = async (requete: string) => {
    await administrer("alter table fait disable trigger fait_fige", database);
    await administrer(requete, database, [id]);
  };
  await changer(
    "update fait set texte = replace(texte, '2030-11-17', '2030-11-18') where dossier_id = $1 and texte <> ''",
  );
  expect(await journal(m)).toEqual([expect.stringContaining("n’est pas celui qui a été engagé")]);
  await changer("delete from effacement where dossier_id = $1");
  expect((await journal(m)).length).toBeGreaterThan(10);
});

it("de deux gels, lever l’un laisse l’autre ; la levée d’avant, sans nom, les levait tous", async () => {
  const { m, auteur, reference } = await unBilan();
  const gel = (motif: "litige" | "audit") =>
    preuvesGelees.nouveau(jour("2026-11-17"), { motif, jusquAu: jour("2027-05-01") });
  const leves = async () => (await dossierDe(m, reference))!.etat.gels.map((g) => g.leveLe);
  m.regler("2026-11-18T11:00:00.000Z");
  await ecrireFaits(m.maison, auteur, reference, [gel("litige"), gel("audit")]);
  const [litige] = (await dossierDe(m, reference))!.etat.gels;
  await ecrireFaits(m.maison, auteur, reference, [
    gelLeve.nouveau(jour("2026-11-18"), { gel: litige!.fait }),
  ]);
  expect(await leves()).toEqual(["2026-11-18", null]);
  m.regler("2026-11-19T11:00:00.000Z");
  await ecrireFaits(m.maison, auteur, reference, [tousGelsLeves.nouveau(jour("2026-11-19"), {})]);
  expect(await leves()).toEqual(["2026-11-18", "2026-11-19"]);
});

it("un gel garde les preuves, jamais les contenus ; sa levée les annonce de nouveau", async () => {
  const { m, auteur, reference, id } = await unBilan();
  await jourParJour(m, "2026-11-16", "2026-11-23");
  await laVeille(m, id);
  m.regler("2030-11-16T12:00:00.000Z");
  await ecrireFaits(m.maison, auteur, reference, [
    preuvesGelees.nouveau(jour("2030-11-16"), { motif: "litige", jusquAu: jour("2031-05-01") }),
  ]);
  await jourParJour(m, "2030-11-17", "2030-12-01", 2);
  const [litige] = (await dossierDe(m, reference))!.etat.gels;
  await ecrireFaits(m.maison, auteur, reference, [
    gelLeve.nouveau(jour("2030-12-01"), { gel: litige!.fait }),
  ]);
  await jourParJour(m, "2030-12-02", "2031-01-01", 3);
  expect(await dossierDe(m, reference)).toBeUndefined();
  expect(await effaceLe(m)).toBe("2031-01-01");
});

it("dix ans d’un coup n’effacent rien le jour même ; une horloge qui recule arrête tout", async () => {
  const { m, reference } = await unBilan();
  await jourParJour(m, "2026-11-16", "2026-11-20");
  expect(await tour(m, "2036-11-20")).toMatchObject({ faits: 0, effaces: 0 });
  const { faits, etat } = (await dossierDe(m, reference))!;
  expect(etat.destruction).toBeNull();
  expect(await tour(m, "2026-11-21")).toEqual({ annonces: 0, faits: 0, effaces: 0 });
  expect((await dossierDe(m, reference))!.faits).toHaveLength(faits.length);
});

it("un choix de l’organisme fait tout regarder de nouveau, sans dire qu’un passage a eu lieu", async () => {
  const { m, auteur, reference } = await unBilan();
  const passage = () => transaction(m.maison.base, m.organismeId, lirePassage);
  await tour(m, "2026-11-16");
  expect((await passage())?.entierLe).toBe("2026-11-16");
  await choisirLesDurees(m.maison, auteur, m.maison.nouvelId(), { ...AUCUN_CHOIX, factures: true });
  expect((await passage())?.entierLe).toBeNull();
  await tour(m, "2026-11-16");
  expect((await passage())?.entierLe).toBe("2026-11-16");
  await tour(m, "2026-11-15");
  await confirmerLHorloge(m.maison, auteur);
  expect(await passage()).toEqual({ le: "2026-11-15T11:00:00.000Z", entierLe: null });
  await jourParJour(m, "2026-11-15", "2026-11-23");
  expect((await dossierDe(m, reference))!.etat.destruction).not.toBeNull();
});

it("une installation arrêtée un mois annonce de nouveau avant de détruire", async () => {
  const { m, reference } = await unBilan();
  await tour(m, "2026-11-16");
  await tour(m, "2026-12-20");
  expect((await dossierDe(m, reference))!.etat.destruction).toBeNull();
  await jourParJour(m, "2026-12-21", "2026-12-27");
  expect((await dossierDe(m, reference))!.etat.destruction).toMatchObject({ date: "2026-12-27" });
});

it("une base d’avant l’effacement, remise en place, est vidée de nouveau avant d’être servie", async () => {
  const { m, reference, id } = await unBilan();
  await jourParJour(m, "2026-11-16", "2026-11-23");
  await laVeille(m, id);
  const { database } = (m.maison.base as BaseDeTest).poolConfig;
  // A database is copied while nobody is in it.
  await m.maison.base.fermer();
  const [presente, ancienne] = [await ouvrirBaseDeTest(database), await ouvrirBaseDeTest(database)];
  const restauree = { ...m, maison: { ...m.maison, base: ancienne } };
  await jourParJour({ ...m, maison: { ...m.maison, base: presente } }, "2030-11-16", "2030-11-17");
  expect(m.maison.trousseau.registre().lignes.at(-1)).toMatchObject({
    dossier: id,
    fait: { type: "preuves_detruites.v1", date: "2030-11-17", donnees: { classe: "preuves" } },
  });

  expect(await dossierDe(restauree, reference)).toBeDefined();
  expect(await rejouerLesDestructions(restauree.maison)).toBe(1);
  expect(await dossierDe(restauree, reference)).toBeUndefined();
  expect(await journal(restauree)).toEqual([]);
  expect(await rejouerLesDestructions(restauree.maison)).toBe(0);
});

it("chaque requête d’un effacement échoue à son tour : tout est parti, ou rien ; une seule ligne au registre", async () => {
  const { m, reference, id } = await unBilan();
  await jourParJour(m, "2026-11-16", "2026-11-23");
  await laVeille(m, id);
  m.regler("2030-11-17T11:00:00.000Z");
  const entier = await lignesDe(m, id);
  let n = 0;
  for (let atteint = true; atteint; ) {
    n += 1;
    const coupe = faireEchouer(m.maison.base.pool, n);
    const essai = { ...m.maison, base: { ...m.maison.base, pool: coupe.pool } };
    // What a turn cannot do now it does at the next: the test asks only that nothing is left half done.
    await tenirLesDurees(essai, m.comptes).catch((erreur: unknown) =>
      expect(coupe.atteint(), String(erreur)).toBe(true),
    );
    atteint = coupe.atteint();
    const parti = (await dossierDe(m, reference)) === undefined;
    const { annonce: _, ...reste } = await lignesDe(m, id);
    if (!parti) expect(reste).toEqual({ ...entier, annonce: undefined });
    else expect(Object.keys(reste).filter((t) => !(RESTENT as readonly string[]).includes(t))).toEqual([]);
  }
  expect(n).toBeGreaterThan(40);
  await tenirLesDurees(m.maison, m.comptes);
  expect(await dossierDe(m, reference)).toBeUndefined();
  const lignes = m.maison.trousseau.registre().lignes.filter((l) => l.fait.type === "preuves_detruites.v1");
  expect(lignes).toHaveLength(1);
  expect(await journal(m)).toEqual([]);
});

it("kill -9 à plusieurs endroits d’un effacement : tout est parti, ou rien, et le tour suivant finit", async () => {
  const { m, reference, id } = await unBilan();
  await jourParJour(m, "2026-11-16", "2026-11-23");
  await laVeille(m, id);
  const entier = await lignesDe(m, id);
  const { poolConfig } = m.maison.base as BaseDeTest;
  const morts: string[] = [];
  for (const n of [30, 48]) {
    const args = JSON.stringify([poolConfig, m.trousseau, "2030-11-17T11:00:00.000Z", n]);
    const enfant = spawnSync(process.execPath, [TOUR, args], { encoding: "utf8" });
    morts.push(enfant.signal ?? `${enfant.status} ${enfant.stderr}`);
    const { annonce: _, ...reste } = await lignesDe(m, id);
    if ((await dossierDe(m, reference)) !== undefined)
      expect(reste).toEqual({ ...entier, annonce: undefined });
    else expect(Object.keys(reste).filter((t) => !(RESTENT as readonly string[]).includes(t))).toEqual([]);
  }
  expect(morts).toEqual(["SIGKILL", "SIGKILL"]);
  await tour(m, "2030-11-17");
  expect(await dossierDe(m, reference)).toBeUndefined();
  expect(await journal(m)).toEqual([]);
});
