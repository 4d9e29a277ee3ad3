import type pg from "pg";
import { type Appareil, entetesDe } from "./appareil.ts";
import type { Bibliotheque } from "./bibliotheque.ts";
import { COOKIE_DU_CODE, PAR_RESEAU } from "./greffon-codes.ts";
import { jetonDuCookie } from "./session-lue.ts";
import { marquerParReseau } from "./sessions.ts";

/** What an application that gives codes needs, and the codes that stand in for it. */
export interface SecretDeCodes {
  uri: string;
  secret: string;
  codesDeSecours: string[];
}

/** `perimee`: the passphrase must be given again. */
export type CodeDonne =
  | { issue: "ouverte"; cookies: string[] }
  | { issue: "refusee" }
  | { issue: "perimee" }
  | { issue: "trop_d_essais"; secondes: number };

/** One's second factor: codes of six figures that an application gives, and ten recovery codes. */
export interface SecondFacteur {
  /** Prepares a secret, for who gives his passphrase again; it counts once a first code was given. */
  preparer: (entetes: Headers, motDePasse: string) => Promise<boolean>;
  /** The secret that is being set, or the codes of the one that is; null when there is none. */
  lire: (utilisateurId: string) => Promise<SecretDeCodes | null>;
  /** A code given to finish a sign-in, or to set the second factor when the person is in. */
  donnerCode: (entetes: Headers, code: string, appareil: Appareil) => Promise<CodeDonne>;
  /** New recovery codes; the earlier ones no longer count. */
  renouveler: (entetes: Headers, motDePasse: string) => Promise<boolean>;
  /** Removes it; gives the cookies of the session that goes on, null when it was refused. */
  retirer: (entetes: Headers, motDePasse: string) => Promise<string[] | null>;
}

const cookieDe = (entetes: Headers) => ({ cookie: entetes.get("cookie") ?? "" });
const SIX_CHIFFRES = /^\d{6}$/;
const ATTENTE_S = 900;

/** The second factor of the accounts, as the library keeps it. */
export function secondFacteurDe({ auth, appeler }: Bibliotheque, pool: pg.Pool): SecondFacteur {
  /** What a provider began stays a session of the provider: the code that came after proves no other first factor. */
  const garderLOrigine = async (entetes: Headers, ouverts: readonly string[]) => {
    const { authCookies, createAuthCookie, secret } = await auth.$context;
    const attente = jetonDuCookie(entetes, createAuthCookie(COOKIE_DU_CODE).name, secret);
    if (attente?.startsWith(PAR_RESEAU) !== true) return;
    const cookie = ouverts.map((c) => c.split(";")[0]).join("; ");
    const jeton = jetonDuCookie(new Headers({ cookie }), authCookies.sessionToken.name, secret);
    if (jeton === null) throw new Error("no session came out of a right code");
    await marquerParReseau(pool, jeton);
  };
  const appelerPour = (chemin: string, entetes: Headers, motDePasse: string, de: object = {}) => {
    const corps = motDePasse === "" ? de : { ...de, password: motDePasse };
    return appeler(`/two-factor/${chemin}`, corps, cookieDe(entetes));
  };
  const demander = async (...de: Parameters<typeof appelerPour>) => (await appelerPour(...de)).status === 200;
  return {
    preparer: (entetes, motDePasse) => demander("enable", entetes, motDePasse, { method: "totp" }),
    lire: (utilisateurId) => auth.api.lireSecret({ body: { utilisateurId } }),
    donnerCode: async (entetes, texte, appareil) => {
      const code = texte.replace(/[\s.]/g, "");
      const chemin = SIX_CHIFFRES.test(code) ? "verify-totp" : "verify-backup-code";
      const reponse = await appeler(
        `/two-factor/${chemin}`,
        { code },
        { ...entetesDe(appareil), ...cookieDe(entetes) },
      );
      if (reponse.status === 200) {
        const cookies = reponse.headers.getSetCookie();
        await garderLOrigine(entetes, cookies);
        return { issue: "ouverte", cookies };
      }
      if (reponse.status === 429) return { issue: "trop_d_essais", secondes: ATTENTE_S };
      const { code: cause } = (await reponse.json()) as { code?: string };
      return cause === "INVALID_TWO_FACTOR_COOKIE" || cause === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE"
        ? { issue: "perimee" }
        : { issue: "refusee" };
    },
    renouveler: (entetes, motDePasse) => demander("generate-backup-codes", entetes, motDePasse),
    retirer: async (entetes, motDePasse) => {
      const reponse = await appelerPour("disable", entetes, motDePasse);
      return reponse.status === 200 ? reponse.headers.getSetCookie() : null;
    },
  };
}
