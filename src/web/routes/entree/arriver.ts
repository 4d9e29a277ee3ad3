import type { Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Env } from "../../contexte.ts";
import { formulaireRepris, type Saisie } from "../../reprise.ts";

/** Gives a browser the cookies of an entry. */
export function donnerCookies(c: Context<Env>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
}

/** Leads somebody who has just come in where he was going, with the words of the form that he was writing. */
export async function arriver(
  app: Hono<Env>,
  c: Context<Env>,
  { suite, saisie, cookies }: { suite: string; saisie: Saisie | null; cookies: readonly string[] },
): Promise<Response> {
  donnerCookies(c, cookies);
  if (saisie === null) return c.redirect(suite, 303);
  const repris = await formulaireRepris(app, c, { suite, saisie, cookies });
  if (repris === null) return c.redirect("/aujourdhui", 303);
  return c.body(await repris.arrayBuffer(), repris.status as ContentfulStatusCode, {
    "content-type": repris.headers.get("content-type") ?? "text/html; charset=UTF-8",
  });
}

/** « Trop d'essais … », with what a program reads of it. */
export function tropDEssais(c: Context<Env>, secondes: number): { message: string } {
  c.header("retry-after", String(secondes));
  return {
    message: `Trop d’essais. Attendez ${Math.max(1, Math.ceil(secondes / 60))} min, puis recommencez.`,
  };
}
