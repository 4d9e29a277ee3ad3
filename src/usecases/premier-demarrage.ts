import { createHmac, timingSafeEqual } from "node:crypto";
import { organismeExiste } from "../store/organismes.ts";
import type { Maison } from "./maison.ts";

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

export function codeJuste(maison: Maison, code: string): boolean {
  const attendu = Buffer.from(codeDePremierDemarrage(maison));
  const recu = Buffer.from(code);
  return recu.length === attendu.length && timingSafeEqual(recu, attendu);
}
