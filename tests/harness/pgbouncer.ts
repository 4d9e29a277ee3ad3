import { spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { inject } from "vitest";
import { compteDuServeur } from "../../src/store/postgres/compte-systeme.ts";
import type { ALaFin } from "./base.ts";

/** Connections that it keeps with the server: fewer than those that ask, so that they pass from hand to hand. */
export const CONNEXIONS_REELLES = 3;

/**
 * A pgbouncer of this machine in transaction mode before the test server; gives how to reach a database through it, as
 * DATABASE_URL would say it.
 */
export async function ouvrirPgbouncer(aLaFin: ALaFin): Promise<(database: string) => pg.PoolConfig> {
  const { host, port, user } = inject("serveur");
  const ici = await mkdtemp(join(tmpdir(), "probant-pgbouncer-"));
  aLaFin(() => rm(ici, { recursive: true }));
  const reglages = join(ici, "pgbouncer.ini");
  await writeFile(join(ici, "utilisateurs.txt"), `"${user}" ""\n`);
  await writeFile(
    reglages,
    [
      "[databases]",
      `* = host=${host} port=${port} user=${user}`,
      "[pgbouncer]",
      `unix_socket_dir = ${ici}`,
      "listen_addr =",
      "auth_type = trust",
      `auth_file = ${join(ici, "utilisateurs.txt")}`,
      "pool_mode = transaction",
      `default_pool_size = ${CONNEXIONS_REELLES}`,
      "max_client_conn = 200",
      "",
    ].join("\n"),
  );
  const compte = await compteDuServeur();
  if (compte !== undefined) await chown(ici, compte.uid, compte.gid);
  const processus = spawn("/usr/sbin/pgbouncer", [reglages], {
    stdio: ["ignore", "ignore", "pipe"],
    ...compte,
  });
  aLaFin(async () => {
    const fini = once(processus, "exit");
    processus.kill("SIGTERM");
    await fini;
  });
  let dit = "";
  await new Promise<void>((resolve, reject) => {
    processus.once("error", reject);
    processus.once("exit", (code) => reject(new Error(`pgbouncer ended with ${code}: ${dit}`)));
    processus.stderr.on("data", (morceau: Buffer) => {
      dit += morceau.toString();
      if (dit.includes("process up")) resolve();
    });
  });
  const chez = encodeURIComponent(ici);
  return (database) => ({ connectionString: `postgres://${user}@/${database}?host=${chez}&port=6432` });
}
