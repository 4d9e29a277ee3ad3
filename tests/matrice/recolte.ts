import type { Envoi, Reponse, Visiteur } from "./visiteur.ts";

/** A route of the router: « GET /dossiers/:reference », and what recognises its addresses. */
export interface Route {
  nom: string;
  methode: "GET" | "POST";
  motif: string;
}

/** One address of a route, with its parameters; `champs`: what the page's own form would send there. */
export interface Adresse {
  chemin: string;
  parametres: Readonly<Record<string, string>>;
  champs: Envoi;
  /** Names of the visitors whom a page led there. */
  menes: Set<string>;
}

/** Addresses of each route, by the route's name. */
export type Recolte = Map<string, Adresse[]>;

const expressions = new Map<string, RegExp>();

function enExpression(motif: string): RegExp {
  let lue = expressions.get(motif);
  if (lue === undefined) {
    lue = new RegExp(`^${motif.replaceAll(".", "\\.").replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}$`);
    expressions.set(motif, lue);
  }
  return lue;
}

/** The route that answers an address: the first of the router that matches, as in the application. */
export function routeDe(
  routes: readonly Route[],
  methode: "GET" | "POST",
  chemin: string,
): { route: Route; parametres: Record<string, string> } | null {
  const [nu = ""] = chemin.split(/[?#]/);
  for (const route of routes) {
    if (route.methode !== methode) continue;
    const lu = enExpression(route.motif).exec(nu);
    if (lu !== null) return { route, parametres: { ...lu.groups } };
  }
  return null;
}

const ENTITES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const clair = (html: string) => html.replaceAll(/&(\w+|#39);/g, (tout, nom: string) => ENTITES[nom] ?? tout);
const attribut = (balise: string, nom: string): string | null => {
  const lu = new RegExp(`\\s${nom}(?:="([^"]*)")?(?=[\\s>/])`).exec(balise);
  return lu === null ? null : clair(lu[1] ?? "");
};

export interface FormulaireLu {
  action: string;
  methode: "GET" | "POST";
  champs: Envoi;
}

/** The forms of a page, with what a browser would send of each if its first button were pressed, or its script ran. */
export function formulaires(html: string, chemin: string): FormulaireLu[] {
  return [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].flatMap(([bloc]) => {
    const [tete = ""] = /^<form\b[^>]*>/.exec(bloc) ?? [];
    const methode = attribut(tete, "method")?.toLowerCase() === "post" ? "POST" : "GET";
    const champs = champsDe(bloc);
    const brouillon = attribut(tete, "data-brouillon");
    return [attribut(tete, "action") ?? chemin, ...(brouillon === null ? [] : [brouillon])].map((action) => ({
      action,
      methode,
      champs,
    }));
  });
}

function champsDe(bloc: string): [string, string][] {
  const champs: [string, string][] = [];
  let bouton = false;
  for (const [balise, genre, dedans] of bloc.matchAll(
    /<(input|button|textarea|select)\b[^>]*>(?:([\s\S]*?)<\/(?:textarea|select)>)?/g,
  )) {
    const [tete = ""] = /^<[^>]*>/.exec(balise) ?? [];
    const nom = attribut(tete, "name");
    if (nom === null || nom === "") continue;
    if (genre === "textarea") champs.push([nom, clair(dedans ?? "")]);
    else if (genre === "select") {
      const options = [...(dedans ?? "").matchAll(/<option\b[^>]*>/g)].map(([o]) => o);
      const choisie = options.find((o) => attribut(o, "selected") !== null) ?? options.at(-1);
      champs.push([nom, choisie === undefined ? "" : (attribut(choisie, "value") ?? "")]);
    } else if (genre === "button") {
      if (!bouton) champs.push([nom, attribut(tete, "value") ?? ""]);
      bouton = true;
    } else {
      const type = attribut(tete, "type");
      if (type === "file") continue;
      const cochable = type === "checkbox" || type === "radio";
      if (cochable && attribut(tete, "checked") === null) continue;
      champs.push([nom, attribut(tete, "value") ?? (cochable ? "on" : "")]);
    }
  }
  return champs;
}

/** Follows every link and form of the pages that this visitor gets, from `departs` on; `voir` is told each answer. */
export async function recolter(
  routes: readonly Route[],
  qui: Visiteur,
  recolte: Recolte,
  departs: readonly string[],
  voir: (chemin: string, reponse: Reponse) => Promise<void>,
): Promise<void> {
  const vues = new Set<string>();
  // Besides where pages lead: what a person may open by its address.
  const seuls = routes.filter((r) => r.methode === "GET" && !r.motif.includes(":")).map((r) => r.motif);
  const aVoir = [...seuls, ...departs];
  const noter = (methode: "GET" | "POST", chemin: string, champs: Envoi) => {
    const trouvee = routeDe(routes, methode, chemin);
    if (trouvee === null) return;
    const { route, parametres } = trouvee;
    const siennes = recolte.get(route.nom) ?? [];
    recolte.set(route.nom, siennes);
    const nu = chemin.split(/[?#]/)[0]!;
    const connue = siennes.find((a) => a.chemin === nu);
    if (connue !== undefined) connue.menes.add(qui.nom);
    else siennes.push({ chemin: nu, parametres, champs, menes: new Set([qui.nom]) });
  };
  const suivre = (chemin: string) => {
    noter("GET", chemin, []);
    aVoir.push(chemin);
  };
  for (const depart of departs) noter("GET", depart, []);
  for (let chemin = aVoir.pop(); chemin !== undefined; chemin = aVoir.pop()) {
    if (vues.has(chemin) || routeDe(routes, "GET", chemin) === null) continue;
    vues.add(chemin);
    const reponse = await qui.lire(chemin);
    await voir(chemin, reponse);
    const ailleurs = reponse.entetes.get("location");
    if (ailleurs !== null) suivre(ailleurs);
    // The help is the same for everybody.
    if (chemin.startsWith("/aide") || !reponse.entetes.get("content-type")?.includes("html")) continue;
    for (const [, href = ""] of reponse.texte.matchAll(/\shref="(\/[^"#]*)/g)) suivre(clair(href));
    for (const { action, methode, champs } of formulaires(reponse.texte, chemin)) {
      if (methode === "POST") noter("POST", action, champs);
      else suivre(action);
    }
  }
}
