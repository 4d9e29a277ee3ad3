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
    const dici = origine === url || origine === new URL(c.req.url).origin;
    return dici || c.req.header("sec-fetch-site") === "same-origin" ? suite() : venuDAilleurs(c);
  };
}
