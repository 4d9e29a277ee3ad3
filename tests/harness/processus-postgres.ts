import { ErreurDemarrage } from "../../src/store/postgres/erreur-demarrage.ts";
import { ouvrirPostgres } from "../../src/store/postgres/ouvrir-postgres.ts";

/**
 * A process that opens PostgreSQL as the application does. Says `{"pret": …}` on one line when it is ready, each message
 * as `{"message": …}`; stops in order on SIGTERM; a refused start is its sentence on stderr and exit status 2.
 */
const { uid, ...options } = JSON.parse(process.argv[2] ?? "{}");
const dire = (ligne: object) => process.stdout.write(`${JSON.stringify(ligne)}\n`);
if (uid !== undefined) process.setuid?.(uid);
try {
  const postgres = await ouvrirPostgres({ ...options, journalise: (message) => dire({ message }) });
  process.on("SIGTERM", () => {
    void postgres.arreter().then(() => process.exit(0));
  });
  // A server that somebody else runs leaves nothing that would keep this process alive.
  const veille = setInterval(() => undefined, 60_000);
  veille.ref();
  dire({ pret: { poolConfig: postgres.poolConfig, pid: postgres.pid() } });
} catch (erreur) {
  if (!(erreur instanceof ErreurDemarrage)) throw erreur;
  process.stderr.write(erreur.phrase);
  process.exit(erreur.code);
}
