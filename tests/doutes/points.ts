import promesses from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import type pg from "pg";

/** One moment of a way: before or after one statement, one writing of a file, one message handed over. */
export interface Point {
  /** From 1, in the order in which they come. */
  n: number;
  quand: "avant" | "apres";
  /** « base commit », « fichier rename », « courriel envoyer ». */
  nom: string;
  /** Whether something becomes true there: a commit, a file written, a message. */
  decisif: boolean;
  /** Cuts the line to the database; absent elsewhere. */
  couper?: () => void;
}

/** Told of each point; what it throws is what the call would have thrown. */
export type Veilleur = (point: Point) => void;

const ECRITURES = ["open", "rename", "link", "rm", "mkdir", "writeFile", "appendFile"] as const;
const ECRITURES_D_UN_FICHIER = ["writeFile", "appendFile", "write", "truncate", "sync"] as const;

export interface Derangement {
  pool: pg.Pool;
  /** The same counting around a call that is neither the database's nor a file's. */
  autour: <T>(nom: string, fn: () => Promise<T>) => Promise<T>;
  retirer: () => void;
}

/**
 * From now until `retirer`, every statement sent through `pool` and every writing of a file by this process passes by
 * `veiller`, before and after.
 */
export async function deranger(pool: pg.Pool, veiller: Veilleur): Promise<Derangement> {
  let n = 0;
  const autour = async <T>(
    nom: string,
    fn: () => Promise<T>,
    { decisif = true, couper }: { decisif?: boolean; couper?: () => void } = {},
  ): Promise<T> => {
    n += 1;
    const ce = { n, nom, decisif, ...(couper === undefined ? {} : { couper }) };
    veiller({ ...ce, quand: "avant" });
    const resultat = await fn();
    veiller({ ...ce, quand: "apres" });
    return resultat;
  };
  const remettre = await derangerLesFichiers(autour);
  return { pool: derangerLaBase(pool, autour), autour: (nom, fn) => autour(nom, fn), retirer: remettre };
}

type Autour = <T>(
  nom: string,
  fn: () => Promise<T>,
  options?: { decisif?: boolean; couper?: () => void },
) => Promise<T>;

function derangerLaBase(pool: pg.Pool, autour: Autour): pg.Pool {
  const client = (reel: pg.PoolClient): pg.PoolClient =>
    new Proxy(reel, {
      get(cible, nom) {
        const valeur = Reflect.get(cible, nom, cible);
        if (nom !== "query") return typeof valeur === "function" ? valeur.bind(cible) : valeur;
        return (requete: unknown, ...suite: unknown[]) => {
          const texte = String((requete as { text?: string }).text ?? requete);
          const envoyer = () => (valeur as (...a: unknown[]) => unknown).call(cible, requete, ...suite);
          // A stream of COPY is no promise: it passes as it is.
          if (typeof (requete as { submit?: unknown }).submit === "function") return envoyer();
          return autour(
            `base ${texte.trimStart().split(/[\s;]/, 1)[0]!.toLowerCase().slice(0, 12)}`,
            envoyer as () => Promise<unknown>,
            {
              decisif: texte === "commit" || /insert into "?message_sortie/.test(texte),
              couper: () =>
                (
                  cible as pg.PoolClient & { connection: { stream: { destroy: () => void } } }
                ).connection.stream.destroy(),
            },
          );
        };
      },
    });
  const connecter = async () => client(await pool.connect());
  return new Proxy(pool, {
    get(cible, nom) {
      if (nom === "connect") return connecter;
      if (nom === "query") {
        return async (...args: unknown[]) => {
          const pris = await connecter();
          try {
            return await (pris.query as (...a: unknown[]) => Promise<unknown>)(...args);
          } finally {
            pris.release();
          }
        };
      }
      const valeur = Reflect.get(cible, nom, cible);
      return typeof valeur === "function" ? valeur.bind(cible) : valeur;
    },
  });
}

type Fonctions = Record<string, (...args: unknown[]) => Promise<unknown>>;

/** Replaces what writes in `node:fs/promises`, for every module that imports it; gives how to put it back. */
async function derangerLesFichiers(autour: Autour): Promise<() => void> {
  const fichier = await promesses.open("/dev/null");
  const prototype = Object.getPrototypeOf(fichier) as Fonctions;
  await fichier.close();
  const defaire: (() => void)[] = [];
  const envelopper = (objet: Fonctions, noms: readonly string[]) => {
    for (const nom of noms) {
      const vraie = objet[nom]!;
      objet[nom] = function (this: unknown, ...args: unknown[]) {
        return autour(`fichier ${nom}`, () => vraie.apply(this, args));
      };
      defaire.push(() => {
        objet[nom] = vraie;
      });
    }
  };
  envelopper(promesses as unknown as Fonctions, ECRITURES);
  envelopper(prototype, ECRITURES_D_UN_FICHIER);
  syncBuiltinESMExports();
  return () => {
    for (const geste of defaire) geste();
    syncBuiltinESMExports();
  };
}
