// Plain JavaScript that any Node ≥ 20 runs: finds the Node 24 that the project pins, and runs our program with it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const racine = dirname(dirname(fileURLToPath(import.meta.url)));

/** The pinned Node, else the one that runs us when it is recent enough (macOS has no pinned one). */
export function trouverNoeud() {
  const fixe = [`node-linux-${process.arch}/bin/node`, `node-win-${process.arch}/bin/node.exe`].map((p) =>
    join(racine, "node_modules", p),
  );
  const trouve = fixe.find((p) => existsSync(p));
  if (trouve !== undefined) return trouve;
  return Number(process.versions.node.split(".")[0]) >= 24 ? process.execPath : undefined;
}

/** Runs a source file with the pinned Node and the same terminal; ends this process with its exit code. */
export function executer(fichier, args, env = process.env) {
  const noeud = trouverNoeud();
  if (noeud === undefined) {
    process.stderr.write("Probant demande Node 24. Lancez d’abord : npm ci\n");
    process.exit(2);
  }
  const enfant = spawn(
    noeud,
    [
      "--disable-warning=ExperimentalWarning",
      "--import",
      new URL("./tsx-hook.mjs", import.meta.url).href,
      join(racine, fichier),
      ...args,
    ],
    { stdio: "inherit", env },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => enfant.kill(signal));
  enfant.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
}
