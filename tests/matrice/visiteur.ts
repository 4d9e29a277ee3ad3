import type { Hono } from "hono";
import type { Role } from "../../src/dossier/acte.ts";
import type { Auteur } from "../../src/usecases/maison.ts";
import type { Env } from "../../src/web/contexte.ts";

export const URL_DE_LA_MATRICE = "http://127.0.0.1:4180";

export interface Reponse {
  statut: number;
  entetes: Headers;
  octets: Uint8Array;
  texte: string;
}

/** What a form sends: each name with its texts. */
export type Envoi = readonly (readonly [string, string])[];

/** One browser: its cookies, its own network address, and what the table of access calls who holds it. */
export interface Visiteur {
  nom: string;
  /** Null when nobody is signed in. */
  role: Role | null;
  gere: boolean;
  /** In through a link that an organisation sent. */
  restreint: boolean;
  /** Held to a place where no dossier is. */
  ailleurs: boolean;
  auteur: Auteur | null;
  /** What its browser sends back. */
  cookie: string;
  lire: (chemin: string) => Promise<Reponse>;
  envoyer: (chemin: string, champs: Envoi, origine?: Record<string, string>) => Promise<Reponse>;
}

let visiteurs = 0;

export function visiteur(
  app: Hono<Env>,
  {
    cookies,
    ...qui
  }: Pick<Visiteur, "nom" | "role" | "auteur"> &
    Partial<Pick<Visiteur, "gere" | "restreint" | "ailleurs">> & { cookies: readonly string[] },
): Visiteur {
  const cookie = cookies.map((c) => c.split(";")[0]).join("; ");
  visiteurs += 1;
  const adresse = `198.51.100.${visiteurs % 250}`;
  const demander = async (chemin: string, init: RequestInit): Promise<Reponse> => {
    const env = { incoming: { socket: { remoteAddress: adresse } } };
    const reponse = await app.request(`${URL_DE_LA_MATRICE}${chemin}`, init, env);
    const octets = new Uint8Array(await reponse.arrayBuffer());
    return {
      statut: reponse.status,
      entetes: reponse.headers,
      octets,
      texte: Buffer.from(octets).toString("utf8"),
    };
  };
  return {
    gere: false,
    restreint: false,
    ailleurs: false,
    ...qui,
    cookie,
    lire: (chemin) => demander(chemin, { headers: { cookie } }),
    envoyer: (chemin, champs, origine = { origin: URL_DE_LA_MATRICE }) =>
      demander(chemin, {
        method: "POST",
        headers: { cookie, ...origine, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(champs.map(([n, v]) => [n, v])).toString(),
      }),
  };
}
