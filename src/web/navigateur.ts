import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Env } from "./contexte.ts";

const NOM = "probant-appareil";
const UN_AN = 31_536_000;

/**
 * A name without meaning for this browser, given at its first need: it tells whether two people signed on one device,
 * and nothing else of it.
 */
export function navigateurDe(c: Context<Env>): string {
  const connu = getCookie(c, NOM);
  if (connu !== undefined && /^[\w-]{22}$/.test(connu)) return connu;
  const nouveau = randomBytes(16).toString("base64url");
  setCookie(c, NOM, nouveau, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: c.get("portes").url.startsWith("https:"),
    maxAge: UN_AN,
  });
  return nouveau;
}
