import { type Appareil, entetesDe } from "./appareil.ts";
import { DUREE_S, JOUR_S, type OptionsDesComptes, ouvrirBibliotheque } from "./bibliotheque.ts";
import { type ClesAcces, clesAccesDe } from "./cles-acces.ts";
import type { Connexion } from "./connexion.ts";
import { demanderLien, type LienAEnvoyer, traiterUneDemande } from "./demandes-de-lien.ts";
import { type EntreeParReseau, entreeParReseau } from "./entree-reseau.ts";
import { type Essais, essaiDeSecret, essaisDe } from "./essais.ts";
import { type Invitation, lireInvitation } from "./invitations.ts";
import { consommerLien, creerLien, type Lien, lienVivant } from "./liens.ts";
import { choisirPlace, listerPlaces, type Place, rattacherPorte } from "./places.ts";
import { restreindreSession } from "./restreindre-session.ts";
import { type SecondFacteur, secondFacteurDe } from "./second-facteur.ts";
import { jetonDuCookie, lireSession, type SessionLue } from "./session-lue.ts";
import {
  fermerLesAutres,
  fermerSession,
  listerSessions,
  marquerParLien,
  marquerParReseau,
  preterSession,
  type SessionOuverte,
  vientDUnLien,
} from "./sessions.ts";

export { MOT_DE_PASSE_MIN, optionsDeComptes } from "./bibliotheque.ts";

/** The person behind a request, and the organisation that he works for. */
export type Connecte = Omit<SessionLue, "expireLe">;

export type Deconnexion = { issue: "fermee"; cookies: string[] } | { issue: "echouee" };

/** Whether a passphrase is the right one, asked of somebody who is in already. */
export type Verification =
  | { issue: "juste" }
  | { issue: "refusee" }
  | { issue: "trop_d_essais"; secondes: number };

/**
 * Accounts of the staff. Passwords and sessions are made, renewed and ended by the library alone; `quiEst`, which every
 * page asks, reads the session that it wrote (`session-lue.ts`).
 */
export interface Comptes {
  seConnecter: (courriel: string, motDePasse: string, adresse: string, agent?: string) => Promise<Connexion>;
  /** Ends the session; `echouee` when it may still be alive, and nothing may say that the person is out. */
  seDeconnecter: (entetes: Headers) => Promise<Deconnexion>;
  quiEst: (entetes: Headers) => Promise<Connecte | null>;
  creer: (compte: { nom: string; courriel: string; motDePasse: string }) => Promise<string>;
  /** The account of that address, made without password when there is none; gives its id. */
  trouverOuCreer: (personne: { nom: string; courriel: string }) => Promise<string>;
  /** A secret that opens a session once; what it opens is said by `Lien`. */
  creerLien: (lien: Lien) => Promise<string>;
  lienVivant: (jeton: string) => Promise<boolean>;
  /**
   * Uses the link up and opens its session; a link of one's own still asks for one's second factor. Followed by whoever
   * is in already with that account (`entetes`), the link of an organisation gives its door to the account.
   */
  entrerParLien: (jeton: string, appareil?: Appareil, entetes?: Headers) => Promise<Connexion>;
  /** One visit, from that address, to a page whose address is a secret. */
  essaiDeSecret: (adresse: string) => Essais;
  /** Notes that a link is asked for; gives the seconds to wait when this network asks too much, else null. */
  demanderLien: (courriel: string, adresse: string) => Promise<number | null>;
  traiterUneDemande: (envoyer: (lien: LienAEnvoyer) => Promise<void>) => Promise<boolean>;
  /** Who is invited by that link; null when it answers no invitation any more. */
  lireInvitation: (jeton: string) => Promise<Invitation | null>;
  nommer: (utilisateurId: string, nom: string) => Promise<void>;
  definirMotDePasse: (utilisateurId: string, motDePasse: string) => Promise<void>;
  aUnMotDePasse: (utilisateurId: string) => Promise<boolean>;
  verifierPhrase: (
    qui: { utilisateurId: string; courriel: string },
    motDePasse: string,
    adresse: string,
  ) => Promise<Verification>;
  /** A session for somebody whom we know otherwise than by his passphrase. */
  ouvrirSession: (utilisateurId: string, appareil?: Appareil) => Promise<Connexion>;
  listerSessions: (entetes: Headers, utilisateurId: string) => Promise<SessionOuverte[]>;
  fermerSession: (utilisateurId: string, id: string) => Promise<void>;
  fermerLesAutres: (entetes: Headers, utilisateurId: string) => Promise<void>;
  /** Whether this session was just opened by a link: then a forgotten passphrase may be changed. */
  vientDUnLien: (entetes: Headers) => Promise<boolean>;
  /** The device of this session goes to somebody else: it opens that page alone until it is taken back. */
  preterAppareil: (entetes: Headers, chemin: string) => Promise<void>;
  reprendreAppareil: (entetes: Headers) => Promise<void>;
  /** The places that this session may enter. */
  listerPlaces: (entetes: Headers, utilisateurId: string) => Promise<Place[]>;
  /** Keeps on this session where it enters; false when that is no place of this account. */
  choisirPlace: (
    entetes: Headers,
    utilisateurId: string,
    place: Pick<Place, "organismeId" | "dossierId">,
  ) => Promise<boolean>;
  secondFacteur: SecondFacteur;
  clesAcces: ClesAcces;
  /** null when no identity provider is set. */
  reseau: EntreeParReseau | null;
}

const INCONNU: Appareil = { adresse: "", agent: "" };

/** The accounts over this database. Nothing outside this room speaks to the library. */
export function ouvrirComptes(options: OptionsDesComptes): Comptes {
  const { pool } = options;
  const bibliotheque = ouvrirBibliotheque(options);
  const { auth, appeler } = bibliotheque;
  const jetonDe = async (entetes: Headers) => {
    const { authCookies, secret } = await auth.$context;
    return jetonDuCookie(entetes, authCookies.sessionToken.name, secret);
  };
  const sessionDe = async (entetes: Headers) => {
    const jeton = await jetonDe(entetes);
    return jeton === null ? null : await lireSession(pool, jeton);
  };
  const ouvrir = (utilisateurId: string, appareil: Appareil = INCONNU) =>
    auth.api.ouvrirSession({ body: { utilisateurId }, headers: entetesDe(appareil), returnHeaders: true });
  const compteDe = async (utilisateurId: string) => {
    const { internalAdapter } = await auth.$context;
    return (await internalAdapter.findAccounts(utilisateurId)).find((c) => c.providerId === "credential");
  };
  return {
    seConnecter: async (email, password, adresse, agent = "") => {
      const essais = essaisDe(options, email, adresse);
      const attente = await essais.compter();
      if (attente !== null) return { issue: "trop_d_essais", secondes: attente };
      const reponse = await appeler("/sign-in/email", { email, password }, entetesDe({ adresse, agent }));
      if (reponse.status === 429) {
        return { issue: "trop_d_essais", secondes: Number(reponse.headers.get("x-retry-after") ?? 900) };
      }
      if (reponse.status !== 200) return { issue: "refusee" };
      await essais.oublier();
      const cookies = reponse.headers.getSetCookie();
      const { twoFactorRedirect } = (await reponse.json()) as { twoFactorRedirect?: boolean };
      return { issue: twoFactorRedirect === true ? "second_facteur" : "ouverte", cookies };
    },
    seDeconnecter: async (entetes) => {
      const reponse = await appeler("/sign-out", {}, { cookie: entetes.get("cookie") ?? "" });
      if (reponse.status !== 200) return { issue: "echouee" };
      // The library answers 200 even when the database kept the session: we look.
      if ((await sessionDe(entetes)) !== null) return { issue: "echouee" };
      return { issue: "fermee", cookies: reponse.headers.getSetCookie() };
    },
    quiEst: async (entetes) => {
      const lue = await sessionDe(entetes);
      if (lue === null) return null;
      const { expireLe, ...connecte } = lue;
      // The library makes a session that was used last longer, once a day.
      const reste = (Date.parse(expireLe) - Date.now()) / 1000;
      if (reste < DUREE_S - JOUR_S) await auth.api.getSession({ headers: entetes });
      return connecte;
    },
    creer: async ({ nom, courriel, motDePasse }) => {
      const { user } = await auth.api.signUpEmail({
        body: { name: nom, email: courriel, password: motDePasse },
      });
      return user.id;
    },
    trouverOuCreer: async ({ nom, courriel }) => {
      const { internalAdapter } = await auth.$context;
      const email = courriel.toLowerCase();
      const connu = await internalAdapter.findUserByEmail(email);
      return (
        connu?.user.id ?? (await internalAdapter.createUser({ email, name: nom }, { method: "lien" })).id
      );
    },
    creerLien: (lien) => creerLien(pool, lien),
    lienVivant: (jeton) => lienVivant(pool, jeton),
    entrerParLien: async (jeton, appareil, entetes = new Headers()) => {
      const lien = await consommerLien(pool, jeton);
      if (lien === null) return { issue: "refusee" };
      const { utilisateurId } = lien;
      if (lien.usage === "connexion" && (await aUnSecondFacteur(utilisateurId))) {
        return await demanderCode(utilisateurId);
      }
      if (lien.usage === "espace" && (await estDedans(entetes, utilisateurId)))
        await rattacherPorte(pool, lien);
      const { headers, response } = await ouvrir(utilisateurId, appareil);
      if (lien.usage === "espace") await restreindreSession(pool, response.jeton, lien);
      else await marquerParLien(pool, response.jeton);
      return { issue: "ouverte", cookies: headers.getSetCookie() };
    },
    essaiDeSecret: (adresse) => essaiDeSecret(options, adresse),
    demanderLien: (courriel, adresse) => demanderLien(pool, courriel, adresse),
    traiterUneDemande: (envoyer) => traiterUneDemande(pool, envoyer),
    lireInvitation: (jeton) => lireInvitation(pool, jeton),
    nommer: async (utilisateurId, name) => {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.updateUser(utilisateurId, { name });
    },
    definirMotDePasse: async (userId, motDePasse) => {
      const { internalAdapter, password } = await auth.$context;
      const hash = await password.hash(motDePasse);
      if ((await compteDe(userId)) !== undefined) return await internalAdapter.updatePassword(userId, hash);
      await internalAdapter.linkAccount({
        userId,
        providerId: "credential",
        accountId: userId,
        password: hash,
      });
    },
    aUnMotDePasse: async (utilisateurId) => (await compteDe(utilisateurId)) !== undefined,
    verifierPhrase: async ({ utilisateurId, courriel }, motDePasse, adresse) => {
      const essais = essaisDe(options, courriel, adresse);
      const attente = await essais.compter();
      if (attente !== null) return { issue: "trop_d_essais", secondes: attente };
      const { password } = await auth.$context;
      const hash = (await compteDe(utilisateurId))?.password;
      if (typeof hash !== "string" || !(await password.verify({ hash, password: motDePasse })))
        return { issue: "refusee" };
      await essais.oublier();
      return { issue: "juste" };
    },
    ouvrirSession: async (utilisateurId, appareil) => {
      const { headers } = await ouvrir(utilisateurId, appareil);
      return { issue: "ouverte", cookies: headers.getSetCookie() };
    },
    listerSessions: async (entetes, utilisateurId) =>
      listerSessions(pool, utilisateurId, (await jetonDe(entetes)) ?? ""),
    fermerSession: (utilisateurId, id) => fermerSession(pool, utilisateurId, id),
    fermerLesAutres: async (entetes, utilisateurId) =>
      fermerLesAutres(pool, utilisateurId, (await jetonDe(entetes)) ?? ""),
    vientDUnLien: async (entetes) => vientDUnLien(pool, (await jetonDe(entetes)) ?? ""),
    preterAppareil: async (entetes, chemin) => preterSession(pool, (await jetonDe(entetes)) ?? "", chemin),
    reprendreAppareil: async (entetes) => preterSession(pool, (await jetonDe(entetes)) ?? "", null),
    listerPlaces: async (entetes, utilisateurId) =>
      listerPlaces(pool, { utilisateurId, jeton: (await jetonDe(entetes)) ?? "" }),
    choisirPlace: async (entetes, utilisateurId, place) =>
      choisirPlace(pool, { jeton: (await jetonDe(entetes)) ?? "", utilisateurId }, place),
    secondFacteur: secondFacteurDe(bibliotheque, pool),
    clesAcces: clesAccesDe(options),
    reseau: options.reseau === undefined ? null : entreeParReseau({ ...options, ...options.reseau, entrer }),
  };
  /** Whether this browser is in with that account, by its owner's own means. */
  async function estDedans(entetes: Headers, utilisateurId: string): Promise<boolean> {
    const lue = await sessionDe(entetes);
    return lue?.utilisateurId === utilisateurId && !lue.restreinte && !lue.parReseau;
  }
  /** Opens what an identity provider vouched for. */
  async function entrer(
    utilisateurId: string,
    deuxFacteurs: boolean,
    appareil: Appareil,
  ): Promise<Connexion> {
    if (!deuxFacteurs && (await aUnSecondFacteur(utilisateurId)))
      return await demanderCode(utilisateurId, true);
    const { headers, response } = await ouvrir(utilisateurId, appareil);
    await marquerParReseau(pool, response.jeton);
    return { issue: "ouverte", cookies: headers.getSetCookie() };
  }
  async function demanderCode(utilisateurId: string, parReseau = false): Promise<Connexion> {
    const { headers } = await auth.api.demanderCode({
      body: { utilisateurId, parReseau },
      returnHeaders: true,
    });
    return { issue: "second_facteur", cookies: headers.getSetCookie() };
  }
  async function aUnSecondFacteur(utilisateurId: string): Promise<boolean> {
    const { rows } = await pool.query(`select "twoFactorEnabled" as actif from utilisateur where id = $1`, [
      utilisateurId,
    ]);
    return rows[0]?.actif === true;
  }
}
