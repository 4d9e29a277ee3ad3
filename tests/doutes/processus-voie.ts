import { ouvrirLieu } from "./installation.ts";
import { deranger } from "./points.ts";
import { voieDe } from "./voies.ts";

/**
 * A process that goes one way and is killed at one of its points; with no point it gets to the end and says « fait », as
 * an application answers.
 */
const { ou, voie, sujet, n, quand } = JSON.parse(process.argv[2] ?? "{}");
const ouverte = await ouvrirLieu(ou);
const { pool, autour } = await deranger(ouverte.maison.base.pool, (point) => {
  if (point.n === n && point.quand === quand) process.kill(process.pid, "SIGKILL");
});
const maison = { ...ouverte.maison, base: { ...ouverte.maison.base, pool } };
await voieDe(voie).agir(ou, { ...ouverte, maison }, sujet, autour);
process.stdout.write("fait");
await ouverte.fermer();
