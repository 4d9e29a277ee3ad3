import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ajouterUnFait, CLE_JOURNAL, CLE_PREUVE, ecrireDossier } from "../../tests/harness/ecritures.ts";
import { dossierTemporaire, lancerEnfant } from "../../tests/harness/enfant-postgres.ts";
import { lireOrigine } from "../../tests/harness/origine.ts";
import { hasherNode } from "../verifier/hasher-node.ts";
import { type Base, ouvrirBase, transaction, transactionDeLecture } from "./connexion.ts";
import { lireDossier } from "./dossier/dossiers.ts";
import { sequencerTout } from "./journal/sequencer.ts";
import { verifierJournal } from "./journal/verifier-journal.ts";
import { migrer } from "./migrer.ts";
import { creerOrganisme } from "./organisme/organismes.ts";
import { phraseDePanne } from "./pannes.ts";

const ORGANISME = "5a1f0c1e-0000-4000-8000-000000000001";
const COUPURES = 4;
const AUTEURS = 4;

/** Adds facts one after the other until told to stop; gives the notes that were acknowledged, in order. */
async function ecrireSansFin(base: Base, dossierId: string, arret: AbortSignal): Promise<string[]> {
  const acquis: string[] = [];
  for (let i = 0; !arret.aborted; i += 1) {
    const note = `fait ${i}`;
    try {
      if ((await ajouterUnFait(base, ORGANISME, dossierId, note)).ecrit) acquis.push(note);
    } catch (erreur) {
      // Only an absent server may refuse; anything else is a fault that the test must show.
      if (phraseDePanne(erreur) === undefined) throw erreur;
    }
  }
  return acquis;
}

test("kill -9 de PostgreSQL en pleine écriture : rien de ce qui fut confirmé n’est perdu", async () => {
  const enfant = lancerEnfant({ dossierDonnees: await dossierTemporaire() });
  const { poolConfig, pid } = await enfant.pret;
  await migrer(poolConfig);
  const base = ouvrirBase({ poolConfig, hasher: hasherNode, journalise: () => undefined });
  const dossiers = await transaction(base, ORGANISME, async (tx) => {
    await creerOrganisme(tx, { nom: "Cabinet fictif" });
    const ids = [];
    for (let i = 0; i < AUTEURS; i += 1) ids.push(await ecrireDossier(tx, 0));
    return ids;
  });
  const arret = new AbortController();
  const auteurs = dossiers.map((id) => ecrireSansFin(base, id, arret.signal));
  const lirePid = async () => {
    const { rows } = await base.pool.query<{ pid: string }>(
      "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid",
    );
    return Number(rows[0]?.pid);
  };
  let visee = pid!;
  for (let coupure = 0; coupure < COUPURES; coupure += 1) {
    await attendreEcritures(base);
    process.kill(visee, "SIGKILL");
    visee = await attendreRelance(lirePid, visee);
  }
  await attendreEcritures(base);
  arret.abort();
  const acquis = await Promise.all(auteurs);
  for (const [i, id] of dossiers.entries()) {
    const lu = await transaction(base, ORGANISME, (tx) => lireDossier(tx, { id }));
    const notes = lu!.faits.map((f) => JSON.parse(f.texte).donnees.note);
    expect(acquis[i]!.length).toBeGreaterThan(COUPURES);
    expect(notes.filter((note) => acquis[i]!.includes(note))).toEqual(acquis[i]);
  }
  await sequencerTout(base);
  const bilan = await transactionDeLecture(base, ORGANISME, (tx) =>
    verifierJournal(tx, { cle: CLE_JOURNAL, clePreuve: async () => CLE_PREUVE }),
  );
  expect(bilan.constats).toEqual([]);
  expect(bilan.entrees).toBe(bilan.faits);
  await base.fermer();
}, 120_000);

/** Settles once twenty more facts than now are in the database. */
async function attendreEcritures(base: Base): Promise<void> {
  const compter = async () => {
    const { rows } = await base.pool.query<{ n: number }>("select count(*)::int as n from fait");
    return rows[0]!.n;
  };
  const cible = (await compter()) + 20;
  while ((await compter()) < cible);
}

/** Settles with the number of the server that took the place of `ancien`. */
async function attendreRelance(lirePid: () => Promise<number>, ancien: number): Promise<number> {
  for (;;) {
    try {
      const pid = await lirePid();
      if (pid !== ancien) return pid;
    } catch (erreur) {
      if (phraseDePanne(erreur) === undefined) throw erreur;
    }
  }
}

const SCENARIO = fileURLToPath(new URL("../../tests/harness/processus-disque-plein.ts", import.meta.url));
const peutMonter =
  process.platform === "linux" &&
  spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "x", "/mnt"]).status === 0;

const MO = 1_000_000;

// Little room: a table cannot grow, and one act is refused. More room: the server's own log is the first to lack it; the
// server stops and cannot start again until there is some.
describe.skipIf(!peutMonter)("disque plein", () => {
  test.each<[string, number, "refus" | "arret", readonly string[]]>([
    ["la place manque à une table", 2 * MO, "refus", []],
    [
      "la place manque au journal du serveur",
      14 * MO,
      "arret",
      [
        "La base de données s’est arrêtée ; Probant la relance.",
        "Le disque est plein : la base de données ne peut pas démarrer. Libérez de la place ; rien n’est perdu.",
        "La base de données est de nouveau prête.",
      ],
    ],
  ])(
    "%s : c’est dit, rien de confirmé n’est perdu, tout reprend ensuite",
    async (_, libre, jusqua, messages) => {
      const dossier = await dossierTemporaire();
      const script = `mount -t tmpfs -o size=160m,mode=755 probant "$1" && exec "$2" "$3" "$1" "$4" "$5" "$6"`;
      const parametres = [dossier, process.execPath, SCENARIO, lireOrigine(), String(libre), jusqua];
      const sortie = execFileSync("unshare", ["-m", "sh", "-c", script, "sh", ...parametres], {
        encoding: "utf8",
        timeout: 100_000,
      });
      const vu = JSON.parse(sortie);
      expect(vu.refus).toMatch(/^Le disque du serveur est plein/);
      expect(vu.messages.slice(1)).toEqual(messages);
      expect(vu.acquis).toBeGreaterThan(10);
      expect(vu.relus).toBe(vu.acquis);
      expect(vu.apres).toBe(true);
      expect(vu.constats).toEqual([]);
    },
    120_000,
  );
});
