import { expect, test } from "vitest";
import { administrer, ouvrirBaseDeTest, ouvrirOrganisme } from "../../../tests/harness/base.ts";
import { ecrireDossier } from "../../../tests/harness/ecritures.ts";
import { type Base, type Tx, transaction } from "../connexion.ts";
import {
  type Curseur,
  compterDossiers,
  type FiltreDossiers,
  listerDossiers,
  requeteDePage,
} from "./liste-dossiers.ts";

/** Two words of « Anne Annick » begin alike: she is listed once. */
const SEMBLABLES = ["Anne Annick Fictive", "N’Diaye Anna", "Anne Le Goff"];

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
  ["aube", 5],
  ["élo", 10],
  ["aube élo", 5],
  ["aube jean", 0],
  ["aube 0 élodie", 1],
  ["luc d’été", 5],
  ["JEANLUC", 5],
  ["D'E", 5],
  ["dete", 5],
  ["ete", 5],
  ["ub", 0],
  ["0012", 1],
  ["12", 1],
  ["D-2026-0012", 1],
  ["d-2026-12", 1],
  ["D-2025-0012", 0],
  ["0099", 0],
  ["%", 25],
])("« %s » trouve %i dossiers", async (nom, attendu) => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await peupler(base);
  const lignes = await transaction(base, organismeId, (tx) => toutLire(tx, { nom }, 3));
  expect(lignes).toHaveLength(attendu);
});

test("qui répond par deux de ses mots n’est listé qu’une fois, et chaque page suit l’autre", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  await transaction(base, organismeId, async (tx) => {
    for (const nomAffiche of SEMBLABLES) await ecrireDossier(tx, 0, { nomAffiche });
    const noms = async (nom: string) => (await toutLire(tx, { nom }, 1)).map((l) => l.nomAffiche);
    expect(await noms("ann")).toEqual(["N’Diaye Anna", "Anne Annick Fictive", "Anne Le Goff"]);
    expect(await compterDossiers(tx, { nom: "ann" }, 100)).toBe(3);
    for (const nom of ["N'D", "ndiaye", "n’diaye"]) expect(await noms(nom)).toEqual(["N’Diaye Anna"]);
    for (const nom of ["le goff", "GOFF", "legoff"]) expect(await noms(nom)).toEqual(["Anne Le Goff"]);
  });
});

test("un nom changé se trouve sous le nouveau et plus sous l’ancien", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  await transaction(base, organismeId, async (tx) => {
    const id = await ecrireDossier(tx, 1, { nomAffiche: "Camille Lefèvre" });
    await tx.db
      .updateTable("dossier")
      .set({ nom_affiche: "Camille Moreau", nom_recherche: "camille moreau" })
      .where("organisme_id", "=", organismeId)
      .where("id", "=", id)
      .execute();
    const compte = (nom: string) => compterDossiers(tx, { nom }, 10);
    expect([await compte("Lefèvre"), await compte("moreau"), await compte("cam")]).toEqual([0, 1, 1]);
  });
});

/** The plan of one page of the list, in a centre of 5,000 dossiers, under its policies. */
async function plansDesPages(filtres: readonly FiltreDossiers[]): Promise<string[]> {
  const base = await ouvrirBaseDeTest();
  const organismeId = await peupler(base);
  await administrer(
    `insert into dossier select organisme_id, gen_random_uuid(), 'X-' || i, beneficiaire, 'Nom ' || i, 'nom ' || i,
       conseiller, etape, phase, 0, 0, prochaine_echeance, null, 0, null, null, financement
     from dossier, generate_series(1, 5000) i where reference = 'D-2026-0001'`,
    base.poolConfig.database,
  );
  await administrer("analyze dossier, dossier_mot", base.poolConfig.database);
  return await transaction(base, organismeId, async (tx) => {
    const plans: string[] = [];
    for (const filtre of filtres) {
      const { sql: texte, parameters } = requeteDePage(tx, filtre, { taille: 50 }).compile();
      const { rows } = await tx.client.query<{ "QUERY PLAN": string }>(`explain ${texte}`, [...parameters]);
      plans.push(rows.map((r) => r["QUERY PLAN"]).join("\n"));
    }
    return plans;
  });
}

test("sous l’isolement par ligne, la liste et la recherche par nom passent par leurs index", async () => {
  const [liste, filtree, parNom] = await plansDesPages([{}, { etape: "deroulement" }, { nom: "nom1" }]);
  expect(liste).toMatch(/Index Scan/);
  expect(filtree).toMatch(/Index Cond: .*etape = 'deroulement'/);
  expect(parNom).toMatch(/Index Cond: .*forme >= 'nom1'.* AND .*forme < /);
  for (const plan of [liste, filtree, parNom]) expect(plan).not.toMatch(/Seq Scan|Sort Key/);
});

test("le filtre de ce qui attend est une plage d’un index, dans l’ordre de la liste", async () => {
  const cotes = ["a_repondu", "attend_reponse", "a_signer"] as const;
  const plans = await plansDesPages(cotes.map((suspens) => ({ suspens })));
  for (const [i, plan] of plans.entries()) {
    expect(plan).toContain(`using dossier_${cotes[i]}`);
    expect(plan).not.toMatch(/Seq Scan|Sort Key/);
  }
});
