import { createHmac } from "node:crypto";
import type pg from "pg";
import { prefixeDe } from "./prefixe-adresse.ts";

/** Failed sign-ins are counted over a quarter of an hour, from the first one. */
const FENETRE_MS = 900_000;

/**
 * Failures allowed in one window. From one network, an account is closed early; from everywhere, late, so that its
 * owner is not shut out by whoever tries from elsewhere. A network is closed later still: an office has one address.
 */
export const ESSAIS_MAX = { compteDIci: 10, prefixe: 100, compte: 50 } as const;

/** The failures of one attempt's account and network. */
export interface Essais {
  /** Counts this attempt as a failure; gives the seconds to wait when it must not be made at all, else null. */
  compter: () => Promise<number | null>;
  /** It was the right password: the attempt was no failure, and this network knows the account. */
  oublier: () => Promise<void>;
}

/** The counts lie in the library's own table, under keys that name nobody. */
export function essaisDe(
  { pool, secret }: { pool: pg.Pool; secret: string },
  courriel: string,
  adresse: string,
): Essais {
  const empreinte = (texte: string) => createHmac("sha256", secret).update(texte).digest("base64url");
  const [compte, prefixe] = [courriel.trim().toLowerCase(), prefixeDe(adresse)];
  const cles = {
    compteDIci: empreinte(`compte d’ici|${compte}|${prefixe}`),
    prefixe: empreinte(`préfixe|${prefixe}`),
    compte: empreinte(`compte|${compte}`),
  };
  return {
    compter: async () => {
      // One after the other: an attempt refused by the first counts nowhere else.
      for (const sorte of ["compteDIci", "prefixe", "compte"] as const) {
        const attente = await compterUn(pool, cles[sorte], ESSAIS_MAX[sorte]);
        if (attente !== null) return attente;
      }
      return null;
    },
    oublier: async () => {
      await pool.query("delete from limite where key = $1", [cles.compteDIci]);
      await pool.query("update limite set count = count - 1 where key = any($1) and count > 0", [
        [cles.prefixe, cles.compte],
      ]);
    },
  };
}

/**
 * Addresses with a wrong secret that one network may ask for in one window. A secret has 128 bits or more: nobody guesses
 * one. Whoever tries is still told to stop, and the people behind his address find the door open a quarter of an hour later.
 */
export const SECRETS_FAUX_MAX = 20;

/** One visit to an address that is a secret: a failure, until the secret proves right. */
export function essaiDeSecret({ pool, secret }: { pool: pg.Pool; secret: string }, adresse: string): Essais {
  const cle = createHmac("sha256", secret)
    .update(`secret|${prefixeDe(adresse)}`)
    .digest("base64url");
  return {
    compter: () => compterUn(pool, cle, SECRETS_FAUX_MAX),
    oublier: async () => {
      await pool.query("update limite set count = count - 1 where key = $1 and count > 0", [cle]);
    },
  };
}

// "lastRequest" holds the end of the window: the library, which clears what has long been silent, leaves it until then.
const COMPTER = `
  insert into limite as l (key, count, "lastRequest") values ($1, 1, $2::bigint + $3::bigint)
  on conflict (key) do update set
    count = case when l."lastRequest" <= $2 then 1 else l.count + 1 end,
    "lastRequest" = case when l."lastRequest" <= $2 then excluded."lastRequest" else l."lastRequest" end
  returning count, ("lastRequest" - $2)::float8 as reste`;

/** Counts one more under that key; gives the seconds to wait when that is more than `max` in the window, else null. */
export async function compterUn(
  pool: pg.Pool,
  cle: string,
  max: number,
  fenetreMs = FENETRE_MS,
): Promise<number | null> {
  const { rows } = await pool.query<{ count: number; reste: number }>(COMPTER, [cle, Date.now(), fenetreMs]);
  const ligne = rows[0]!;
  return ligne.count > max ? Math.max(1, Math.ceil(ligne.reste / 1000)) : null;
}
