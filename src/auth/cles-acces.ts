import type pg from "pg";
import { z } from "zod";
import { consommerDefi, defiJuste, nouveauDefi } from "./defis.ts";

/** A passkey, as its owner is told. */
export interface CleAcces {
  id: string;
  nom: string;
  creeeLe: string;
  servieLe: string | null;
}

/** Passkeys: kept by a device that asks for a finger, a face or its code, and bound to our address. */
export interface ClesAcces {
  lister: (utilisateurId: string) => Promise<CleAcces[]>;
  /** What the browser is asked to make, as its own API reads it. */
  preparer: (qui: { utilisateurId: string; courriel: string }) => Promise<object>;
  /** Keeps the key that the browser made; false when its answer proves nothing. */
  enregistrer: (utilisateurId: string, nom: string, reponse: string) => Promise<boolean>;
  retirer: (utilisateurId: string, id: string) => Promise<void>;
  /** What the browser is asked to prove. */
  demander: () => object;
  /** Whose key answered; null when the answer proves nothing, or has served. */
  reconnaitre: (reponse: string) => Promise<string | null>;
}

/** Shape of what a browser answers; the library checks what the texts hold. We ask for no extension. */
const reponseDe = <R extends z.ZodRawShape>(response: R) =>
  z.object({
    id: z.string().max(1024),
    rawId: z.string().max(1024),
    type: z.literal("public-key"),
    response: z.object({ clientDataJSON: z.string(), ...response }),
    clientExtensionResults: z.object({}).default({}),
  });
const sCleFaite = reponseDe({
  attestationObject: z.string(),
  transports: z.array(z.string()).optional(),
});
const sCleMontree = reponseDe({
  authenticatorData: z.string(),
  signature: z.string(),
});
const sDefi = z.object({ challenge: z.string() });

interface Ligne {
  id: string;
  utilisateur_id: string;
  publique: Buffer;
  compteur: number;
}

/** The passkeys of the accounts, for the address `url` alone; what is asked of a browser bears the mark of `secret`. */
export function clesAccesDe({
  pool,
  secret,
  url,
}: {
  pool: pg.Pool;
  secret: string;
  url: string;
}): ClesAcces {
  const [rpID, expectedOrigin] = [new URL(url).hostname, new URL(url).origin];
  const usageDe = (utilisateurId: string) => `créer|${utilisateurId}`;
  return {
    lister: async (utilisateurId) => {
      const { rows } = await pool.query<CleAcces>(
        `select id, nom, creee_le as "creeeLe", servie_le as "servieLe" from cle_acces
          where utilisateur_id = $1 order by creee_le`,
        [utilisateurId],
      );
      return rows;
    },
    preparer: async ({ utilisateurId, courriel }) => {
      const { rows } = await pool.query<{ id: string }>(
        "select id from cle_acces where utilisateur_id = $1",
        [utilisateurId],
      );
      const { generateRegistrationOptions } = await verificateur();
      return await generateRegistrationOptions({
        rpName: "Probant",
        rpID,
        userName: courriel,
        userID: new TextEncoder().encode(utilisateurId),
        challenge: new Uint8Array(nouveauDefi(secret, usageDe(utilisateurId))),
        attestationType: "none",
        excludeCredentials: rows.map(({ id }) => ({ id })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
    },
    enregistrer: async (utilisateurId, nom, texte) => {
      const reponse = lire(sCleFaite, texte);
      if (reponse === null) return false;
      const { verifyRegistrationResponse } = await verificateur();
      const verifiee = await verifyRegistrationResponse({
        response: reponse,
        expectedChallenge: (defi) => defiJuste(secret, usageDe(utilisateurId), defi),
        expectedOrigin,
        expectedRPID: rpID,
      }).catch(() => null);
      if (verifiee?.verified !== true || !(await consommerDefi(pool, defiDe(reponse)))) return false;
      const { id, publicKey, counter, transports = [] } = verifiee.registrationInfo.credential;
      const { rowCount } = await pool.query(
        `insert into cle_acces (id, utilisateur_id, publique, compteur, transports, nom)
          values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [id, utilisateurId, Buffer.from(publicKey), counter, transports, nom],
      );
      return rowCount === 1;
    },
    retirer: async (utilisateurId, id) => {
      await pool.query("delete from cle_acces where utilisateur_id = $1 and id = $2", [utilisateurId, id]);
    },
    demander: () => ({
      rpId: rpID,
      challenge: nouveauDefi(secret, "entrer").toString("base64url"),
      userVerification: "required",
      timeout: 60_000,
    }),
    reconnaitre: async (texte) => {
      const reponse = lire(sCleMontree, texte);
      if (reponse === null) return null;
      const { rows } = await pool.query<Ligne>(
        "select id, utilisateur_id, publique, compteur from cle_acces where id = $1",
        [reponse.id],
      );
      const cle = rows[0];
      if (cle === undefined) return null;
      const { verifyAuthenticationResponse } = await verificateur();
      const verifiee = await verifyAuthenticationResponse({
        response: reponse,
        expectedChallenge: (defi) => defiJuste(secret, "entrer", defi),
        expectedOrigin,
        expectedRPID: rpID,
        credential: {
          id: cle.id,
          publicKey: new Uint8Array(cle.publique),
          counter: cle.compteur,
        },
      }).catch(() => null);
      if (verifiee?.verified !== true || !(await consommerDefi(pool, defiDe(reponse)))) return null;
      await pool.query("update cle_acces set compteur = $2, servie_le = now() where id = $1", [
        cle.id,
        verifiee.authenticationInfo.newCounter,
      ]);
      return cle.utilisateur_id;
    },
  };
}

/** Loaded when a key is made or answers: it tries the machine's ciphers out, and says so, as soon as it is there. */
const verificateur = () => import("@simplewebauthn/server");

/** Nothing that a browser answers holds a NUL, and PostgreSQL keeps none: written `\u0000`, it would get through. */
const NUL = "\\u0000";

function lire<R>(schema: z.ZodType<R>, texte: string): R | null {
  if (texte.includes(NUL)) return null;
  try {
    return schema.parse(JSON.parse(texte));
  } catch {
    return null;
  }
}

/** The challenge that the browser signed, once the library has verified the whole. */
function defiDe({ response }: { response: { clientDataJSON: string } }): string {
  const client = Buffer.from(response.clientDataJSON, "base64url").toString("utf8");
  return sDefi.parse(JSON.parse(client)).challenge;
}
