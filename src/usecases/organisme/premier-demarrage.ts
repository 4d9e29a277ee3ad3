import { createHmac, timingSafeEqual } from "node:crypto";
import type { Comptes } from "../../auth/comptes.ts";
import { compteExiste } from "../../auth/membres.ts";
import type { Organisme } from "../../law/etat.ts";
import { siSeul } from "../../store/connexion.ts";
import { organismeExiste } from "../../store/organisme/organismes.ts";
import { VERROUS } from "../../store/verrous.ts";
import { ajouterJours, type Jour } from "../../values/jour.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { type CompteDuConseiller, fonderOrganisme } from "./fonder-organisme.ts";
import { organismes } from "./les-organismes.ts";

/** Whether an organisation exists. */
export function estInstalle(maison: Maison): Promise<boolean> {
  return organismeExiste(maison.base);
}

/**
 * Derived from the keyring: the terminal of the machine shows it, and a visitor of an exposed port cannot guess it. It
 * is for the organisation that comes after `rang` others, and serves no other; a day's code is for a further one.
 */
function codePour(maison: Maison, rang: number, jour: Jour | null): string {
  return createHmac("sha256", maison.trousseau.secretDeSession())
    .update(`organisme ${rang} ${jour ?? ""}`)
    .digest("hex")
    .slice(0, 24);
}

/** The code that opens the first-start form; null once an organisation exists. */
export async function preparerPremierDemarrage(maison: Maison): Promise<string | null> {
  return (await estInstalle(maison)) ? null : codePour(maison, 0, null);
}

/** The code that opens the form for one more organisation, today and tomorrow. */
export async function preparerUnOrganisme(maison: Maison): Promise<string> {
  const rang = (await organismes(maison)).length;
  return codePour(maison, rang, rang === 0 ? null : jourDeParis(maison.horloge()));
}

/** Compares without telling by its time how many characters were right. */
function egal(attendu: string, recu: string): boolean {
  const [a, b] = [Buffer.from(attendu), Buffer.from(recu)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** `ouvert`: founds the next organisation; `servi`: founded the last one; `faux`: neither, or too old. */
export async function lireCode(maison: Maison, code: string): Promise<"ouvert" | "servi" | "faux"> {
  const rang = (await organismes(maison)).length;
  const au = jourDeParis(maison.horloge());
  const jours = [au, ajouterJours(au, -1)];
  const estPour = (r: number) =>
    (r === 0 ? [null] : jours).some((jour) => egal(codePour(maison, r, jour), code));
  if (estPour(rang)) return "ouvert";
  return rang > 0 && estPour(rang - 1) ? "servi" : "faux";
}

/**
 * `deja`: this code founded its organisation; `en_cours`: another sending is founding it at this very moment; `adresse`:
 * somebody has an account at the founder's address.
 */
export type Fondation =
  | { issue: "fondee"; organismeId: string }
  | { issue: "deja" }
  | { issue: "en_cours" }
  | { issue: "adresse" };

/**
 * Founds the organisation that a code is for, once however often and from however many processes it is asked: the look
 * and the founding happen under one lock. When it fails no organisation is left, and it can be asked again.
 */
export async function fonderParCode(
  maison: Maison,
  comptes: Comptes,
  code: string,
  organisme: Organisme,
  fondateur: Omit<CompteDuConseiller, "gere">,
): Promise<Fondation> {
  const fondation = await siSeul<Fondation>(maison.base, VERROUS.fondation, async () => {
    if ((await lireCode(maison, code)) !== "ouvert") return { issue: "deja" };
    if (await compteExiste(maison.base.pool, fondateur.courriel)) return { issue: "adresse" };
    const organismeId = await fonderOrganisme(maison, comptes, organisme, [{ ...fondateur, gere: true }]);
    return { issue: "fondee", organismeId };
  });
  return fondation ?? { issue: "en_cours" };
}
