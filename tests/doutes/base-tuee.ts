import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Base, ouvrirBase, transaction, transactionDeLecture } from "../../src/store/connexion.ts";
import { lireDossier } from "../../src/store/dossier/dossiers.ts";
import { sequencerTout } from "../../src/store/journal/sequencer.ts";
import { verifierJournal } from "../../src/store/journal/verifier-journal.ts";
import { migrer } from "../../src/store/migrer.ts";
import { creerOrganisme } from "../../src/store/organisme/organismes.ts";
import { phraseDePanne } from "../../src/store/pannes.ts";
import { ouvrirPostgres } from "../../src/store/postgres/ouvrir-postgres.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { ajouterUnFait, CLE_JOURNAL, CLE_PREUVE, ecrireDossier } from "../harness/ecritures.ts";
import { lireOrigine } from "../harness/origine.ts";
import type { Epreuve } from "./resultat.ts";

const ORGANISME = "5a1f0c1e-0000-4000-8000-000000000002";
const AUTEURS = 4;
/** Facts that must be written between two deaths. */
const ENTRE_DEUX = 20;

/** The server is killed while four authors write: what was acknowledged is there, once (D2, 2). */
export async function tuerLaBase(dossier: string, coupures: number): Promise<Epreuve> {
  const debut = performance.now();
  const dossierDonnees = await mkdtemp(join(dossier, "tuee-"));
  const postgres = await ouvrirPostgres({ dossierDonnees, journalise: () => undefined });
  await migrer(postgres.poolConfig);
  const base = ouvrirBase({
    poolConfig: postgres.poolConfig,
    hasher: hasherNode,
    journalise: () => undefined,
  });
  try {
    const dossiers = await transaction(base, ORGANISME, async (tx) => {
      await creerOrganisme(tx, { nom: "Cabinet fictif" });
      const ids = [];
      for (let i = 0; i < AUTEURS; i += 1) ids.push(await ecrireDossier(tx, 0));
      return ids;
    });
    const arret = new AbortController();
    const ecritures = dossiers.map((id) => ecrireSansFin(base, id, arret.signal));
    for (let i = 0; i < coupures; i += 1) {
      await attendreDesFaits(base);
      const tue = postgres.pid()!;
      process.kill(tue, "SIGKILL");
      await attendreUnAutre(base, tue);
    }
    arret.abort();
    const acquis = await Promise.all(ecritures);
    const { perdus, doubles } = await comparer(base, dossiers, acquis);
    await sequencerTout(base);
    const { constats } = await transactionDeLecture(base, ORGANISME, (tx) =>
      verifierJournal(tx, { cle: CLE_JOURNAL, clePreuve: async () => CLE_PREUVE }),
    );
    return {
      id: "base-tuee",
      quoi: "kill -9 de PostgreSQL pendant que quatre auteurs écrivent",
      comptes: { morts: coupures, ecrituresConfirmees: acquis.flat().length, perdues: perdus, doubles },
      fautes: [
        ...(perdus > 0 ? [`${perdus} écritures confirmées manquent`] : []),
        ...(doubles > 0 ? [`${doubles} écritures sont doublées`] : []),
        ...constats,
      ],
      dureeS: (performance.now() - debut) / 1000,
    };
  } finally {
    await base.fermer();
    await postgres.arreter();
    await rm(dossierDonnees, { recursive: true });
  }
}

/** Adds facts until told to stop; gives the notes that were acknowledged, in order. */
async function ecrireSansFin(base: Base, dossierId: string, arret: AbortSignal): Promise<string[]> {
  const acquis: string[] = [];
  for (let i = 0; !arret.aborted; i += 1) {
    const note = `fait ${i}`;
    await pendantUnePanne(async () => {
      if ((await ajouterUnFait(base, ORGANISME, dossierId, note)).ecrit) acquis.push(note);
    });
  }
  return acquis;
}

/** Only an absent server may refuse; anything else is a fault. */
async function pendantUnePanne(fn: () => Promise<void>): Promise<void> {
  try {
    await fn();
  } catch (erreur) {
    if (phraseDePanne(erreur) === undefined) throw erreur;
  }
}

async function attendreDesFaits(base: Base): Promise<void> {
  const compter = async () => {
    const { rows } = await base.pool.query<{ n: number }>("select count(*)::int as n from fait");
    return rows[0]!.n;
  };
  const cible = (await compter()) + ENTRE_DEUX;
  while ((await compter()) < cible);
}

async function attendreUnAutre(base: Base, ancien: number): Promise<void> {
  let present = ancien;
  while (present === ancien) {
    await pendantUnePanne(async () => {
      const { rows } = await base.pool.query<{ pid: string }>(
        "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid",
      );
      present = Number(rows[0]!.pid);
    });
  }
}

async function comparer(base: Base, dossiers: readonly string[], acquis: readonly string[][]) {
  let [perdus, doubles] = [0, 0];
  for (const [i, id] of dossiers.entries()) {
    const lu = await transactionDeLecture(base, ORGANISME, (tx) => lireDossier(tx, { id }));
    const notes = lu!.faits.map((f) => JSON.parse(f.texte).donnees.note as string);
    const presentes = new Set(notes);
    perdus += acquis[i]!.filter((note) => !presentes.has(note)).length;
    doubles += notes.length - presentes.size;
  }
  return { perdus, doubles };
}

const DISQUE_PLEIN = join(import.meta.dirname, "..", "harness", "processus-disque-plein.ts");
const MO = 1_000_000;
const SANS_PLACE_POUR_LE_JOURNAL = 14;

/** A small volume is filled but for so many bytes, fifteen sizes; then room is made (D2, 3). Takes the rights to mount one. */
export async function remplirLeDisque(dossier: string, fois: number): Promise<Epreuve> {
  const debut = performance.now();
  const fautes: string[] = [];
  let [refus, confirmees, perdues] = [0, 0, 0];
  const script = `mount -t tmpfs -o size=160m,mode=755 probant "$1" && exec "$2" "$3" "$1" "$4" "$5" "$6"`;
  for (let i = 0; i < fois; i += 1) {
    const volume = await mkdtemp(join(dossier, "disque-"));
    const libre = String((2 + i) * MO);
    // There the server's own log is the first to lack room, and the server stops.
    const jusqua = 2 + i === SANS_PLACE_POUR_LE_JOURNAL ? "arret" : "refus";
    const args = [volume, process.execPath, DISQUE_PLEIN, lireOrigine(), libre, jusqua];
    try {
      const { stdout } = await promisify(execFile)("unshare", ["-m", "sh", "-c", script, "sh", ...args]);
      const vu = JSON.parse(stdout);
      if (String(vu.refus).startsWith("Le disque du serveur est plein")) refus += 1;
      else fautes.push(`${libre} octets : ${vu.refus}`);
      confirmees += vu.acquis;
      perdues += vu.acquis - vu.relus;
      if (vu.apres !== true) fautes.push(`${libre} octets : rien ne s’écrit une fois la place rendue`);
      fautes.push(...vu.constats);
    } catch (erreur) {
      fautes.push(`${libre} octets : ${(erreur as { stderr?: string }).stderr || erreur}`);
    }
    await rm(volume, { recursive: true });
  }
  if (perdues !== 0) fautes.push(`${perdues} écritures confirmées manquent`);
  return {
    id: "disque-plein",
    quoi: "un volume rempli, la base sans place, puis la place rendue",
    comptes: { volumes: fois, refus, ecrituresConfirmees: confirmees, perdues },
    fautes,
    dureeS: (performance.now() - debut) / 1000,
  };
}
