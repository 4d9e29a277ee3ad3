import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as attendre } from "node:timers/promises";
import type { Binaires } from "./binaires.ts";
import { codeSysteme } from "./erreur-demarrage.ts";
import type { CompteSysteme } from "./executer.ts";
import { debutDuProcessus, existe, travailleDans } from "./processus.ts";
import { refusDuServeur, ServeurSortant } from "./refus-du-serveur.ts";
import { parametresDuServeur } from "./reglages.ts";

/** A running server. */
export interface Postmaster {
  readonly pid: number;
  readonly prise: string;
  /** Settles when the server is gone, for whatever reason. */
  readonly fini: Promise<void>;
  /** Sends a signal; does nothing once the server is gone. */
  signaler(signal: NodeJS.Signals): void;
}

export interface Lancement {
  readonly binaires: Binaires;
  readonly cluster: string;
  readonly journal: string;
  readonly prise: string;
  readonly compte: CompteSysteme | undefined;
}

const PAS_MS = 20;
const VEILLE_MS = 500;
/** How long the processes of a killed server are given to leave, and how often we look. */
const SORTIE_MS = 15_000;
const REPRISE_MS = 100;
const JOURNAL_MAXIMAL = 8 * 1024 * 1024;

/** Starts a server and waits until it takes connections; recovery after a crash takes the time that it takes. */
export async function lancerPostmaster(lancement: Lancement): Promise<Postmaster> {
  const limite = performance.now() + SORTIE_MS;
  for (;;) {
    try {
      return await lancer(lancement);
    } catch (erreur) {
      if (!(erreur instanceof ServeurSortant) || performance.now() > limite) throw erreur;
      await attendre(REPRISE_MS);
    }
  }
}

async function lancer(lancement: Lancement): Promise<Postmaster> {
  const { binaires, cluster, journal, prise, compte } = lancement;
  await oterFichierPerime(cluster);
  await tournerJournal(journal);
  const fichier = openSync(journal, "a", 0o600);
  const debut = (await stat(journal)).size;
  const enfant = spawn(join(binaires.dossier, "postgres"), parametresDuServeur(cluster, prise), {
    stdio: ["ignore", fichier, fichier],
    cwd: "/",
    // In a session of its own, so that Ctrl-C in the terminal reaches us alone and we stop the server in order.
    detached: true,
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    ...(compte && { uid: compte.uid, gid: compte.gid }),
  });
  closeSync(fichier);
  await once(enfant, "spawn");
  const pid = enfant.pid!;
  const fini = new Promise<void>((resolve) => enfant.once("exit", () => resolve()));
  if (await attendrePret(cluster, pid, fini)) return { pid, prise, fini, signaler: (s) => enfant.kill(s) };
  throw refusDuServeur(cluster, journal, await lireDepuis(journal, debut));
}

/** The server that a dead process of ours left behind on this cluster, or undefined. */
export async function adopterPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const fiche = await lireFiche(cluster);
  if (fiche === undefined || !travailleDans(fiche.pid, cluster)) return undefined;
  const { pid, prise } = fiche;
  const debut = debutDuProcessus(pid);
  const fini = attendreDisparition(pid, debut);
  if (!(await attendrePret(cluster, pid, fini))) return undefined;
  const signaler = (signal: NodeJS.Signals) => {
    if (debutDuProcessus(pid) === debut) process.kill(pid, signal);
  };
  return { pid, prise, fini, signaler };
}

/** False when the server died before it was ready. */
async function attendrePret(cluster: string, pid: number, fini: Promise<void>): Promise<boolean> {
  let mort = false;
  void fini.then(() => {
    mort = true;
  });
  while (!mort) {
    const fiche = await lireFiche(cluster);
    if (fiche?.pid === pid && fiche.etat === "ready") return true;
    await Promise.race([attendre(PAS_MS), fini]);
  }
  return false;
}

/** We are not the parent of an adopted server: the system tells us of its end only when asked. */
async function attendreDisparition(pid: number, debut: string | undefined): Promise<void> {
  while (debut !== undefined && debutDuProcessus(pid) === debut) {
    await attendre(VEILLE_MS, undefined, { ref: false });
  }
}

/** What postmaster.pid says; its lines are fixed by PostgreSQL (1 pid, 5 socket folder, 8 state). */
async function lireFiche(cluster: string) {
  try {
    const lignes = (await readFile(join(cluster, "postmaster.pid"), "utf8")).split("\n");
    return { pid: Number(lignes[0]), prise: lignes[4] ?? "", etat: lignes[7]?.trim() };
  } catch (erreur) {
    if (codeSysteme(erreur) === "ENOENT") return undefined;
    throw erreur;
  }
}

/**
 * After a restart of the machine or container, the number in postmaster.pid may belong to a stranger, and PostgreSQL
 * then refuses to start. Our lock says that nobody else is here: the file is removed when no server stands behind it.
 */
async function oterFichierPerime(cluster: string): Promise<void> {
  const fiche = await lireFiche(cluster);
  if (fiche !== undefined && existe(fiche.pid) && !travailleDans(fiche.pid, cluster)) {
    await rm(join(cluster, "postmaster.pid"));
  }
}

async function tournerJournal(journal: string): Promise<void> {
  try {
    if ((await stat(journal)).size > JOURNAL_MAXIMAL) await rename(journal, `${journal}.1`);
  } catch (erreur) {
    if (codeSysteme(erreur) !== "ENOENT") throw erreur;
  }
}

async function lireDepuis(journal: string, debut: number): Promise<string> {
  const fichier = await open(journal, "r");
  try {
    const { size } = await fichier.stat();
    const octets = Buffer.alloc(Math.max(0, size - debut));
    await fichier.read(octets, 0, octets.length, debut);
    return octets.toString("utf8");
  } finally {
    await fichier.close();
  }
}
