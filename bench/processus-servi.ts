import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { racine } from "../src/cli/racine.ts";

/** The whole application as a person starts it, on a data folder of its own. */
export interface Servi {
  pid: number;
  url: string;
  /** Milliseconds from the command to the first page. */
  demarrage: number;
}

/** Starts `probant servir` in a temporary folder for the time of `fn`, with its embedded database. */
export async function avecApplication<T>(fn: (servi: Servi) => Promise<T>): Promise<T> {
  const donnees = await mkdtemp(join(tmpdir(), "probant-mesure-"));
  const port = await portLibre();
  const debut = performance.now();
  const enfant = spawn(process.execPath, [join(racine, "bin", "probant.mjs"), "servir"], {
    env: {
      ...process.env,
      PROBANT_DATA: donnees,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATABASE_URL: "",
      PROBANT_KEYRING: "",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    await annonce(enfant);
    const url = `http://127.0.0.1:${port}`;
    const reponse = await fetch(`${url}/sante`);
    if (reponse.status !== 200) throw new Error(`the application answered ${reponse.status}`);
    return await fn({ pid: enfant.pid!, url, demarrage: performance.now() - debut });
  } finally {
    await arreter(enfant);
    await rm(donnees, { recursive: true });
  }
}

/** Ends when the application says that it is open; rejects with its last words when it ends before. */
function annonce(enfant: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let dit = "";
    let plainte = "";
    enfant.stdout!.on("data", (octets: Buffer) => {
      dit += octets.toString();
      if (dit.includes("est ouvert")) resolve();
    });
    enfant.stderr!.on("data", (octets: Buffer) => {
      plainte += octets.toString();
    });
    enfant.once("exit", () => reject(new Error(`the application ended before it was open: ${plainte}`)));
  });
}

async function arreter(enfant: ChildProcess): Promise<void> {
  if (enfant.exitCode !== null) return;
  const fini = new Promise((resolve) => enfant.once("exit", resolve));
  enfant.kill("SIGTERM");
  await fini;
}

function portLibre(): Promise<number> {
  return new Promise((resolve, reject) => {
    const serveur = createServer();
    serveur.once("error", reject);
    serveur.listen(0, "127.0.0.1", () => {
      const adresse = serveur.address();
      serveur.close(() => resolve(typeof adresse === "object" && adresse !== null ? adresse.port : 0));
    });
  });
}
