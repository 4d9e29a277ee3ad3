import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { FournisseurIdentite } from "../../src/values/fournisseur-identite.ts";
import type { ALaFin } from "./base.ts";

const CLIENT = "probant-essai";
// Characters that the header of HTTP Basic must carry escaped (RFC 6749, §2.3.1).
const SECRET = "secret d’essai : é%+/&=";

/** What one answer of the provider says, when a test wants it other than it should be. */
export interface Ecarts {
  /** Replaces fields of the identity; undefined takes one away. */
  dit?: Record<string, unknown>;
  entete?: Record<string, unknown>;
  /** Changes the whole signed text. */
  altere?: (jeton: string) => string;
  /** Signs with a key that the provider does not publish. */
  autreCle?: boolean;
  /** What the page of userinfo says; left out: what `dit` says. */
  infos?: Record<string, unknown>;
  /** Status of the token page, in place of an answer. */
  statut?: number;
}

/** Somebody as the provider knows him. */
export interface Personne {
  sub?: string;
  email?: string;
  email_verified?: unknown;
  [autre: string]: unknown;
}

export interface FournisseurDEssai {
  reglages: FournisseurIdentite;
  /**
   * Signs somebody in there, as its own page does: checks what it was asked, and gives the address that it sends the
   * browser back to.
   */
  accueillir: (adresse: string, personne: Personne, ecarts?: Ecarts) => string;
  /** Who is signed in there already: its own page then sends a browser straight back. */
  presente: Personne | null;
  /** How often each of its pages was asked. */
  visites: Map<string, number>;
  /** Changes what it says of itself. */
  metadonnees: Record<string, unknown>;
  arreter: () => Promise<void>;
  reprendre: () => Promise<void>;
}

interface Code {
  demande: URLSearchParams;
  personne: Personne;
  ecarts: Ecarts;
  servi: boolean;
}

const enBase64 = (valeur: unknown) => Buffer.from(JSON.stringify(valeur)).toString("base64url");

async function lireCorps(requete: IncomingMessage): Promise<URLSearchParams> {
  let texte = "";
  for await (const morceau of requete) texte += String(morceau);
  return new URLSearchParams(texte);
}

/** An identity provider on this machine, that holds to the standard: PKCE, the client's secret, codes that serve once. */
export async function ouvrirFournisseurDEssai(aLaFin: ALaFin = onTestFinished): Promise<FournisseurDEssai> {
  const cle = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const autre = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...cle.publicKey.export({ format: "jwk" }), kid: "c1", use: "sig", alg: "RS256" };
  const codes = new Map<string, Code>();
  const acces = new Map<string, Code>();
  const visites = new Map<string, number>();
  const metadonnees: Record<string, unknown> = {};
  let emetteur = "";

  function signer({ demande, personne, ecarts }: Code): string {
    const maintenant = Math.floor(Date.now() / 1000);
    const dit = {
      iss: emetteur,
      aud: CLIENT,
      iat: maintenant,
      exp: maintenant + 300,
      nonce: demande.get("nonce"),
      ...personne,
      ...ecarts.dit,
    };
    const entete = { alg: "RS256", kid: "c1", ...ecarts.entete };
    const texte = `${enBase64(entete)}.${enBase64(dit)}`;
    const avec: KeyObject = ecarts.autreCle === true ? autre.privateKey : cle.privateKey;
    const signature =
      entete.alg === "none" ? "" : sign("sha256", Buffer.from(texte), avec).toString("base64url");
    const jeton = `${texte}.${signature}`;
    return ecarts.altere === undefined ? jeton : ecarts.altere(jeton);
  }

  function authentifier(requete: IncomingMessage, corps: URLSearchParams): boolean {
    const [, basic] = /^Basic (.+)$/.exec(requete.headers.authorization ?? "") ?? [];
    if (basic === undefined)
      return corps.get("client_id") === CLIENT && corps.get("client_secret") === SECRET;
    const [nom = "", secret = ""] = Buffer.from(basic, "base64").toString("utf8").split(":");
    const lire = (t: string) => new URLSearchParams(`x=${t}`).get("x");
    return lire(nom) === CLIENT && lire(secret) === SECRET;
  }

  function echanger(requete: IncomingMessage, corps: URLSearchParams): [statut: number, corps: unknown] {
    if (!authentifier(requete, corps)) return [401, { error: "invalid_client" }];
    const code = codes.get(corps.get("code") ?? "");
    if (code === undefined || code.servi) return [400, { error: "invalid_grant" }];
    code.servi = true;
    if (code.ecarts.statut !== undefined) return [code.ecarts.statut, { error: "server_error" }];
    const defi = createHash("sha256")
      .update(corps.get("code_verifier") ?? "")
      .digest("base64url");
    if (
      defi !== code.demande.get("code_challenge") ||
      corps.get("redirect_uri") !== code.demande.get("redirect_uri")
    )
      return [400, { error: "invalid_grant" }];
    const access_token = randomUUID();
    acces.set(access_token, code);
    return [200, { access_token, token_type: "Bearer", expires_in: 60, id_token: signer(code) }];
  }

  function infos(requete: IncomingMessage): [statut: number, corps: unknown] {
    const code = acces.get(requete.headers.authorization?.replace(/^Bearer /, "") ?? "");
    if (code === undefined) return [401, { error: "invalid_token" }];
    return [200, code.ecarts.infos ?? code.personne];
  }

  const serveur = createServer((requete, reponse) => {
    const chemin = requete.url?.split("?")[0] ?? "";
    visites.set(chemin, (visites.get(chemin) ?? 0) + 1);
    void lireCorps(requete).then((corps) => {
      if (chemin === "/entrer" && lui.presente !== null) {
        const location = lui.accueillir(`${emetteur}${requete.url}`, lui.presente);
        return reponse.writeHead(302, { location }).end();
      }
      const [statut, dit] =
        chemin === "/.well-known/openid-configuration"
          ? [
              200,
              {
                issuer: emetteur,
                authorization_endpoint: `${emetteur}/entrer`,
                token_endpoint: `${emetteur}/jetons`,
                userinfo_endpoint: `${emetteur}/infos`,
                jwks_uri: `${emetteur}/cles`,
                response_types_supported: ["code"],
                subject_types_supported: ["public"],
                id_token_signing_alg_values_supported: ["RS256", "none"],
                ...metadonnees,
              },
            ]
          : chemin === "/cles"
            ? [200, { keys: [jwk] }]
            : chemin === "/jetons"
              ? echanger(requete, corps)
              : chemin === "/infos"
                ? infos(requete)
                : [404, { error: "not_found" }];
      return reponse.writeHead(statut, { "content-type": "application/json" }).end(JSON.stringify(dit));
    });
  });
  await ecouter(serveur, 0);
  const { port } = serveur.address() as AddressInfo;
  emetteur = `http://127.0.0.1:${port}`;
  const arreter = async () => {
    if (!serveur.listening) return;
    await new Promise<void>((resolve) => {
      serveur.close(() => resolve());
      serveur.closeAllConnections();
    });
  };
  aLaFin(arreter);
  const lui: FournisseurDEssai = {
    presente: null,
    reglages: { emetteur, client: CLIENT, secret: SECRET, nom: "Réseau Horizon" },
    visites,
    metadonnees,
    arreter,
    reprendre: () => ecouter(serveur, port),
    accueillir: (adresse, personne, ecarts = {}) => {
      const url = new URL(adresse);
      const demande = url.searchParams;
      for (const [nom, attendu] of [
        ["client_id", CLIENT],
        ["response_type", "code"],
        ["code_challenge_method", "S256"],
      ] as const)
        if (demande.get(nom) !== attendu) throw new Error(`${nom} is ${demande.get(nom)}`);
      if (url.origin !== emetteur || url.pathname !== "/entrer") throw new Error(`not our page: ${adresse}`);
      const code = randomUUID();
      codes.set(code, {
        demande,
        personne: { sub: "s-1", email_verified: true, ...personne },
        ecarts,
        servi: false,
      });
      const retour = new URL(demande.get("redirect_uri")!);
      retour.searchParams.set("code", code);
      retour.searchParams.set("state", demande.get("state")!);
      return retour.href;
    },
  };
  return lui;
}

function ecouter(serveur: Server, port: number): Promise<void> {
  return new Promise((resolve) => serveur.listen(port, "127.0.0.1", () => resolve()));
}
