import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { ouvrirComptes } from "../../src/auth/comptes.ts";
import type { Config } from "../../src/config.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import type { MaisonOuverte } from "../../src/main/ouvrir-maison.ts";
import type { Auteur } from "../../src/usecases/maison.ts";
import { fonderOrganisme } from "../../src/usecases/organisme/fonder-organisme.ts";

const PROBANT = join(import.meta.dirname, "..", "..", "bin", "probant.mjs");

/** Runs a command as a user does, with this environment besides the one of the tests. */
export function lancerProbant(
  environnement: Record<string, string>,
  ...mots: string[]
): Promise<{ code: number; sortie: string; erreur: string }> {
  const env = { ...process.env, ...environnement };
  return new Promise((resolve) => {
    execFile(process.execPath, [PROBANT, ...mots], { env }, (e, sortie, erreur) => {
      resolve({ code: e === null ? 0 : Number(e.code), sortie, erreur });
    });
  });
}

/** Founds the organisation of the examples in an installation of a test, and gives its counsellor. */
export async function fonderAvecNadia(maison: MaisonOuverte, config: Config): Promise<Auteur> {
  const secret = maison.trousseau.secretDeSession();
  const comptes = ouvrirComptes({ pool: maison.base.pool, secret, url: config.url });
  const organismeId = await fonderOrganisme(maison, comptes, BILAN.organisme, []);
  return { organismeId, utilisateur: randomUUID(), role: "conseiller", intervenant: "nadia" };
}
