import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { onTestFinished } from "vitest";
import type { OptionsPostgres } from "../../src/store/postgres/ouvrir-postgres.ts";
import { debutDuProcessus } from "../../src/store/postgres/processus.ts";
import { lireOrigine } from "./origine.ts";

const PROCESSUS = fileURLToPath(new URL("processus-postgres.ts", import.meta.url));

export interface Pret {
  readonly poolConfig: pg.PoolConfig & { readonly host: string };
  readonly pid: number | undefined;
}

export interface Enfant {
  readonly pret: Promise<Pret>;
  /** Everything it said through `journalise`, as it comes. */
  readonly messages: readonly string[];
  /** Settles when it says a message that holds this text. */
  attendreMessage(texte: string): Promise<void>;
  terminer(signal: NodeJS.Signals): Promise<{ readonly code: number | null }>;
  readonly fin: Promise<{ readonly code: number | null; readonly erreurs: string }>;
}

/** A data folder of its own for one test; what a killed process left running on it is ended with the test. */
export async function dossierTemporaire(): Promise<string> {
  const dossier = await mkdtemp(join(tmpdir(), "probant-pg-"));
  onTestFinished(() => rm(dossier, { recursive: true, force: true }));
  return dossier;
}

/** Starts a process of the application on this folder. */
export function lancerEnfant(
  options: Partial<OptionsPostgres> & { readonly dossierDonnees: string; readonly uid?: number },
): Enfant {
  const parametres = JSON.stringify({ origine: lireOrigine(), ...options });
  const enfant = spawn(process.execPath, [PROCESSUS, parametres], { stdio: ["ignore", "pipe", "pipe"] });
  const suivi = suivre(enfant);
  onTestFinished(async () => {
    if (enfant.exitCode === null && enfant.signalCode === null) await suivi.terminer("SIGTERM");
  });
  return suivi;
}

function suivre(enfant: ChildProcess): Enfant {
  const messages: string[] = [];
  const attentes = new Set<() => void>();
  const pret = Promise.withResolvers<Pret>();
  pret.promise.catch(() => undefined);
  let erreurs = "";
  enfant.stderr!.setEncoding("utf8").on("data", (texte: string) => {
    erreurs += texte;
  });
  createInterface({ input: enfant.stdout! }).on("line", (ligne) => {
    const dit = JSON.parse(ligne) as { pret?: Pret; message?: string };
    if (dit.pret !== undefined) pret.resolve(dit.pret);
    if (dit.message !== undefined) messages.push(dit.message);
    for (const regarder of attentes) regarder();
  });
  const fin = once(enfant, "close").then(([code]) => {
    pret.reject(new Error(`the process ended (${code}): ${erreurs}`));
    return { code: code as number | null, erreurs };
  });
  const attendreMessage = (texte: string) =>
    new Promise<void>((resolve, reject) => {
      const regarder = () => {
        if (!messages.some((m) => m.includes(texte))) return;
        attentes.delete(regarder);
        resolve();
      };
      attentes.add(regarder);
      regarder();
      void fin.then(() => reject(new Error(`the process ended without saying: ${texte}`)));
    });
  const terminer = (signal: NodeJS.Signals) => {
    enfant.kill(signal);
    return fin;
  };
  return { pret: pret.promise, messages, attendreMessage, terminer, fin };
}

/** Does it still run? One that has ended but whose parent did not ask yet no longer does. */
export const tourne = (pid: number): boolean => debutDuProcessus(pid) !== undefined;

/** Settles when it runs no more. */
export async function attendreFin(pid: number): Promise<void> {
  while (tourne(pid)) await new Promise((resolve) => setImmediate(resolve));
}
