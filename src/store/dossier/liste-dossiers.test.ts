import { expect, test } from "vitest";
import { administrer, ouvrirBaseDeTest, ouvrirOrganisme } from "../../../tests/harness/base.ts";
import { ecrireDossier } from "../../../tests/harness/ecritures.ts";
import { type Base, type Tx, transaction } from "../connexion.ts";
import { type Curseur, compterDossiers, type FiltreDossiers, listerDossiers } from "./liste-dossiers.ts";

const NOMS = ["Élodie Aube", "ELODIE Brun", "Œdipe Noir", "Jean-Luc D’Été", "Zoé Vert"];

async function peupler(base: Base): Promise<string> {
  const organismeId = await ouvrirOrganisme(base);
  await transaction(base, organismeId, async (tx) => {
    for (let i = 0; i < 25; i += 1) {
      await ecrireDossier(tx, 0, {
        nomAffiche: `${NOMS[i % 5]} ${i}`,
        etape: i % 2 === 0 ? "investigation" : "demande",
        conseiller: `conseiller-${i % 3}`,
        financement: i % 4 === 0 ? "employeur" : "cpf",
        // Equal deadlines and missing ones are where a page could lose or repeat a row.
        prochaineEcheance: i % 5 === 0 ? null : `2026-12-0${1 + (i % 2)}`,
      });
    }
  });
  return organismeId;
}

async function toutLire(tx: Tx, filtre: FiltreDossiers, taille: number) {
  const lignes = [];
  let apres: Curseur | undefined;
  do {
    const page = await listerDossiers(tx, filtre, { taille, apres });
    expect(page.lignes.length).toBeLessThanOrEqual(taille);
    lignes.push(...page.lignes);
    apres = page.suite;
  } while (apres !== undefined);
  return lignes;
}

test("les pages se suivent sans trou ni doublon, l’échéance la plus proche d’abord", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await peupler(base);
  await transaction(base, organismeId, async (tx) => {
    for (const taille of [1, 4, 25, 50]) {
      const lignes = await toutLire(tx, {}, taille);
      expect(new Set(lignes.map((l) => l.id)).size).toBe(25);
      const echeances = lignes.map((l) => l.prochaineEcheance ?? "fin");
      expect(echeances).toEqual(echeances.toSorted());
      expect(echeances.filter((e) => e === "fin")).toHaveLength(5);
    }
  });
});

test("les filtres se cumulent et les comptes leur répondent", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await peupler(base);
  await transaction(base, organismeId, async (tx) => {
    const filtre = { etape: "investigation", conseiller: "conseiller-0", financement: "employeur" };
    const lignes = await toutLire(tx, filtre, 2);
    expect(lignes.map((l) => l.reference).toSorted()).toEqual(["D-2026-0001", "D-2026-0013", "D-2026-0025"]);
    expect(await compterDossiers(tx, filtre, 100)).toBe(3);
    expect(await compterDossiers(tx, {}, 100)).toBe(25);
    expect(await compterDossiers(tx, {}, 20)).toBe(20);
  });
});

test.each([
  ["elodie", 10],
  ["ÉLODIE b", 5],
  ["oedipe", 5],
  ["jean luc d’e", 5],
  ["Jean-Luc d'été 13", 1],
  ["aube", 0],
  ["%", 25],
])("le début de nom « %s » trouve %i dossiers", async (nom, attendu) => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await peupler(base);
  const lignes = await transaction(base, organismeId, (tx) => toutLire(tx, { nom }, 3));
  expect(lignes).toHaveLength(attendu);
});

test("sous l’isolement par ligne, la recherche par nom passe par son index", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await peupler(base);
  await administrer(
    `insert into dossier select organisme_id, gen_random_uuid(), 'X-' || i, beneficiaire, 'Nom ' || i, 'nom ' || i,
       conseiller, etape, phase, 0, 0, prochaine_echeance, null, 0, null, null, financement
     from dossier, generate_series(1, 5000) i where reference = 'D-2026-0001'`,
    base.poolConfig.database,
  );
  await administrer("analyze dossier", base.poolConfig.database);
  const plan = await transaction(base, organismeId, async (tx) => {
    const { rows } = await tx.client.query<{ "QUERY PLAN": string }>(
      `explain select id from dossier where organisme_id = '${organismeId}'
        and nom_recherche >= 'nom 123' and nom_recherche < 'nom 123\u{10ffff}' order by nom_recherche, id limit 50`,
    );
    return rows.map((r) => r["QUERY PLAN"]).join("\n");
  });
  expect(plan).toMatch(/Index Cond: .*nom_recherche >= 'nom 123'.* AND .*nom_recherche < /);
});
