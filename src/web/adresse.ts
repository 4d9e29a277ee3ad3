import { isIP } from "node:net";
import type { Context } from "hono";
import type { Env } from "./contexte.ts";

/**
 * The visitor's address: the connection's own, or what the trusted proxy nearest to him saw when `proxys` of them stand
 * before us. They write on the right of X-Forwarded-For; what stands further left was sent by anybody, and is not read.
 */
export function adresseDe(c: Context<Env>): string {
  return adresseVue(c, c.get("portes").proxys ?? 0);
}

/** The same where nothing but the number of proxies is known yet. */
export function adresseVue(c: Pick<Context<Env>, "env" | "req">, proxys: number): string {
  const connexion = c.env?.incoming?.socket.remoteAddress ?? "local";
  return (proxys > 0 ? vueParLeProxy(c.req.header("x-forwarded-for"), proxys) : null) ?? connexion;
}

/** The `proxys`-th address from the right; null when the header has fewer or when it is none. */
export function vueParLeProxy(entete: string | undefined, proxys: number): string | null {
  const ecrite = entete?.split(",").at(-proxys)?.trim() ?? "";
  // Some proxies add the port, and brackets around an IPv6 address.
  const [, crochets, v4] = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/.exec(ecrite) ?? [];
  const adresse = crochets ?? v4 ?? ecrite;
  return isIP(adresse) === 0 ? null : adresse;
}
