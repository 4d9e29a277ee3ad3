import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";
import type pg from "pg";
import type { FournisseurIdentite } from "../values/fournisseur-identite.ts";
import { greffonCodes } from "./greffon-codes.ts";
import { greffonSession } from "./greffon-session.ts";
import { tablesDeLaBibliotheque } from "./tables-de-la-bibliotheque.ts";

export interface OptionsDesComptes {
  pool: pg.Pool;
  secret: string;
  url: string;
  /** Who else vouches for people; nobody when left out. `dire` gets what whoever keeps the installation must know. */
  reseau?: { fournisseur: FournisseurIdentite; dire: (phrase: string) => void };
}

export const MOT_DE_PASSE_MIN = 12;
export const JOUR_S = 86_400;
export const DUREE_S = 7 * JOUR_S;

/** Options of the library; the tables are those of the migrations `comptes` and `comptes-gardes`. */
export function optionsDeComptes({ pool, secret, url }: OptionsDesComptes) {
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
    plugins: [
      greffonSession,
      greffonCodes(pool),
      twoFactor({
        issuer: "Probant",
        allowPasswordless: true,
        schema: { twoFactor: { modelName: "second_facteur" } },
      }),
    ],
    user: { modelName: "utilisateur" },
    session: { modelName: "session", expiresIn: DUREE_S, updateAge: JOUR_S },
    account: { modelName: "compte" },
    verification: { modelName: "verification" },
    rateLimit: {
      enabled: true,
      storage: "database" as const,
      modelName: "limite",
      // Against a flood only, since the library counts good sign-ins too and an office has one address: failures are
      // counted in `essais.ts`, and by account for the second factor. Going out guesses nothing, and one visitor must
      // not hold the others in.
      customRules: {
        "/sign-in/email": { window: 60, max: 100 },
        "/two-factor/*": { window: 60, max: 100 },
        "/sign-out": false as const,
      },
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

/** The library open on our tables, and a call of one of its addresses as a page of ours would make it. */
export function ouvrirBibliotheque(options: OptionsDesComptes) {
  const auth = betterAuth(optionsDeComptes(options));
  const appeler = (chemin: string, corps: object, entetes: HeadersInit): Promise<Response> =>
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
  return { auth, appeler };
}

export type Bibliotheque = ReturnType<typeof ouvrirBibliotheque>;
