import { afterAll, beforeAll, expect, it } from "vitest";
import { empreinteDesDonnees } from "../matrice/empreinte.ts";
import { routesDe } from "../matrice/matrice.ts";
import type { Monde } from "../matrice/monde.ts";
import { ouvrirMonde } from "../matrice/ouvrir-monde.ts";
import { type Recolte, type Route, recolter } from "../matrice/recolte.ts";
import { type Reponse, URL_DE_LA_MATRICE, type Visiteur } from "../matrice/visiteur.ts";

let monde: Monde;
let routes: Route[];
const recolte: Recolte = new Map();
/** Every answer that anybody of ours was given, following all that pages lead to. */
const recues: { qui: Visiteur; chemin: string; reponse: Reponse }[] = [];
const fermetures: (() => Promise<void>)[] = [];

beforeAll(async () => {
  monde = await ouvrirMonde((fermer) => fermetures.push(fermer));
  routes = routesDe(monde.scene);
  for (const qui of monde.visiteurs) {
    await recolter(routes, qui, recolte, monde.departs(qui), async (chemin, reponse) => {
      recues.push({ qui, chemin, reponse });
    });
  }
}, 240_000);
afterAll(async () => {
  for (const fermer of fermetures.reverse()) await fermer();
});

const compter = (quoi: string, nombre: number) => process.stdout.write(`attaques : ${nombre} ${quoi}\n`);

/** What every answer must say, whatever it is; gives what is missing. */
function manques(entetes: Headers): string[] {
  const csp = entetes.get("content-security-policy") ?? "";
  const enPiece = entetes.get("content-disposition")?.startsWith("attachment") === true;
  const directives = enPiece
    ? ["sandbox", "default-src 'none'"]
    : [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ];
  return [
    ...directives.filter((d) => !csp.includes(d)),
    ...(/unsafe|\*|data:|https?:/.test(csp) ? [`CSP trop large : ${csp}`] : []),
    ...Object.entries({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "x-frame-options": "DENY",
      "cross-origin-resource-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
    }).flatMap(([nom, valeur]) => (entetes.get(nom) === valeur ? [] : [`${nom}: ${entetes.get(nom)}`])),
    ...(/max-age=\d{7,}/.test(entetes.get("strict-transport-security") ?? "") ? [] : ["HSTS"]),
  ];
}

it("toute réponse porte ses en-têtes de défense : pages, fichiers, renvois, refus, pannes, ressources", async () => {
  const conseiller = monde.visiteurs.find((v) => v.nom === "conseiller")!;
  const anonyme = monde.visiteurs[0]!;
  const { app, maison } = monde.scene;
  const autres: [string, Reponse][] = [
    ["inconnue", await conseiller.lire("/rien-de-tel")],
    ["NUL", await conseiller.lire("/dossiers/%00")],
    ["d’un autre site", await conseiller.envoyer("/dossiers/nouveau", [], {})],
    ["trop long", await conseiller.envoyer("/dossiers/nouveau", [["x", "a".repeat(300_000)]])],
    [
      "illisible",
      await lu(
        app.request(`${URL_DE_LA_MATRICE}/connexion`, {
          method: "POST",
          headers: { origin: URL_DE_LA_MATRICE, "content-type": "application/json" },
          body: "{}",
        }),
      ),
    ],
    [
      "autre méthode",
      await lu(
        app.request(`${URL_DE_LA_MATRICE}/dossiers`, {
          method: "DELETE",
          headers: { origin: URL_DE_LA_MATRICE },
        }),
      ),
    ],
    [
      "refus d’entrer",
      await anonyme.envoyer("/connexion", [
        ["courriel", "a@b.invalid"],
        ["motDePasse", "faux"],
      ]),
    ],
  ];
  const { horloge } = maison;
  maison.horloge = () => {
    throw new Error("the clock broke");
  };
  autres.push(["panne", await conseiller.lire("/aujourdhui")]);
  maison.horloge = horloge;
  monde.scene.oublierLeJournal();
  expect(autres.map(([nom, { statut }]) => [nom, statut])).toEqual([
    ["inconnue", 404],
    ["NUL", 404],
    ["d’un autre site", 403],
    ["trop long", 413],
    ["illisible", 400],
    ["autre méthode", 404],
    ["refus d’entrer", 422],
    ["panne", 500],
  ]);
  const accueil = (await anonyme.lire("/connexion")).texte;
  const ressources = [...accueil.matchAll(/(?:src|href)="(\/(?:styles|scripts|polices|icone)[^"]*)"/g)];
  for (const [, chemin = ""] of ressources) autres.push([chemin, await anonyme.lire(chemin)]);
  expect(ressources.length).toBeGreaterThanOrEqual(3);
  const toutes = [...autres, ...recues.map((r): [string, Reponse] => [r.chemin, r.reponse])];
  const fautes = toutes.flatMap(([nom, { entetes }]) => manques(entetes).map((m) => `${nom} : ${m}`));
  expect([...new Set(fautes)]).toEqual([]);
  const parStatut = new Set(toutes.map(([, { statut }]) => statut));
  expect([...parStatut].sort()).toEqual(expect.arrayContaining([200, 303, 400, 403, 404, 413, 422, 500]));
  compter("réponses avec tous leurs en-têtes", toutes.length);
});

async function lu(promesse: Response | Promise<Response>): Promise<Reponse> {
  const reponse = await promesse;
  const octets = new Uint8Array(await reponse.arrayBuffer());
  return { statut: reponse.status, entetes: reponse.headers, octets, texte: Buffer.from(octets).toString() };
}

it("aucune page ne porte de script, de style ni d’action écrits dedans", () => {
  const pages = recues.filter(({ reponse }) => reponse.entetes.get("content-type")?.includes("html"));
  // The one file that a person takes away holds its own style: it is saved, never shown as a page of ours.
  const enPiece = (r: Reponse) => r.entetes.get("content-disposition")?.startsWith("attachment") === true;
  const fautes = pages.flatMap(({ chemin, reponse }) =>
    [
      /<script\b(?![^>]*\ssrc=)/,
      /<style\b/,
      /<[^>]+\sstyle="/,
      /<[^>]+\son[a-z]+="/,
      /href="\s*(?:javascript|data|vbscript):/i,
    ]
      .filter((motif) =>
        motif.test(enPiece(reponse) ? reponse.texte.replaceAll("<style", "") : reponse.texte),
      )
      .map((motif) => `${chemin} : ${motif}`),
  );
  expect(fautes).toEqual([]);
  expect(pages.length).toBeGreaterThan(1000);
  compter("pages sans rien d’écrit dedans", pages.length);
});

it("tout ce qu’une personne entrée a reçu est « no-store », refus compris", async () => {
  const entrees = recues.filter(({ qui }) => qui.role !== null);
  for (const qui of monde.visiteurs.filter((v) => v.role !== null)) {
    for (const chemin of ["/rien-de-tel", "/dossiers/D-2026-9999", "/organisme/x/y"]) {
      entrees.push({ qui, chemin, reponse: await qui.lire(chemin) });
    }
    const reponse = await qui.envoyer("/dossiers/nouveau", []);
    entrees.push({ qui, chemin: "POST /dossiers/nouveau", reponse });
  }
  const gardables = entrees.filter(({ reponse }) => reponse.entetes.get("cache-control") !== "no-store");
  expect([...new Set(gardables.map(({ chemin, reponse }) => `${chemin} ${reponse.statut}`))]).toEqual([]);
  compter("réponses qu’aucun cache ne garde", entrees.length);
});

it("tout renvoi reste ici", () => {
  const renvois = recues.flatMap(({ reponse }) => reponse.entetes.get("location") ?? []);
  expect(renvois.length).toBeGreaterThan(20);
  expect(renvois.filter((l) => !/^\/(?![/\\])/.test(l))).toEqual([]);
  compter("renvois, tous chez nous", renvois.length);
});

const AILLEURS: Record<string, string>[] = [
  {},
  { origin: "https://ailleurs.example" },
  { origin: "null" },
  { origin: "null", "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "none" },
  { origin: `${URL_DE_LA_MATRICE}.ailleurs.example` },
  { origin: URL_DE_LA_MATRICE.replace("http:", "https:") },
  { origin: URL_DE_LA_MATRICE.replace("4180", "4181") },
];

it("chaque envoi venu d’ailleurs est refusé, sur chaque route, sous chaque session, et ne change rien", async () => {
  const { base } = monde.scene.maison;
  const avant = await empreinteDesDonnees(base);
  const envois = routes.filter((r) => r.methode === "POST");
  let essais = 0;
  const passes: string[] = [];
  for (const route of envois) {
    const adresse = recolte.get(route.nom)?.[0];
    const chemin = adresse?.chemin ?? route.motif.replaceAll(/:\w+/g, "inconnu");
    for (const qui of monde.visiteurs) {
      for (const origine of AILLEURS) {
        const { statut } = await qui.envoyer(chemin, adresse?.champs ?? [], origine);
        essais += 1;
        if (statut !== 403) passes.push(`${route.nom} ${qui.nom} ${JSON.stringify(origine)} : ${statut}`);
      }
    }
  }
  expect(passes).toEqual([]);
  expect(await empreinteDesDonnees(base)).toEqual(avant);
  expect(envois.length).toBeGreaterThan(50);
  compter(`envois d’ailleurs refusés (${envois.length} routes)`, essais);
}, 180_000);
