import type { Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { EntreeDuReseau } from "../../../auth/entree-reseau.ts";
import { adresseDe } from "../../adresse.ts";
import { appareilDe } from "../../appareil.ts";
import type { Env } from "../../contexte.ts";
import { introuvable } from "../../introuvable.tsx";
import { pageDeConnexion } from "../../vues/connexion.tsx";
import { donnerCookies, tropDEssais } from "./arriver.ts";
import { cheminLocal } from "./chemin-local.ts";

const COOKIE = "probant-reseau";
const ICI = "/connexion/reseau";
/** As long as the state that it keeps. */
const DUREE_S = 600;

type Refus = Exclude<EntreeDuReseau, { suite: string }>;

/** Why one is not in, to the person herself: her address was just proven to be hers, or said by her own provider. */
function phraseDe(refus: Refus, nom: string): string {
  switch (refus.issue) {
    case "injoignable":
      return `${nom} ne répond pas. Entrez avec votre phrase de passe, ou recommencez dans un moment.`;
    case "annulee":
      return `Vous n’êtes pas entré : vous avez renoncé, ou ${nom} a refusé.`;
    case "refusee":
      return `La réponse de ${nom} n’a pas pu être vérifiée. Recommencez ; si cela dure, prévenez la personne qui tient l’installation.`;
    case "perimee":
      return `Cette entrée avec ${nom} a déjà servi, ou elle est trop ancienne. Recommencez.`;
    case "sans_adresse":
      return `${nom} n’a pas donné votre adresse électronique. Entrez avec votre phrase de passe.`;
    case "non_verifiee":
      return `${nom} n’a pas vérifié l’adresse ${refus.courriel}. Entrez avec votre phrase de passe.`;
    case "inconnue":
      return `Rien n’est ouvert ici à l’adresse ${refus.courriel}. Demandez une invitation à votre organisme. Si vous en avez une, ouvrez d’abord son lien.`;
    case "personnelle":
      return `Le compte de ${refus.courriel} ouvre un espace personnel, et ${nom} ne l’ouvre pas. Entrez avec votre phrase de passe ou par un lien.`;
    case "autre":
      return `Le compte de ${refus.courriel} est lié à une autre personne chez ${nom}. Entrez avec votre phrase de passe, puis ouvrez « Mon compte ».`;
  }
}

const STATUTS = { injoignable: 503, inconnue: 403, personnelle: 403, autre: 403, non_verifiee: 403 } as const;
const statutDe = ({ issue }: Refus) => (issue in STATUTS ? STATUTS[issue as keyof typeof STATUTS] : 422);

function refuser(c: Context<Env>, refus: Refus, nom: string, suite: string) {
  return pageDeConnexion(c, { suite, fautes: [{ message: phraseDe(refus, nom) }] }, statutDe(refus));
}

/**
 * Entry by the identity provider of a network. Leaving for it changes nothing; coming back counts once, in the browser
 * that left.
 */
export function routesReseau(app: Hono<Env>): void {
  app.get(ICI, async (c) => {
    const { comptes, url } = c.get("portes");
    if (comptes.reseau === null) return introuvable(c);
    const suite = cheminLocal(c.req.query("suite"));
    const depart = await comptes.reseau.commencer(suite);
    if (depart.issue !== "partir") return refuser(c, depart, comptes.reseau.nom, suite);
    setCookie(c, COOKIE, depart.garde, {
      path: ICI,
      httpOnly: true,
      // The way back is a link of another site: « Strict » would keep the cookie at home.
      sameSite: "Lax",
      secure: url.startsWith("https:"),
      maxAge: DUREE_S,
    });
    return c.redirect(depart.adresse, 303);
  });
  app.get(`${ICI}/retour`, async (c) => {
    const { comptes } = c.get("portes");
    const { reseau } = comptes;
    if (reseau === null) return introuvable(c);
    const garde = getCookie(c, COOKIE) ?? "";
    deleteCookie(c, COOKIE, { path: ICI });
    const essai = comptes.essaiDeSecret(adresseDe(c));
    const attente = await essai.compter();
    if (attente !== null) return pageDeConnexion(c, { suite: "/", fautes: [tropDEssais(c, attente)] }, 429);
    const entree = await reseau.revenir(new URL(c.req.url).search, garde, appareilDe(c));
    // A provider that is badly set must not close the links of a whole office.
    if (entree.issue !== "perimee") await essai.oublier();
    if (entree.issue !== "ouverte" && entree.issue !== "second_facteur") {
      return refuser(c, entree, reseau.nom, "/");
    }
    donnerCookies(c, entree.cookies);
    // Looked at again: it went out and came back.
    const suite = cheminLocal(entree.suite);
    return c.redirect(
      entree.issue === "ouverte" ? suite : `/connexion/code?suite=${encodeURIComponent(suite)}`,
      303,
    );
  });
}
