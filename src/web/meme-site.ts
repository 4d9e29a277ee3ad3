import type { MiddlewareHandler } from "hono";
import type { Env } from "./contexte.ts";
import { venuDAilleurs } from "./introuvable.tsx";

/**
 * Refuses what another site sends in our visitor's name. Every request that may write must say that it comes from our
 * own pages, whatever its content type: some routes read no body, and some types are read as a form without being
 * written like one. `url` is the public address.
 */
export function memeSite(url: string): MiddlewareHandler<Env> {
  return async (c, suite) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return suite();
    const origine = c.req.header("origin");
    // A browser that names no origin still says whether the page is of the same one.
    if (origine === undefined || origine === "null") {
      return c.req.header("sec-fetch-site") === "same-origin" ? suite() : venuDAilleurs(c);
    }
    return estDIci(origine, url, c.req.url) ? suite() : venuDAilleurs(c);
  };
}

const LOCAUX = ["localhost", "127.0.0.1", "[::1]"];
const SANS_ADRESSE = ["0.0.0.0", "[::]"];
const estLocal = (adresse: string) => LOCAUX.includes(URL.parse(adresse)?.hostname ?? "");

/**
 * Our origin is the public address. Without one, this machine under any of its own names: a name that the request
 * itself gives could be anybody's, led here by their DNS.
 */
export function estDIci(origine: string, url: string, demandee: string): boolean {
  const notre = new URL(url);
  if (origine === notre.origin) return true;
  const sansPublique = estLocal(url) || SANS_ADRESSE.includes(notre.hostname);
  return sansPublique && estLocal(origine) && origine === new URL(demandee).origin;
}
