import type {
  AuthorizationResponseError,
  ClientError,
  Configuration,
  ResponseBodyError,
} from "openid-client";
import { type AdresseCourriel, parseAdresseCourriel } from "../values/adresse-courriel.ts";
import type { FournisseurIdentite } from "../values/fournisseur-identite.ts";

/** Whom the provider vouches for. */
export interface Identite {
  /** His name at the provider, which never becomes somebody else's. */
  sujet: string;
  courriel: AdresseCourriel | null;
  /** The provider says that it verified this address. */
  verifie: boolean;
  /** The provider says that it asked for more than one factor. */
  deuxFacteurs: boolean;
}

/** `refusee`: what came back proves nothing; `annulee`: the person or the provider said no. */
export type Echec = { issue: "injoignable" | "refusee" | "annulee" };

/** What only we and the browser that left know of one entry. */
export interface Secrets {
  etat: string;
  nonce: string;
  verificateur: string;
}

export interface Fournisseur {
  /** Where the browser is sent. */
  adresseDeDepart: (secrets: Secrets) => Promise<{ issue: "partir"; adresse: string } | Echec>;
  /** Asks the provider who came back; `recherche` is the query that the browser brought. */
  identifier: (
    recherche: string,
    secrets: Secrets,
  ) => Promise<{ issue: "identite"; identite: Identite } | Echec>;
}

const DECOUVERTE_MS = 3_600_000;
const ATTENTE_S = 8;

/** OpenID Connect Core 1.0, §2; PostgreSQL keeps no NUL. */
const SUJET = /^\P{Cc}{1,255}$/u;

/** REFEDS MFA Profile. */
const ACR_DEUX_FACTEURS = "https://refeds.org/profile/mfa";

/** What the library lets pass and we do not. */
class Douteuse extends Error {}

/** Loaded at the first entry: most installations have no provider. */
const bibliotheque = () => import("openid-client");

/**
 * The provider of the settings, by the code flow with PKCE. `retour`: our address that it sends people back to.
 * `dire` gets one sentence for whoever keeps the installation: codes, never a name nor an address.
 */
export function ouvrirFournisseur(
  { emetteur, client, secret }: FournisseurIdentite,
  retour: string,
  dire: (phrase: string) => void,
): Fournisseur {
  let connue: { configuration: Promise<Configuration>; fin: number } | null = null;
  const configurer = () => {
    if (connue !== null && connue.fin > Date.now()) return connue.configuration;
    const configuration = decouvrir();
    const celleCi = { configuration, fin: Date.now() + DECOUVERTE_MS };
    connue = celleCi;
    // A failure is not kept: the next person asks again.
    configuration.catch(() => {
      if (connue === celleCi) connue = null;
    });
    return configuration;
  };
  async function decouvrir(): Promise<Configuration> {
    const oidc = await bibliotheque();
    const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
    const configuration = await oidc.discovery(
      new URL(emetteur),
      client,
      {},
      (serveur, ...reste) => {
        // OpenID Connect Discovery 1.0, §3: the header, when nothing else is said.
        const admis = serveur.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
        return (admis.includes("client_secret_basic") ? basic : post)(serveur, ...reste);
      },
      {
        timeout: ATTENTE_S,
        execute: emetteur.startsWith("http:") ? [oidc.allowInsecureRequests] : [],
      },
    );
    // Some providers of many organisations answer in another's name, and the library lets them.
    const { issuer } = configuration.serverMetadata();
    if (new URL(issuer).href !== new URL(emetteur).href) throw new Douteuse("émetteur différent");
    // The signature is verified even though the answer came from the provider itself.
    oidc.enableNonRepudiationChecks(configuration);
    return configuration;
  }
  const essayer = async <T>(faire: (oidc: Oidc, configuration: Configuration) => Promise<T>) => {
    const oidc = await bibliotheque();
    try {
      return await faire(oidc, await configurer());
    } catch (erreur) {
      const { echec, cause } = lireErreur(oidc, erreur);
      if (echec.issue !== "annulee") dire(`Fournisseur d’identité : ${PHRASES[echec.issue]} (${cause}).`);
      return echec;
    }
  };
  return {
    adresseDeDepart: ({ etat, nonce, verificateur }) =>
      essayer(async (oidc, configuration) => ({
        issue: "partir" as const,
        adresse: oidc.buildAuthorizationUrl(configuration, {
          redirect_uri: retour,
          scope: "openid email",
          state: etat,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verificateur),
          code_challenge_method: "S256",
        }).href,
      })),
    identifier: (recherche, { etat, nonce, verificateur }) =>
      essayer(async (oidc, configuration) => {
        const jetons = await oidc.authorizationCodeGrant(configuration, new URL(recherche, retour), {
          expectedState: etat,
          expectedNonce: nonce,
          pkceCodeVerifier: verificateur,
          idTokenExpected: true,
        });
        const dit = jetons.claims()!;
        if (!SUJET.test(dit.sub)) throw new Douteuse("sub");
        const ailleurs = configuration.serverMetadata().userinfo_endpoint;
        // The address and its verification come from the same document: one of each proves nothing.
        const { email, email_verified: verifie } =
          dit.email === undefined && ailleurs !== undefined
            ? await oidc.fetchUserInfo(configuration, jetons.access_token, dit.sub)
            : dit;
        const deuxFacteurs =
          (Array.isArray(dit.amr) && dit.amr.includes("mfa")) || dit.acr === ACR_DEUX_FACTEURS;
        const courriel = typeof email === "string" ? parseAdresseCourriel(email) : null;
        const identite = { sujet: dit.sub, courriel, verifie: verifie === true, deuxFacteurs };
        return { issue: "identite" as const, identite };
      }),
  };
}

type Oidc = Awaited<ReturnType<typeof bibliotheque>>;

const PHRASES = { injoignable: "il ne répond pas", refusee: "sa réponse est refusée" } as const;
const INJOIGNABLE = ["OAUTH_TIMEOUT", "OAUTH_RESPONSE_IS_NOT_CONFORM", "OAUTH_RESPONSE_IS_NOT_JSON"];

/** What an error of the library means for the person. Throws again what is a defect of ours. */
function lireErreur(oidc: Oidc, erreur: unknown): { echec: Echec; cause: string } {
  if (erreur instanceof oidc.AuthorizationResponseError) return lireRefus(erreur);
  if (erreur instanceof oidc.ResponseBodyError) {
    return { echec: { issue: erreur.status >= 500 ? "injoignable" : "refusee" }, cause: motDe(erreur) };
  }
  if (erreur instanceof Douteuse) return { echec: { issue: "refusee" }, cause: erreur.message };
  if (erreur instanceof oidc.ClientError) {
    const { code = "inconnue" } = erreur;
    const issue = INJOIGNABLE.includes(code) ? "injoignable" : "refusee";
    return { echec: { issue }, cause: `${code}${champDe(erreur)}` };
  }
  // As `fetch` says that nobody answered.
  if (erreur instanceof TypeError && erreur.message === "fetch failed") {
    const { code } = (erreur.cause ?? {}) as { code?: string };
    return { echec: { issue: "injoignable" }, cause: code ?? "réseau" };
  }
  throw erreur;
}

function lireRefus(erreur: AuthorizationResponseError): { echec: Echec; cause: string } {
  const enPanne = ["server_error", "temporarily_unavailable"].includes(erreur.error);
  const issue = erreur.error === "access_denied" ? "annulee" : enPanne ? "injoignable" : "refusee";
  return { echec: { issue }, cause: motDe(erreur) };
}

/** The word of the standard alone: it came through the browser or from another machine. */
function motDe({ error }: AuthorizationResponseError | ResponseBodyError): string {
  return /^[a-z_]{1,40}$/.test(error) ? error : "inconnue";
}

/** « , aud »: which field was not the one expected. */
function champDe(erreur: ClientError): string {
  const { cause } = (erreur.cause ?? {}) as { cause?: { claim?: unknown } };
  const champ = cause?.claim;
  return typeof champ === "string" && /^[a-z_]{1,40}$/.test(champ) ? `, ${champ}` : "";
}
