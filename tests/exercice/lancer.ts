import { faireExercice } from "./exercice.ts";

const DOSSIERS = 8;

/** Runs the drill of backup and destruction, and prints what it found. */
export async function lancerExercice({ json }: { json: boolean }): Promise<0 | 1> {
  const r = await faireExercice({ dossiers: DOSSIERS }, (phrase) => process.stderr.write(`${phrase}\n`));
  process.stdout.write(
    json
      ? `${JSON.stringify(r)}\n`
      : [
          `${r.dossiers} dossiers, ${r.detruits} détruits, en ${r.dureeS.toLocaleString("fr-FR")} s.`,
          `Canaris : ${r.canaris.plantes} posés, ${r.canaris.vus} vus.`,
          `Revenus d’une ancienne sauvegarde : ${r.revenus}.`,
          `Preuves ${r.preuvesIntactes ? "intactes" : "altérées"}.`,
          "",
        ].join("\n"),
  );
  return r.canaris.vus === 0 && r.revenus === 0 && r.preuvesIntactes ? 0 : 1;
}
