import { createHmac, timingSafeEqual } from "node:crypto";
import type { Comptes } from "../../auth/comptes.ts";
import type { Organisme } from "../../law/etat.ts";
import { siSeul } from "../../store/connexion.ts";
import { organismeExiste } from "../../store/organisme/organismes.ts";
import type { Maison } from "../maison.ts";
import { type CompteDuConseiller, fonderOrganisme } from "./fonder-organisme.ts";

// Any number that nothing else on the database takes: « PREM » in ASCII.
const VERROU = 0x50_52_45_4d;

/** Whether an organisation exists: the first-start form is open only before. */
export function estInstalle(maison: Maison): Promise<boolean> {
  return organismeExiste(maison.base);
}

// Derived from the keyring: the terminal of the machine shows it, and a visitor of an exposed port cannot guess it.
function codeDePremierDemarrage(maison: Maison): string {
  return createHmac("sha256", maison.trousseau.secretDeSession())
    .update("premier démarrage")
    .digest("hex")
    .slice(0, 24);
}

/** The code that opens the first-start form; null once an organisation exists. */
export async function preparerPremierDemarrage(maison: Maison): Promise<string | null> {
  return (await estInstalle(maison)) ? null : codeDePremierDemarrage(maison);
}

/** Compares without telling by its time how many characters were right. */
export function codeJuste(maison: Maison, code: string): boolean {
  const attendu = Buffer.from(codeDePremierDemarrage(maison));
  const recu = Buffer.from(code);
  return recu.length === attendu.length && timingSafeEqual(recu, attendu);
}

/** `deja`: an organisation exists; `en_cours`: another sending is founding it at this very moment. */
export type Fondation = { issue: "fondee"; organismeId: string } | { issue: "deja" } | { issue: "en_cours" };

/**
 * Founds the first organisation of the installation, once however often and from however many processes it is asked:
 * the look and the founding happen under one lock. When it fails no organisation is left, and it can be asked again.
 */
export async function fonderPremierOrganisme(
  maison: Maison,
  comptes: Comptes,
  organisme: Organisme,
  fondateur: Omit<CompteDuConseiller, "gere">,
): Promise<Fondation> {
  const fondation = await siSeul<Fondation>(maison.base, VERROU, async () => {
    if (await estInstalle(maison)) return { issue: "deja" };
    const organismeId = await fonderOrganisme(maison, comptes, organisme, [{ ...fondateur, gere: true }]);
    return { issue: "fondee", organismeId };
  });
  return fondation ?? { issue: "en_cours" };
}
