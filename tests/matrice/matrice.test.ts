import { afterAll, beforeAll, expect, it } from "vitest";
import type { Qui } from "../../src/web/acces.ts";
import { ACCES } from "../../src/web/acces.ts";
import { ouvrirCarnet } from "./carnet.ts";
import {
  admettre,
  estRefus,
  mesurer,
  prevoir,
  reconnaitre,
  refuser,
  type Table,
  type Terrain,
} from "./matrice.ts";
import type { Monde } from "./monde.ts";
import { ouvrirMonde } from "./ouvrir-monde.ts";

let monde: Monde;
let terrain: Terrain;
const fermetures: (() => Promise<void>)[] = [];
const TABLE = structuredClone(ACCES);

beforeAll(async () => {
  monde = await ouvrirMonde((fermer) => fermetures.push(fermer));
  terrain = await reconnaitre(monde);
}, 180_000);
afterAll(async () => {
  for (const fermer of fermetures.reverse()) await fermer();
});

/** What the matrix finds on one route while its line is another one; what the application wrote meanwhile is forgotten. */
async function sousUneAutreLigne(nom: string, ligne: Table[string] | undefined): Promise<string[]> {
  const table = ACCES as Record<string, Table[string]>;
  const carnet = ouvrirCarnet(monde);
  const prevues = prevoir(
    monde,
    TABLE,
    terrain.visees.filter(({ route }) => route.nom === nom),
  );
  if (ligne === undefined) delete table[nom];
  else table[nom] = ligne;
  try {
    // Only what changes nothing when it opens: nobody is signed in, or a page is read.
    const sures = prevues.filter((p) => p.qui.role === null || p.visee.route.methode === "GET");
    await refuser(monde, carnet, sures.filter(estRefus));
    await admettre(
      carnet,
      sures.filter((p) => p.visee.route.methode === "GET"),
    );
  } finally {
    table[nom] = TABLE[nom]!;
    monde.scene.oublierLeJournal();
  }
  return [...carnet.ecarts, ...carnet.vus];
}

const gardees = () =>
  [...new Set(terrain.visees.map(({ route }) => route.nom))].filter((nom) => TABLE[nom] !== "tous");

it("une ligne ouverte à tous se voit, sur chaque route gardée", async () => {
  const passees: string[] = [];
  for (const nom of gardees()) {
    if ((await sousUneAutreLigne(nom, "tous")).length === 0) passees.push(nom);
  }
  expect(gardees().length).toBeGreaterThan(80);
  expect(passees).toEqual([]);
}, 180_000);

it("une ligne effacée se voit, sur chaque page où mène une autre", async () => {
  const passees: string[] = [];
  const menees = gardees().filter((nom) =>
    terrain.visees.some((v) => v.route.nom === nom && v.route.methode === "GET" && v.adresse.menes.size > 0),
  );
  for (const nom of menees) {
    if ((await sousUneAutreLigne(nom, undefined)).length === 0) passees.push(nom);
  }
  expect(menees.length).toBeGreaterThan(40);
  expect(passees).toEqual([]);
}, 180_000);

it("un rôle de trop se voit, ou la page le refuse d’elle-même", async () => {
  const trop: Qui[] = ["assistant", "responsable", "reseau", "beneficiaire", "employeur", "auditeur"];
  let [vus, refuses] = [0, 0];
  for (const nom of gardees().filter((n) => n.startsWith("GET "))) {
    for (const role of trop) {
      const ligne = TABLE[nom];
      if (ligne === undefined || ligne === "tous" || ligne.includes(role)) continue;
      if ((await sousUneAutreLigne(nom, [...ligne, role])).length > 0) vus += 1;
      else refuses += 1;
    }
  }
  process.stdout.write(`rôles de trop : ${vus} vus, ${refuses} refusés par la page elle-même\n`);
  expect(vus).toBeGreaterThan(refuses);
}, 180_000);

it("chaque route × chaque rôle × chaque cible répond comme la table le promet, et aucun canari ne sort", async () => {
  const { resultat, ecarts, permis } = await mesurer(monde, terrain);
  process.stdout.write(`matrice : ${JSON.stringify(resultat)}\n`);
  expect(ecarts).toEqual([]);
  expect(resultat).toMatchObject({ inattendus: 0, canaris: { vus: 0 } });
  expect(resultat.requetes).toBeGreaterThan(5000);
  expect(resultat.canaris.plantes).toBeGreaterThan(300);
  // The scan sees: those who may read a canary were served it, in pages and in papers.
  const types = new Set(permis.map(({ type }) => type.split(";")[0]));
  expect([...types].sort()).toEqual(expect.arrayContaining(["application/pdf", "text/html"]));
}, 300_000);
