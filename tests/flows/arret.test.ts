import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { tourne } from "../harness/enfant-postgres.ts";
import { portLibre } from "../harness/port-libre.ts";

/** The application started as in a terminal: launcher and program in one group, which gets what the keyboard sends. */
async function ouvrir(donnees: string) {
  const enfant = spawn(process.execPath, ["bin/probant.mjs", "servir"], {
    detached: true,
    env: { ...process.env, PROBANT_DATA: donnees, PORT: String(await portLibre()), DATABASE_URL: "" },
  });
  let dit = "";
  const fin = new Promise<number | null>((resolve) => enfant.once("exit", resolve));
  const ouvert = new Promise<void>((resolve) => {
    for (const flux of [enfant.stdout, enfant.stderr]) {
      flux.on("data", (d) => {
        dit += d;
        if (dit.includes("Probant est ouvert")) resolve();
      });
    }
  });
  await Promise.race([ouvert, fin]);
  return { groupe: -enfant.pid!, fin, dit: () => dit };
}

const pidDeLaBase = async (donnees: string) =>
  Number((await readFile(join(donnees, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);

it("Ctrl-C arrête la base avec l’application, la sienne comme celle qu’un arrêt brutal avait laissée", {
  timeout: 90_000,
}, async () => {
  const donnees = await mkdtemp(join(tmpdir(), "probant-arret-"));
  onTestFinished(() => rm(donnees, { recursive: true, force: true }));
  for (const brutal of [false, true]) {
    if (brutal) {
      const tue = await ouvrir(donnees);
      process.kill(tue.groupe, "SIGKILL");
      await tue.fin;
      expect(tourne(await pidDeLaBase(donnees))).toBe(true);
    }
    const ouverte = await ouvrir(donnees);
    const base = await pidDeLaBase(donnees);
    process.kill(ouverte.groupe, "SIGINT");
    expect(await ouverte.fin).toBe(0);
    expect(tourne(base)).toBe(false);
    expect(ouverte.dit()).toContain("Arrêt…");
    expect(ouverte.dit()).not.toContain("await");
  }
});
