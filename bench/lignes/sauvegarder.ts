import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { lireContes, multiplier } from "../../src/demonstration/en-nombre.ts";
import { trouverBinaires } from "../../src/store/postgres/binaires.ts";
import { executer } from "../../src/store/postgres/executer.ts";
import { jourDeParis } from "../../src/usecases/heure-de-paris.ts";
import { tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import type { Auteur, Maison } from "../../src/usecases/maison.ts";
import { releverSauvegarde } from "../../src/usecases/sauvegarde/relire.ts";
import { restaurer } from "../../src/usecases/sauvegarde/restaurer.ts";
import { sauvegarder } from "../../src/usecases/sauvegarde/sauvegarder.ts";
import { ecrireDossierScelle } from "../dossier-scelle.ts";
import { chronometrer, entrelacer, mediane, rapport, type Serie } from "../entrelacer.ts";
import { conclure, type Ligne } from "../ligne.ts";
import { avecServeur } from "../maison-de-mesure.ts";
import { entretenir } from "../peupler.ts";

const taire = () => undefined;
/** A restore makes its tables by every migration in turn, which a dump has no need of. */
const SEUILS = { sauvegarder: { floor: 1.5, aim: 1 }, restaurer: { floor: 3, aim: 1.5 } } as const;

/**
 * Backing up an installation and putting it back, as the two commands do: sealed, read back to its end and compared with
 * what was read; put back after it was read to its end once more. The rivals are `pg_dump -Fc` and `pg_restore` of the
 * same database on the same server, which seal nothing and read nothing back.
 */
export const sauvegarderEtRestaurer: Ligne = {
  id: "sauvegarde",
  mesurer: async (echelle) => {
    const [dossiers, tours] = echelle === "reelle" ? [10_000, 3] : [30, 1];
    const atelier = await mkdtemp(join(tmpdir(), "probant-sauvegardes-"));
    try {
      return await avecServeur(async (ouvrir) => {
        const { maison, fonder } = await ouvrir("sauvegardee");
        await remplir(maison, (await fonder()).auteur, dossiers);
        const outils = await outilsDe(maison);
        let n = 0;
        const nouveau = (suffixe: string) => {
          n += 1;
          return join(atelier, `${n}.${suffixe}`);
        };
        let [notre, autre] = ["", ""];
        let octets = 0;
        const ecrites = await entrelacer(
          { tours, chauffe: 0 },
          () => {
            notre = nouveau("sauvegarde");
            return chronometrer(async () => {
              octets = (await sauvegarder(maison, notre, taire)).octets;
            });
          },
          () => {
            autre = nouveau("dump");
            return chronometrer(() => outils.vider(autre));
          },
        );
        const remises = await entrelacer(
          { tours, chauffe: 0 },
          () => dansUneBaseNeuve(maison, (poolConfig) => remettre(maison, poolConfig, notre)),
          () => dansUneBaseNeuve(maison, ({ database }) => outils.remettre(autre, database!)),
        );
        const taille = `${(octets / 1e6).toFixed(0)} MB`;
        return [
          dire(
            "sauvegarder",
            `Backing up 10,000 dossiers, ${taille}, sealed and read back`,
            "pg_dump -Fc",
            ecrites,
          ),
          dire("restaurer", "Putting 10,000 dossiers back, read to the end first", "pg_restore", remises),
        ];
      });
    } finally {
      await rm(atelier, { recursive: true });
    }
  },
};

function dire(id: keyof typeof SEUILS, quoi: string, rival: string, serie: Serie) {
  return conclure({
    id,
    what: `${quoi}, against ${rival} of the same database (s; times the time)`,
    ours: mediane(serie.ours) / 1000,
    rival: mediane(serie.rival) / 1000,
    ratio: rapport(serie),
    ...SEUILS[id],
  });
}

/** Copies of one bilan whose texts are all sealed: no installation weighs more for as many dossiers. */
async function remplir(maison: Maison, auteur: Auteur, dossiers: number): Promise<void> {
  const au = jourDeParis(maison.horloge());
  await ecrireDossierScelle(maison, auteur);
  const contes = await lireContes(maison, auteur.organismeId, au);
  await multiplier(maison, auteur.organismeId, contes, { graine: "sauvegarde", de: 1, a: dossiers }, au);
  await tenirLesJournaux(maison);
  await entretenir(maison.base);
}

async function remettre(maison: Maison, poolConfig: pg.PoolConfig, chemin: string): Promise<void> {
  const releve = await releverSauvegarde(maison.trousseau, chemin);
  await restaurer({ poolConfig, trousseau: maison.trousseau }, chemin, releve, taire);
}

const lieuDe = ({ base }: Maison): pg.PoolConfig => {
  const { host, port, user, database } = base.pool.options;
  return { host, port, user, database };
};

let bases = 0;

/** Milliseconds of `fn` in an empty database, which is thrown away afterwards. */
async function dansUneBaseNeuve(
  maison: Maison,
  fn: (poolConfig: pg.PoolConfig) => Promise<void>,
): Promise<number> {
  bases += 1;
  const database = `remise_${bases}`;
  const { pool } = maison.base;
  await pool.query(`create database ${database} template template0`);
  const duree = await chronometrer(() => fn({ ...lieuDe(maison), database }));
  const { rows } = await pool.query<{ n: number }>(
    "select count(*)::int as n from pg_stat_activity where datname = $1",
    [database],
  );
  await pool.query(`drop database ${database}${rows[0]!.n === 0 ? "" : " (force)"}`);
  return duree;
}

/** The dump programs of the server that runs. */
async function outilsDe(maison: Maison) {
  const { rows } = await maison.base.pool.query(
    "select current_setting('server_version_num')::int / 10000 as v",
  );
  const { dossier } = await trouverBinaires({ majeure: rows[0].v });
  const { host = "", port, user = "", database = "" } = lieuDe(maison);
  const ou = ["-h", host, "-p", String(port), "-U", user];
  const lancer = async (programme: string, args: readonly string[]) => {
    const { code, erreurs } = await executer(join(dossier, programme), args);
    if (code !== 0) throw new Error(`${programme} answered ${code}: ${erreurs}`);
  };
  return {
    vider: (fichier: string) => lancer("pg_dump", [...ou, "-Fc", "-f", fichier, database]),
    remettre: (fichier: string, dans: string) => lancer("pg_restore", [...ou, "-d", dans, fichier]),
  };
}
