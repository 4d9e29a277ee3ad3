import { ErreurHorodatage, type Horodatage } from "./horodatage.ts";
import { composerRequete, lireReponse } from "./jeton-horodatage.ts";

export interface Horodateur {
  /** Host of the authority, for people to read. */
  readonly autorite: string;
  /** Time-stamps the SHA-256 of these bytes; rejects with `ErreurHorodatage`. */
  horodater(octets: Uint8Array): Promise<Horodatage>;
}

const REPONSE_MAX = 65_536;

/** The authority behind an address; every request is asked once and given up after `limiteMs`. */
export function ouvrirHorodateur(url: string, limiteMs = 10_000): Horodateur {
  return {
    autorite: new URL(url).host,
    async horodater(octets) {
      const requete = composerRequete(octets);
      return lireReponse(await demander(url, requete.der, limiteMs), requete);
    },
  };
}

async function demander(url: string, corps: Uint8Array<ArrayBuffer>, limiteMs: number): Promise<Uint8Array> {
  try {
    const reponse = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" },
      body: corps,
      redirect: "error",
      signal: AbortSignal.timeout(limiteMs),
    });
    if (reponse.status !== 200) {
      throw new ErreurHorodatage(`L’autorité d’horodatage a répondu par une erreur (${reponse.status}).`);
    }
    return await lireCorps(reponse);
  } catch (erreur) {
    if (erreur instanceof ErreurHorodatage) throw erreur;
    throw new ErreurHorodatage("L’autorité d’horodatage ne répond pas.");
  }
}

/** The whole answer, as long as it is no longer than an answer can be. */
async function lireCorps(reponse: Response): Promise<Uint8Array> {
  const morceaux: Uint8Array[] = [];
  let taille = 0;
  for await (const morceau of reponse.body ?? []) {
    taille += morceau.length;
    if (taille > REPONSE_MAX)
      throw new ErreurHorodatage("La réponse de l’autorité d’horodatage est trop longue.");
    morceaux.push(morceau);
  }
  return Buffer.concat(morceaux);
}
