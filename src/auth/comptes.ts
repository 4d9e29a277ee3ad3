import { betterAuth } from "better-auth";
import type pg from "pg";
import { essaisDe } from "./essais.ts";
import { greffonSession } from "./greffon-session.ts";
import { type Invitation, lireInvitation } from "./invitations.ts";
import { consommerLien, creerLien, type Lien, lienVivant } from "./liens.ts";
import { restreindreSession } from "./restreindre-session.ts";
import { jetonDuCookie, lireSession, type SessionLue } from "./session-lue.ts";
import { tablesDeLaBibliotheque } from "./tables-de-la-bibliotheque.ts";

/** The person behind a request, and the organisation that he works for. */
export type Connecte = Omit<SessionLue, "expireLe">;

export type Connexion =
  | { issue: "ouverte"; cookies: string[] }
  | { issue: "refusee" }
  | { issue: "trop_d_essais"; secondes: number };

export type Deconnexion = { issue: "fermee"; cookies: string[] } | { issue: "echouee" };

/**
 * Accounts of the staff. Passwords and sessions are made, renewed and ended by the library alone; `quiEst`, which every
 * page asks, reads the session that it wrote (`session-lue.ts`).
 */
export interface Comptes {
  seConnecter: (courriel: string, motDePasse: string, adresse: string) => Promise<Connexion>;
  /** Ends the session; `echouee` when it may still be alive, and nothing may say that the person is out. */
  seDeconnecter: (entetes: Headers) => Promise<Deconnexion>;
  quiEst: (entetes: Headers) => Promise<Connecte | null>;
  creer: (compte: { nom: string; courriel: string; motDePasse: string }) => Promise<string>;
  /** The account of that address, made without password when there is none; gives its id. */
  trouverOuCreer: (personne: { nom: string; courriel: string }) => Promise<string>;
  /** A secret that opens a session once; what it opens is said by `Lien`. */
  creerLien: (lien: Lien) => Promise<string>;
  lienVivant: (jeton: string) => Promise<boolean>;
  /** Uses the link up and opens its session. */
  entrerParLien: (jeton: string) => Promise<Connexion>;
  /** Who is invited by that link; null when it answers no invitation any more. */
  lireInvitation: (jeton: string) => Promise<Invitation | null>;
  nommer: (utilisateurId: string, nom: string) => Promise<void>;
  definirMotDePasse: (utilisateurId: string, motDePasse: string) => Promise<void>;
  /** A session for somebody whom we know otherwise than by his passphrase. */
  ouvrirSession: (utilisateurId: string) => Promise<Connexion>;
}

export const MOT_DE_PASSE_MIN = 12;
const JOUR = 86_400;
const DUREE = 7 * JOUR;

/** Options of the library; the tables are those of the migration `comptes`. */
export function optionsDeComptes({ pool, secret, url }: { pool: pg.Pool; secret: string; url: string }) {
  return {
    appName: "Probant",
    database: tablesDeLaBibliotheque(pool),
    secret,
    baseURL: url,
    trustedOrigins: [url],
    telemetry: { enabled: false },
    logger: { level: "error" as const },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: MOT_DE_PASSE_MIN,
      maxPasswordLength: 200,
      autoSignIn: false,
    },
    // Nobody makes an account for himself: only the organisation does, by `creer`.
    disabledPaths: ["/sign-up/email", "/update-user", "/change-email", "/delete-user"],
    plugins: [greffonSession],
    user: { modelName: "utilisateur" },
    session: { modelName: "session", expiresIn: DUREE, updateAge: JOUR },
    account: { modelName: "compte" },
    verification: { modelName: "verification" },
    rateLimit: {
      enabled: true,
      storage: "database" as const,
      modelName: "limite",
      // Against a flood only, since the library counts good sign-ins too and an office has one address: failures are
      // counted in `essais.ts`. Going out guesses nothing, and one visitor must not hold the others in.
      customRules: { "/sign-in/email": { window: 60, max: 100 }, "/sign-out": false as const },
    },
    advanced: {
      cookiePrefix: "probant",
      database: { generateId: "uuid" as const },
      useSecureCookies: url.startsWith("https:"),
      // Set by our own server from the connection: a header that a visitor sends is never believed.
      ipAddress: { ipAddressHeaders: ["x-probant-adresse"] },
    },
  };
}

export function ouvrirComptes(options: { pool: pg.Pool; secret: string; url: string }): Comptes {
  const auth = betterAuth(optionsDeComptes(options));
  const appeler = (chemin: string, corps: object, entetes: HeadersInit) =>
    auth.handler(
      new Request(`${options.url}/api/auth${chemin}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          origin: options.url,
          ...Object.fromEntries(new Headers(entetes)),
        },
        body: JSON.stringify(corps),
      }),
    );
  const sessionDe = async (entetes: Headers) => {
    const { authCookies, secret } = await auth.$context;
    const jeton = jetonDuCookie(entetes, authCookies.sessionToken.name, secret);
    return jeton === null ? null : await lireSession(options.pool, jeton);
  };
  const ouvrir = (utilisateurId: string) =>
    auth.api.ouvrirSession({ body: { utilisateurId }, returnHeaders: true });
  return {
    seConnecter: async (email, password, adresse) => {
      const essais = essaisDe(options, email, adresse);
      const attente = await essais.compter();
      if (attente !== null) return { issue: "trop_d_essais", secondes: attente };
      const reponse = await appeler("/sign-in/email", { email, password }, { "x-probant-adresse": adresse });
      if (reponse.status === 429) {
        return { issue: "trop_d_essais", secondes: Number(reponse.headers.get("x-retry-after") ?? 900) };
      }
      if (reponse.status !== 200) return { issue: "refusee" };
      await essais.oublier();
      return { issue: "ouverte", cookies: reponse.headers.getSetCookie() };
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
      if (reste < DUREE - JOUR) await auth.api.getSession({ headers: entetes });
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
    creerLien: (lien) => creerLien(options.pool, lien),
    lienVivant: (jeton) => lienVivant(options.pool, jeton),
    entrerParLien: async (jeton) => {
      const lien = await consommerLien(options.pool, jeton);
      if (lien === null) return { issue: "refusee" };
      const { headers, response } = await ouvrir(lien.utilisateurId);
      if (lien.usage === "espace") await restreindreSession(options.pool, response.jeton, lien);
      return { issue: "ouverte", cookies: headers.getSetCookie() };
    },
    lireInvitation: (jeton) => lireInvitation(options.pool, jeton),
    nommer: async (utilisateurId, name) => {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.updateUser(utilisateurId, { name });
    },
    definirMotDePasse: async (userId, motDePasse) => {
      const { internalAdapter, password } = await auth.$context;
      const hash = await password.hash(motDePasse);
      const comptes = await internalAdapter.findAccounts(userId);
      if (comptes.some((c) => c.providerId === "credential"))
        await internalAdapter.updatePassword(userId, hash);
      else
        await internalAdapter.linkAccount({
          userId,
          providerId: "credential",
          accountId: userId,
          password: hash,
        });
    },
    ouvrirSession: async (utilisateurId) => {
      const { headers } = await ouvrir(utilisateurId);
      return { issue: "ouverte", cookies: headers.getSetCookie() };
    },
  };
}
