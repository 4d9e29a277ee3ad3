import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type pg from "pg";

const DUREE_MS = 10 * 60_000;
const MARQUE = 32;

/**
 * A challenge that carries its own end and purpose, signed: showing the sign-in page writes nothing. `usage` names what
 * it is for, and for whom.
 */
export function nouveauDefi(secret: string, usage: string): Buffer {
  const corps = Buffer.concat([Buffer.alloc(8), randomBytes(16)]);
  corps.writeBigUInt64BE(BigInt(Date.now() + DUREE_MS));
  return Buffer.concat([corps, marque(secret, usage, corps)]);
}

function marque(secret: string, usage: string, corps: Buffer): Buffer {
  return createHmac("sha256", secret).update(`défi|${usage}|`).update(corps).digest();
}

/** Whether a challenge is ours, for that purpose, and not too old. */
export function defiJuste(secret: string, usage: string, defi: string): boolean {
  const octets = Buffer.from(defi, "base64url");
  if (octets.length !== 24 + MARQUE) return false;
  const [corps, recue] = [octets.subarray(0, 24), octets.subarray(24)];
  return timingSafeEqual(recue, marque(secret, usage, corps)) && corps.readBigUInt64BE() > BigInt(Date.now());
}

/** Uses a challenge up: of two answers to it at once, one counts. */
export async function consommerDefi(pool: pg.Pool, defi: string): Promise<boolean> {
  await pool.query("delete from defi_servi where servi_le < now() - interval '1 hour'");
  const empreinte = createHash("sha256").update(defi).digest();
  const { rowCount } = await pool.query(
    "insert into defi_servi (empreinte) values ($1) on conflict do nothing",
    [empreinte],
  );
  return rowCount === 1;
}
