import { afterAll, beforeAll, expect, it } from "vitest";
import type { Role } from "../../src/dossier/acte.ts";
import { ACCES } from "../../src/web/acces.ts";
import { ouvrirCarnet, type Prevue } from "./carnet.ts";
import { mesurer, prevoir, reconnaitre, type Table, type Terrain } from "./matrice.ts";
import type { Monde } from "./monde.ts";
import { ouvrirMonde } from "./ouvrir-monde.ts";

let monde: Monde;
let terrain: Terrain;
const fermetures: (() => Promise<void>)[] = [];
const TABLE = structuredClone(ACCES);

beforeAll(async () => {
  monde = await ouvrirMonde((fermer) => fermetures.push(fermer));
  terrain = await reconnaitre(monde);
}, 300_000);
afterAll(async () => {
  for (const fermer of fermetures.reverse()) await fermer();
});

/** What the matrix finds on one route while its line is another one; what the application wrote meanwhile is forgotten. */
async function sousUneAutreLigne(
  nom: string,
  ligne: Table[string] | undefined,
  concerne: (p: Prevue) => boolean,
): Promise<string[]> {
  const table = ACCES as Record<string, Table[string]>;
  const carnet = ouvrirCarnet(monde);
  const siennes = terrain.visees.filter(({ route }) => route.nom === nom).slice(0, 6);
  if (ligne === undefined) delete table[nom];
  else table[nom] = ligne;
  try {
    for (const p of prevoir(monde, TABLE, siennes)) if (concerne(p)) await carnet.essayer(p);
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
    const ecarts = await sousUneAutreLigne(nom, "tous", ({ qui }) => qui.role === null);
    if (ecarts.length === 0) passees.push(nom);
  }
  expect(gardees().length).toBeGreaterThan(80);
  expect(passees).toEqual([]);
}, 180_000);

it("une ligne effacée se voit, sur chaque page où mène une autre", async () => {
  const menees = gardees().filter((nom) =>
    terrain.visees.some(({ route, adresse }) => route.nom === nom && adresse.menes.size > 0),
  );
  const pages = menees.filter((nom) => nom.startsWith("GET "));
  const passees: string[] = [];
  for (const nom of pages) {
    const ecarts = await sousUneAutreLigne(nom, undefined, (p) => p.attendu === "ouvert");
    if (ecarts.length === 0) passees.push(nom);
  }
  expect(pages.length).toBeGreaterThan(40);
  expect(passees).toEqual([]);
}, 180_000);

it("un rôle de trop se voit, ou la page le refuse d’elle-même", async () => {
  const trop: Role[] = ["assistant", "responsable", "reseau", "beneficiaire", "employeur", "auditeur"];
  let [vus, refuses] = [0, 0];
  // Pages alone: a form that opens to the wrong role would change the world that the next test measures.
  for (const nom of gardees().filter((n) => n.startsWith("GET "))) {
    for (const role of trop) {
      const ligne = TABLE[nom];
      if (ligne === undefined || ligne === "tous" || ligne.includes(role)) continue;
      const ecarts = await sousUneAutreLigne(nom, [...ligne, role], ({ qui }) => qui.role === role);
      if (ecarts.length > 0) vus += 1;
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
