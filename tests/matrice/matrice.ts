import { randomBytes } from "node:crypto";
import { ACCES, type Acces } from "../../src/web/acces.ts";
import { type Attendu, attendre } from "./attendu.ts";
import { type Carnet, ouvrirCarnet, type Prevue, type Sighting } from "./carnet.ts";
import { CIBLES, type Visee, viser } from "./cibles.ts";
import { empreinteDesDonnees } from "./empreinte.ts";
import type { Monde } from "./monde.ts";
import { type Adresse, type Recolte, type Route, recolter } from "./recolte.ts";
import { fabriqueDeSecrets } from "./semis.ts";

/** What `npm run matrice -- --json` prints. */
export interface ResultatDeMatrice {
  routes: number;
  roles: number;
  cibles: number;
  requetes: number;
  inattendus: number;
  canaris: { plantes: number; vus: number };
}

export interface Mesure {
  resultat: ResultatDeMatrice;
  /** One line for each answer that the table does not promise, each route without a target, each canary seen. */
  ecarts: string[];
  permis: readonly Sighting[];
}

export type Table = Readonly<Record<string, Acces>>;

/** Files that every visitor gets: style sheet, script, fonts, icon. */
const RESSOURCE = /^\/(styles|scripts|polices|icone)\b/;
/** Addresses tried in vain for one route, role and target: the third says no more than the second. */
const VAINES = 2;

/** The routes that answer, read from the router. */
export function routesDe({ app }: Pick<Monde["scene"], "app">): Route[] {
  const routes = new Map<string, Route>();
  for (const { method, path } of app.routes) {
    if ((method !== "GET" && method !== "POST") || RESSOURCE.test(path)) continue;
    routes.set(`${method} ${path}`, { nom: `${method} ${path}`, methode: method, motif: path });
  }
  return [...routes.values()];
}

/** Where the routes may be aimed, found once: following every page of both organisations takes most of the time. */
export interface Terrain {
  routes: readonly Route[];
  visees: readonly Visee[];
  carnet: Carnet;
}

export async function reconnaitre(monde: Monde): Promise<Terrain> {
  const routes = routesDe(monde.scene);
  const carnet = ouvrirCarnet(monde);
  const [notre, leur]: Recolte[] = [new Map(), new Map()];
  // All at once: each waits for the database most of the time.
  await Promise.all([
    ...monde.visiteurs.map((qui) =>
      recolter(routes, qui, notre!, monde.departs(qui), (chemin, reponse) =>
        carnet.lue(qui, chemin, reponse),
      ),
    ),
    ...monde.etrangers.map((qui) => recolter(routes, qui, leur!, monde.departs(qui), async () => undefined)),
  ]);
  const { autre, detruit } = monde.dossiers;
  const sansSecret = routes.filter((r) => !r.motif.includes(":jeton"));
  const { visees, sans } = viser(sansSecret, notre!, leur!, {
    autre: autre.reference,
    detruit: detruit.reference,
  });
  for (const { nom } of sans) {
    carnet.ecarts.push(`${nom} : aucune page n’y mène (à semer dans tests/matrice/semis.ts)`);
  }
  return { routes, visees, carnet };
}

/** Every route × every role × every target, whose answers `acces` promises. */
export async function mesurer(
  monde: Monde,
  { routes, visees, carnet }: Terrain,
  acces: Table = ACCES,
): Promise<Mesure> {
  for (const { nom } of routes) {
    if (acces[nom] === undefined) carnet.ecarts.push(`${nom} : sans ligne dans la table`);
  }
  const prevues = prevoir(monde, acces, visees);
  await refuser(monde, carnet, prevues);
  await admettre(carnet, prevues);
  await montrerLesSecrets(monde, acces, routes, carnet);
  carnet.ecarts.push(...defauts(monde));
  const ecarts = [...carnet.ecarts, ...carnet.vus];
  return {
    resultat: {
      routes: routes.length,
      roles: monde.visiteurs.length,
      cibles: CIBLES.length,
      requetes: carnet.requetes(),
      inattendus: carnet.ecarts.length,
      canaris: { plantes: monde.voliere.connus().length, vus: carnet.vus.size },
    },
    ecarts,
    permis: carnet.permis,
  };
}

export function prevoir(monde: Monde, acces: Table, visees: readonly Visee[]): Prevue[] {
  return visees.flatMap((visee) => {
    const table = acces[visee.route.nom];
    if (table === undefined) return [];
    return monde.visiteurs.map((qui) => ({ visee, qui, attendu: attendre(monde, table, qui, visee) }));
  });
}

/** Eight at a time, in order: what is refused disturbs nobody. */
async function aPlusieurs<T>(elements: readonly T[], faire: (element: T) => Promise<void>): Promise<void> {
  const file = elements.values();
  const suivre = async () => {
    for (const element of file) await faire(element);
  };
  await Promise.all(Array.from({ length: 8 }, suivre));
}

const REFUS: readonly Attendu[] = ["introuvable", "absent", "entrée"];
const estRefus = ({ attendu }: Prevue) => REFUS.includes(attendu);

/** All that must be refused, with an empty form and with the page's own: nothing in the database may move. */
async function refuser(monde: Monde, carnet: Carnet, prevues: readonly Prevue[]): Promise<void> {
  const { base } = monde.scene.maison;
  const avant = await empreinteDesDonnees(base);
  const essais = new Map<string, number>();
  const aFaire = prevues.filter(estRefus).filter(({ visee: { route, cible }, qui }) => {
    const cle = `${route.nom} ${cible} ${qui.nom}`;
    const fois = essais.get(cle) ?? 0;
    essais.set(cle, fois + 1);
    return fois < VAINES;
  });
  await aPlusieurs(aFaire, async (prevue) => {
    const { champs } = prevue.visee.adresse;
    await carnet.essayer(prevue);
    if (champs.length > 0) await carnet.essayer(prevue, champs);
  });
  const apres = await empreinteDesDonnees(base);
  for (const [table, empreinte] of Object.entries(apres)) {
    if (avant[table] !== empreinte) carnet.ecarts.push(`une demande refusée a changé la table ${table}`);
  }
}

// What ends a session or a membership comes last, or the others would be asked by nobody.
const DERNIERS = ["/compte", "/retirer", "connexion"];
const RANGS = [-1, ...DERNIERS.keys()];
const rang = ({ visee: { route } }: Prevue) => DERNIERS.findIndex((mot) => route.motif.includes(mot));

/** All that must open: pages first, then each page's own form, once, then the empty forms of everybody. */
async function admettre(carnet: Carnet, prevues: readonly Prevue[]): Promise<void> {
  const admises = prevues.filter((p) => !estRefus(p));
  for (const p of admises) if (p.visee.route.methode === "GET") await carnet.essayer(p);
  const envois = admises.filter((p) => p.visee.route.methode === "POST");
  for (const r of RANGS) {
    const siens = envois.filter((p) => rang(p) === r);
    const vus = new Set<Adresse>();
    for (const p of siens) {
      const { adresse } = p.visee;
      if (adresse.champs.length === 0 || !adresse.menes.has(p.qui.nom) || vus.has(adresse)) continue;
      vus.add(adresse);
      await carnet.essayer(p, adresse.champs);
    }
    // An empty form may name nothing: it gets any answer but a defect.
    for (const p of siens) await carnet.essayer({ ...p, attendu: "libre" });
  }
}

/** Addresses that are secrets: a living one opens to whoever holds it, an unknown one to nobody. */
async function montrerLesSecrets(
  monde: Monde,
  acces: Table,
  routes: readonly Route[],
  carnet: Carnet,
): Promise<void> {
  const conseiller = monde.visiteurs.find((v) => v.nom === "conseiller")!;
  const secrets = fabriqueDeSecrets(monde.scene, {
    conseiller,
    enCours: monde.dossiers.siens[0]!,
    communique: monde.communique,
  });
  for (const route of routes.filter((r) => r.motif.includes(":jeton"))) {
    const fabrique = secrets[route.motif.split("/")[1]!];
    if (acces[route.nom] !== "tous") carnet.ecarts.push(`${route.nom} : un secret n’a pas de rôle`);
    if (fabrique === undefined) {
      carnet.ecarts.push(`${route.nom} : aucun secret à y porter (à semer dans tests/matrice/semis.ts)`);
      continue;
    }
    for (const qui of monde.visiteurs) {
      const essai = async (cible: "le sien" | "inconnu", jeton: string) => {
        const chemin = route.motif.replace(":jeton", jeton);
        const adresse = { chemin, parametres: { jeton }, champs: [], menes: new Set([qui.nom]) };
        const attendu = cible === "inconnu" ? "introuvable" : "ouvert";
        await carnet.essayer({ visee: { route, cible, adresse }, qui, attendu });
      };
      await essai("le sien", await fabrique());
      await essai("inconnu", randomBytes(32).toString("base64url"));
    }
  }
}

/** What the application wrote of itself: no defect, and no word of anybody. */
function defauts({ scene, voliere }: Monde): string[] {
  const ecrit = scene.journal().toLowerCase();
  return [
    ...(ecrit === "" ? [] : [`l’application a journalisé des pannes : ${ecrit.slice(0, 400)}`]),
    ...voliere
      .connus()
      .filter(({ mot }) => ecrit.includes(mot))
      .map(({ ou }) => `canari journalisé : ${ou}`),
  ];
}
