import { randomUUID } from "node:crypto";
import { link, open, readFile, rm } from "node:fs/promises";
import { codeSysteme, ErreurDemarrage } from "./erreur-demarrage.ts";
import { debutDuProcessus } from "./processus.ts";

/** What a lock file says of its owner. */
export interface Proprietaire {
  readonly id: string;
  readonly pid: number;
  /** Start of the process as the system counts it: a process number is given again, this pair is not. */
  readonly debut: string;
  readonly depuis: string;
}

export interface Verrou {
  liberer(): Promise<void>;
}

/** The lock is held by a living process. */
export class VerrouTenu extends ErreurDemarrage {
  readonly proprietaire: Proprietaire;

  constructor(proprietaire: Proprietaire) {
    super(
      `Probant tourne déjà sur ce dossier de données (processus ${proprietaire.pid}). ` +
        "Arrêtez-le d’abord, ou donnez un autre dossier par PROBANT_DATA.",
    );
    this.proprietaire = proprietaire;
  }
}

/**
 * Takes the lock file `chemin`, or throws `VerrouTenu`. The lock of a dead process is taken over; whoever removes it
 * first holds a lock on that removal, so that two takers never both win.
 */
export async function prendreVerrou(chemin: string): Promise<Verrou> {
  const moi = { id: randomUUID(), pid: process.pid, debut: debutDuProcessus(process.pid) ?? "" };
  const brouillon = `${chemin}.${moi.id}`;
  await ecrireDurablement(brouillon, JSON.stringify({ ...moi, depuis: new Date().toISOString() }));
  try {
    while (!(await lier(brouillon, chemin))) await ecarterMort(chemin);
  } finally {
    await rm(brouillon, { force: true });
  }
  return { liberer: () => libererSi(chemin, moi.id) };
}

/** The living owner of the lock, or undefined when it is free. */
export async function lireVerrou(chemin: string): Promise<Proprietaire | undefined> {
  const proprietaire = await lire(chemin);
  return proprietaire !== undefined && estVivant(proprietaire) ? proprietaire : undefined;
}

async function ecarterMort(chemin: string): Promise<void> {
  const trouve = await lire(chemin);
  if (trouve === undefined) return;
  if (estVivant(trouve)) throw new VerrouTenu(trouve);
  const garde = await prendreVerrou(`${chemin}.mort-${trouve.id}`);
  try {
    await libererSi(chemin, trouve.id);
  } finally {
    await garde.liberer();
  }
}

function estVivant({ pid, debut }: Proprietaire): boolean {
  return debut !== "" && debutDuProcessus(pid) === debut;
}

async function libererSi(chemin: string, id: string): Promise<void> {
  if ((await lire(chemin))?.id === id) await rm(chemin, { force: true });
}

/** False when the name is taken. A hard link is made whole or not at all, even over a crash. */
async function lier(brouillon: string, chemin: string): Promise<boolean> {
  try {
    await link(brouillon, chemin);
    return true;
  } catch (erreur) {
    if (codeSysteme(erreur) === "EEXIST") return false;
    throw erreur;
  }
}

async function lire(chemin: string): Promise<Proprietaire | undefined> {
  try {
    return JSON.parse(await readFile(chemin, "utf8")) as Proprietaire;
  } catch (erreur) {
    if (codeSysteme(erreur) === "ENOENT") return undefined;
    // A power cut may leave an empty file: nobody can own it.
    if (erreur instanceof SyntaxError) return { id: "illisible", pid: 0, debut: "", depuis: "" };
    throw erreur;
  }
}

async function ecrireDurablement(chemin: string, texte: string): Promise<void> {
  const fichier = await open(chemin, "wx", 0o644);
  try {
    await fichier.writeFile(texte);
    await fichier.sync();
  } finally {
    await fichier.close();
  }
}
