import type { Socket } from "node:net";
import type pg from "pg";

/** The same pool, whose n-th statement from now finds the line to the server cut, or whatever `alors` does. */
export function faireEchouer(
  pool: pg.Pool,
  n: number,
  alors: (client: pg.PoolClient) => void = (client) => ligneDe(client).destroy(),
): { pool: pg.Pool; atteint: () => boolean } {
  let reste = n;
  const couper = (client: pg.PoolClient): pg.PoolClient =>
    new Proxy(client, {
      get(cible, nom) {
        const valeur = Reflect.get(cible, nom, cible);
        if (nom !== "query") return typeof valeur === "function" ? valeur.bind(cible) : valeur;
        return (...args: unknown[]) => {
          reste -= 1;
          if (reste === 0) alors(cible);
          return (valeur as (...a: unknown[]) => unknown).apply(cible, args);
        };
      },
    });
  const autre = new Proxy(pool, {
    get(cible, nom) {
      const valeur = Reflect.get(cible, nom, cible);
      if (nom === "connect") return async () => couper(await cible.connect());
      return typeof valeur === "function" ? valeur.bind(cible) : valeur;
    },
  });
  return { pool: autre, atteint: () => reste <= 0 };
}

/** The socket under a connection of the driver. */
function ligneDe(client: pg.PoolClient): Socket {
  return (client as pg.PoolClient & { connection: { stream: Socket } }).connection.stream;
}
