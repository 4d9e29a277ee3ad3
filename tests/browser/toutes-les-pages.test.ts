import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fautesDAcces } from "./acces.ts";
import { type Lieux, ouvrirLieux } from "./lieux.ts";
import { LECTEURS, type Lecteur, lancerNavigateur, regarderAvec, type Vu } from "./navigateur.ts";
import { formulairesDeTousLesActes, toutesLesVues, type Vue } from "./vues.ts";

type UnDesLecteurs = (typeof LECTEURS)[number];
const [CLAIR_ETROIT, CLAIR_LARGE, SOMBRE_ETROIT, SOMBRE_LARGE] = LECTEURS;

/**
 * Who reads a page: all four, one in turn, or two that differ in theme and in width, with the script for every other
 * page. Nothing is left to chance: the place in the list decides.
 */
function lecteursDe({ combien }: Vue, rang: number): readonly UnDesLecteurs[] {
  if (combien === 4) return LECTEURS;
  if (combien === 1) return [LECTEURS[rang % LECTEURS.length]!];
  return rang % 2 === 0 ? [CLAIR_ETROIT, SOMBRE_LARGE] : [CLAIR_LARGE, SOMBRE_ETROIT];
}

let navigateur: Browser;
let regarder: ReturnType<typeof regarderAvec>;
let lieux: Lieux;
const fermetures: (() => Promise<void>)[] = [];

beforeAll(async () => {
  navigateur = await lancerNavigateur();
  regarder = regarderAvec(navigateur);
  lieux = await ouvrirLieux(navigateur, (fermer) => fermetures.push(fermer));
}, 120_000);
afterAll(async () => {
  await navigateur.close();
  for (const fermer of fermetures.reverse()) await fermer();
});

/** Two pages at a time: one for each core of a small machine. */
async function deuxADeux<T>(elements: readonly T[], faire: (element: T) => Promise<void>): Promise<void> {
  const file = elements.values();
  const suivre = async () => {
    for (const element of file) await faire(element);
  };
  await Promise.all([suivre(), suivre()]);
}

/** Bytes that crossed the network for these, heads included. */
async function poids(demandes: readonly Request[]): Promise<number> {
  const tailles = await Promise.all(demandes.map((r) => r.sizes()));
  return tailles.reduce((n, t) => n + t.responseBodySize + t.responseHeadersSize, 0);
}

const titres = new Map<string, string>();

/** A first visit: at most 120 KB of which 40 of script, 10 requests, nothing from elsewhere, and a title of its own. */
async function premiereVisite(page: Page, demandes: readonly Request[], url: string): Promise<string[]> {
  const { origin, pathname } = new URL(url);
  const total = await poids(demandes);
  const script = await poids(demandes.filter((r) => r.resourceType() === "script"));
  const titre = await page.title();
  const memeTitre = titres.get(titre) ?? pathname;
  titres.set(titre, pathname);
  return [
    ...(total > 120 * 1024 || script > 40 * 1024 ? [`${total} octets, dont ${script} de script`] : []),
    ...(demandes.length > 10 ? [`${demandes.length} demandes`] : []),
    ...demandes.filter((r) => new URL(r.url()).origin !== origin).map((r) => `d’ailleurs : ${r.url()}`),
    ...(memeTitre === pathname ? [] : [`a le titre de ${memeTitre} : ${titre}`]),
  ];
}

async function fautesDe(vue: Vue, { page, plaintes, demandes }: Vu): Promise<string[]> {
  // With the script a form is sent by it, and a refusal takes the place of the page: that is an answer too.
  const documents = demandes.filter((r) => r.isNavigationRequest() || r.method() === "POST");
  const statut = (await documents.at(-1)?.response())?.status();
  const titre = await page.title();
  const doitDireErreur = vue.enErreur ?? vue.statut === 422;
  const premiere = vue.puis === undefined && vue.statut === 200;
  const fautes = [
    ...plaintes,
    ...(premiere ? await premiereVisite(page, demandes, vue.url) : []),
    ...(statut === vue.statut ? [] : [`répond ${statut} au lieu de ${vue.statut}`]),
    ...(doitDireErreur === titre.startsWith("Erreur\u00a0: ") ? [] : [`titre : ${titre}`]),
    ...(await fautesDAcces(page)),
  ];
  return fautes.map((f) => `${vue.nom} : ${f}`);
}

function lire(vue: Vue, lecteur: Lecteur): Promise<string[]> {
  const session = vue.session === undefined ? {} : { session: vue.session };
  return regarder(vue.url, { ...lecteur, ...session }, (vu) => fautesDe(vue, vu), vue.puis);
}

test.each(LECTEURS)(
  "toutes les pages se lisent à $largeur px, $theme, script $script",
  async (lecteur) => {
    const fautes: string[] = [];
    const siennes = toutesLesVues(lieux).filter((vue, i) => lecteursDe(vue, i).includes(lecteur));
    await deuxADeux(siennes, async (vue) => {
      fautes.push(...(await lire(vue, lecteur)));
    });
    expect(fautes).toEqual([]);
    expect(lieux.plein.pannes).toEqual([]);
  },
  300_000,
);

test("le formulaire de chaque acte se lit, l’un après l’autre dans chacune des quatre manières", async () => {
  const fautes: string[] = [];
  await deuxADeux([...formulairesDeTousLesActes(lieux).entries()], async ([i, vue]) => {
    fautes.push(...(await lire(vue, lecteursDe(vue, i)[0]!)));
  });
  expect(fautes).toEqual([]);
}, 300_000);
