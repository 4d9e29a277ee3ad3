import type { Context } from "hono";
import type { Appareil } from "../auth/appareil.ts";
import { adresseDe } from "./adresse.ts";
import type { Env } from "./contexte.ts";

/** The device behind a request, as a session keeps it. */
export function appareilDe(c: Context<Env>): Appareil {
  return { adresse: adresseDe(c), agent: c.req.header("user-agent") ?? "" };
}
