import { writeFileSync } from "node:fs";
import type { Resultat } from "./ligne.ts";
import { LIGNES } from "./lignes.ts";
import { direMachine, direResultat, ecrireResultats } from "./recit.ts";
import { versionsDesRivaux } from "./versions.ts";

export interface OptionsDeMesure {
  /** Lines to measure; all of them when empty. */
  lignes: readonly string[];
  json: boolean;
  ecrire: boolean;
}

/** Measures the lines one after the other and prints their results; gives 0 when all hold, 1 when one does not. */
export async function mesurer({ lignes, json, ecrire }: OptionsDeMesure): Promise<0 | 1> {
  const choisies = LIGNES.filter((l) => lignes.length === 0 || lignes.includes(l.id));
  if (!json) process.stdout.write(`${direMachine()}\n\n`);
  const resultats: Resultat[] = [];
  for (const ligne of choisies) {
    const siens = await ligne.mesurer("reelle");
    resultats.push(...siens);
    if (!json) process.stdout.write(`${siens.map(direResultat).join("")}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify(resultats, null, 2)}\n`);
  if (ecrire) {
    const le = new Date().toISOString().slice(0, 10);
    writeFileSync(
      new URL("RESULTS.md", import.meta.url),
      ecrireResultats(resultats, le, versionsDesRivaux()),
    );
  }
  return resultats.every((r) => r.holds) ? 0 : 1;
}

export const NOMS_DES_LIGNES: readonly string[] = LIGNES.map((l) => l.id);
