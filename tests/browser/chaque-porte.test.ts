import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routesDe } from "../matrice/matrice.ts";
import type { Monde } from "../matrice/monde.ts";
import { ouvrirMonde } from "../matrice/ouvrir-monde.ts";
import { type Recolte, type Route, recolter, routeDe } from "../matrice/recolte.ts";
import { fabriqueDeSecrets } from "../matrice/semis.ts";
import { URL_DE_LA_MATRICE, type Visiteur } from "../matrice/visiteur.ts";
import { fautesDAcces } from "./acces.ts";
import { lancerNavigateur } from "./navigateur.ts";

let navigateur: Browser;
let monde: Monde;
const fermetures: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  navigateur = await lancerNavigateur();
  monde = await ouvrirMonde((fermer) => fermetures.push(async () => fermer()));
}, 120_000);
afterAll(async () => {
  await navigateur.close();
  for (const fermer of fermetures.reverse()) await fermer();
});

/** Theme, width and script, each pair once; a page is read by the next one in turn. */
const LECTEURS = [
  { colorScheme: "light", largeur: 320, script: true },
  { colorScheme: "dark", largeur: 1280, script: true },
  { colorScheme: "light", largeur: 1280, script: false },
  { colorScheme: "dark", largeur: 320, script: false },
] as const;

/** One page of one route, as the first of these people who is led there gets it. */
interface PageVue {
  route: Route;
  chemin: string;
  qui: Visiteur;
}

const estUnePage = (entetes: Headers) =>
  entetes.get("content-type")?.startsWith("text/html") === true && !entetes.has("content-disposition");

/** One page for each route of the router where a page leads, and for each secret address. */
async function chaquePage(): Promise<{ pages: PageVue[]; routes: Route[] }> {
  const routes = routesDe(monde.scene);
  const pages = new Map<string, PageVue>();
  const garder = (qui: Visiteur, chemin: string) => {
    const route = routeDe(routes, "GET", chemin)?.route;
    if (route !== undefined && !pages.has(route.nom)) pages.set(route.nom, { route, chemin, qui });
  };
  for (const qui of monde.visiteurs) {
    const recolte: Recolte = new Map();
    await recolter(routes, qui, recolte, monde.departs(qui), async (chemin, { statut, entetes }) => {
      if (statut === 200 && estUnePage(entetes)) garder(qui, chemin);
    });
  }
  const conseiller = monde.visiteurs.find((v) => v.nom === "conseiller")!;
  const [personne] = monde.visiteurs;
  const secrets = fabriqueDeSecrets(monde.scene, {
    conseiller,
    enCours: monde.dossiers.siens[0]!,
    communique: monde.communique,
  });
  for (const [mot, fabrique] of Object.entries(secrets)) garder(personne!, `/${mot}/${await fabrique()}`);
  return { pages: [...pages.values()], routes };
}

/** A window that shows what somebody gets, piece by piece, through his own cookies; from one page to the next. */
async function ouvrirFenetre(lecteur: (typeof LECTEURS)[number]) {
  const contexte = await navigateur.newContext({
    viewport: { width: lecteur.largeur, height: 900 },
    colorScheme: lecteur.colorScheme,
    reducedMotion: "reduce",
    locale: "fr-FR",
  });
  const page = await contexte.newPage();
  const cdp = await contexte.newCDPSession(page);
  let plaintes: string[] = [];
  let visiteur: Visiteur | undefined;
  page.on("pageerror", (e) => plaintes.push(e.message));
  page.on("console", (m) => {
    if (m.text().includes("Content Security Policy")) plaintes.push(m.text());
  });
  await page.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    const { statut, entetes, octets } = await visiteur!.lire(url.pathname + url.search);
    const headers = Object.fromEntries(entetes);
    delete headers["content-encoding"];
    await route.fulfill({ status: statut, headers, body: Buffer.from(octets) });
  });
  return async ({ chemin, qui }: PageVue): Promise<string[]> => {
    [plaintes, visiteur] = [[], qui];
    await cdp.send("Emulation.setScriptExecutionDisabled", { value: !lecteur.script });
    await page.goto(URL_DE_LA_MATRICE + chemin, { waitUntil: "load" });
    await cdp.send("Emulation.setScriptExecutionDisabled", { value: false });
    const fautes = [...plaintes, ...(await fautesDAcces(page))];
    await page.evaluate(() => localStorage.clear());
    return fautes.map((f) => `${qui.nom}, ${chemin} : ${f}`);
  };
}

/** Answers that are no page, and pages that only a first start or a failure shows. */
const PAS_DES_PAGES =
  /^GET (\/|\/sante|\/demarrage|\/journal\/.*|\/sceau\/.*|.*\.(csv|txt|pdf)|.*\/(fichier|pdf|image|archive|page|controle)|.*\/:(papier|piece)|.*\/resultats\/:n)$/;
/**
 * Looked at where somebody takes the steps that lead to them: `comptes`, `cle-acces`, `entree-reseau`, `sa-visite`,
 * `toutes-les-pages`.
 */
const PAS_A_PAS = [
  "GET /connexion/reseau",
  "GET /connexion/reseau/retour",
  "GET /compte/reseau",
  "GET /connexion/code",
  // A paper, given as a file.
  "GET /employeur/certificat",
  "GET /employeur/convention",
  "GET /dossiers/:reference/controle",
  "GET /dossiers/:reference/controle/:preparation",
];

test("chaque page où mène une autre, pour chacun, se lit", { timeout: 600_000 }, async () => {
  const { pages, routes } = await chaquePage();
  const vues = new Set(pages.map((p) => p.route.nom));
  const oubliees = routes
    .filter((r) => r.methode === "GET" && !PAS_DES_PAGES.test(r.nom) && !PAS_A_PAS.includes(r.nom))
    .map((r) => r.nom)
    .filter((nom) => !vues.has(nom));
  const fautes: string[] = [];
  const fenetres = await Promise.all(LECTEURS.map(ouvrirFenetre));
  // Two readers at a time, one for each core of a small machine.
  const suivre = async (sienne: number) => {
    for (const [i, vue] of pages.entries()) {
      if (i % 2 === sienne) fautes.push(...(await fenetres[i % fenetres.length]!(vue)));
    }
  };
  await Promise.all([suivre(0), suivre(1)]);
  process.stdout.write(`${pages.length} pages de ${routes.length} routes regardées\n`);
  expect({ oubliees, fautes }).toEqual({ oubliees: [], fautes: [] });
});
