import type { Context, Hono } from "hono";
import type { Brut } from "../dossier/acte.ts";
import { quiEstLa } from "../usecases/qui-est-la.ts";
import type { Env } from "./contexte.ts";
import { champsDeFormulaire } from "./formulaire.ts";

/** The words of a form that came after the end of its session: they live in the page alone, until the sign-in. */
export type Saisie = Brut;

const PREFIXE = "saisie.";
/** The field that says for whom the form was drawn. */
export const POUR = "pour";
/** The field that asks for the form back, with these words, and for nothing else. */
export const REPRISE = "reprise";

/** The forms that take their words back: no other route is ever called in a person's name. */
const REPRENABLE =
  /^(\/dossiers\/(nouveau|[^/?]+\/actes\/[^/?]+|[^/?]+\/synthese)|\/mon-bilan\/questionnaire\/[^/?]+)$/;

/** The words of a posted form that can be given back after sign-in; null for any other request. */
export async function saisieOrpheline(c: Context<Env>): Promise<Saisie | null> {
  const type = c.req.header("content-type") ?? "";
  if (!REPRENABLE.test(c.req.path) || !type.startsWith("application/x-www-form-urlencoded")) return null;
  const brut = await champsDeFormulaire(c);
  return brut[POUR] === undefined ? null : brut;
}

/** The words as hidden fields of the sign-in page. */
export function saisieCachee(saisie: Saisie): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(saisie).map(([nom, textes]) => [PREFIXE + nom, textes]));
}

/** The words that the sign-in page carried; null when it carried none. */
export function saisieRetenue(brut: Brut): Saisie | null {
  const champs = Object.entries(brut).filter(([nom]) => nom.startsWith(PREFIXE));
  if (champs.length === 0) return null;
  return Object.fromEntries(champs.map(([nom, textes]) => [nom.slice(PREFIXE.length), textes]));
}

/**
 * The form with its words, asked of its own route in the name of the person who has just signed in: role and dossier
 * are checked there as ever. Null when the words are somebody else's, or for a page that is no such form.
 */
export async function formulaireRepris(
  app: Hono<Env>,
  c: Context<Env>,
  { suite, saisie, cookies }: { suite: string; saisie: Saisie; cookies: readonly string[] },
): Promise<Response | null> {
  const { comptes, url } = c.get("portes");
  const cookie = cookies.map((ligne) => ligne.split(";")[0]).join("; ");
  const moi = await quiEstLa(comptes, new Headers({ cookie }));
  if (moi === null || saisie[POUR]?.[0] !== moi.utilisateurId || !REPRENABLE.test(suite)) return null;
  const corps = new URLSearchParams({ [REPRISE]: "oui" });
  for (const [nom, textes] of Object.entries(saisie)) {
    if (nom !== REPRISE) for (const texte of textes) corps.append(nom, texte);
  }
  return app.request(new URL(suite, url), {
    method: "POST",
    headers: { cookie, origin: new URL(url).origin },
    body: corps,
  });
}
