import { createHmac } from "node:crypto";
import type pg from "pg";
import type { FournisseurIdentite } from "../values/fournisseur-identite.ts";
import type { Appareil } from "./appareil.ts";
import type { Connexion } from "./connexion.ts";
import { consommerDefi, defiJuste, nouveauDefi } from "./defis.ts";
import { type Echec, type Identite, ouvrirFournisseur, type Secrets } from "./fournisseur.ts";
import { delierIdentite, identiteLieeLe, lierIdentite } from "./identites-reseau.ts";
import { jetonDInvitation, lireInvitation } from "./invitations.ts";
import { compteA } from "./membres.ts";
import { aUnePorte, listerPlaces } from "./places.ts";

/** Our address that the provider sends people back to; whoever keeps the provider registers it there. */
const RETOUR_DU_RESEAU = "/connexion/reseau/retour";

/**
 * How an entry ends. `perimee`: this browser asked nothing, or it served already. `inconnue`: nobody here has that
 * address. `personnelle`: the account opens a dossier of its own. `autre`: it belongs to another person of the provider.
 */
export type EntreeDuReseau =
  | { issue: "ouverte"; cookies: string[]; suite: string }
  | { issue: "second_facteur"; cookies: string[]; suite: string }
  | { issue: "perimee" | "sans_adresse" }
  | { issue: "non_verifiee" | "inconnue" | "personnelle" | "autre"; courriel: string }
  | Echec;

/** Entry by the provider of a network: into accounts of its staff that exist, and none is made. */
export interface EntreeParReseau {
  nom: string;
  /** Where the browser goes, and what its cookie keeps meanwhile. */
  commencer: (suite: string) => Promise<{ issue: "partir"; adresse: string; garde: string } | Echec>;
  /** Who came back with that query, in the browser that holds that cookie. */
  revenir: (recherche: string, garde: string, appareil: Appareil) => Promise<EntreeDuReseau>;
  lieeLe: (utilisateurId: string) => Promise<string | null>;
  delier: (utilisateurId: string) => Promise<void>;
}

interface Options {
  pool: pg.Pool;
  secret: string;
  url: string;
  fournisseur: FournisseurIdentite;
  dire: (phrase: string) => void;
  /** Opens a session, or asks the code that is still owed unless `deuxFacteurs` were proven. */
  entrer: (utilisateurId: string, deuxFacteurs: boolean, appareil: Appareil) => Promise<Connexion>;
}

/** The way in by that provider; nothing is asked of it before somebody comes. */
export function entreeParReseau(options: Options): EntreeParReseau {
  const { pool, secret, url, fournisseur } = options;
  const { emetteur, nom } = fournisseur;
  const lui = ouvrirFournisseur(fournisseur, `${url}${RETOUR_DU_RESEAU}`, options.dire);
  const usageDe = (suite: string) => `réseau|${suite}`;
  const tirer = (etat: string): Secrets => {
    const de = (usage: string) => createHmac("sha256", secret).update(`${usage}|${etat}`).digest("base64url");
    return { etat, nonce: de("réseau nonce"), verificateur: de("réseau pkce") };
  };
  return {
    nom,
    commencer: async (suite) => {
      // It carries its own end and where one goes: nothing is written before somebody comes back.
      const etat = nouveauDefi(secret, usageDe(suite)).toString("base64url");
      const depart = await lui.adresseDeDepart(tirer(etat));
      if (depart.issue !== "partir") return depart;
      return { ...depart, garde: `${etat}.${Buffer.from(suite).toString("base64url")}` };
    },
    revenir: async (recherche, garde, appareil) => {
      const [etat = "", reste = ""] = garde.split(".");
      const suite = Buffer.from(reste, "base64url").toString("utf8");
      const rendu = new URLSearchParams(recherche).getAll("state");
      const juste = rendu.length === 1 && rendu[0] === etat && defiJuste(secret, usageDe(suite), etat);
      // Used up before the provider is asked: of two returns at once, one counts.
      if (!juste || !(await consommerDefi(pool, etat))) return { issue: "perimee" };
      const reponse = await lui.identifier(recherche, tirer(etat));
      if (reponse.issue !== "identite") return reponse;
      return await accueillir(reponse.identite, suite, appareil);
    },
    lieeLe: (utilisateurId) => identiteLieeLe(pool, emetteur, utilisateurId),
    delier: (utilisateurId) => delierIdentite(pool, emetteur, utilisateurId),
  };

  async function accueillir(identite: Identite, suite: string, appareil: Appareil): Promise<EntreeDuReseau> {
    const { sujet, courriel, verifie, deuxFacteurs } = identite;
    if (courriel === null) return { issue: "sans_adresse" };
    if (!verifie) return { issue: "non_verifiee", courriel };
    const utilisateurId = await compteA(pool, courriel);
    if (utilisateurId === null) return { issue: "inconnue", courriel };
    const refus = await refusDuCompte(utilisateurId, suite);
    if (refus !== null) return { issue: refus, courriel };
    if (!(await lierIdentite(pool, { emetteur, sujet }, utilisateurId))) return { issue: "autre", courriel };
    const entree = await options.entrer(utilisateurId, deuxFacteurs, appareil);
    return entree.issue === "ouverte" || entree.issue === "second_facteur"
      ? { ...entree, suite }
      : { issue: "refusee" };
  }

  /**
   * He works here, or comes from the page of his own invitation. Whoever keeps the provider can vouch for any address:
   * a person's own door, her bilan above all, must not hang on it.
   */
  async function refusDuCompte(
    utilisateurId: string,
    suite: string,
  ): Promise<"inconnue" | "personnelle" | null> {
    if (await aUnePorte(pool, utilisateurId)) return "personnelle";
    if ((await listerPlaces(pool, { utilisateurId, jeton: "" })).length > 0) return null;
    const jeton = jetonDInvitation(suite);
    const invite = jeton === null ? null : await lireInvitation(pool, jeton);
    return invite?.utilisateurId === utilisateurId ? null : "inconnue";
  }
}
