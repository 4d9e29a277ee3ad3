import { avec, controler, controlerInvariants, type Essai } from "./essayer.ts";
import { deranger, type Point } from "./points.ts";

export interface BilanDesEchecs {
  /** Calls that the way makes. */
  appels: number;
  /** Calls that failed in their turn. */
  atteints: number;
  fautes: string[];
}

export const AUCUN_ECHEC: BilanDesEchecs = { appels: 0, atteints: 0, fautes: [] };

/**
 * Each call of a way fails in its turn, until one run meets no failure: database cut, disk refused, message not taken. Of
 * a long way, `auPlus` of them, evenly spread.
 */
export async function faireEchouerChaqueAppel(essai: Essai, auPlus: number): Promise<BilanDesEchecs> {
  const { voie, ou } = essai;
  const bilan: BilanDesEchecs = { ...AUCUN_ECHEC, appels: essai.points.at(-1)!.n, fautes: [] };
  const pas = Math.max(1, Math.ceil(essai.points.at(-1)!.n / auPlus));
  const nonRattrapees: unknown[] = [];
  const noter = (erreur: unknown) => nonRattrapees.push(erreur);
  process.on("unhandledRejection", noter);
  try {
    await avec(ou, async (ouverte) => {
      for (let n = 1; ; n += pas) {
        const sujet = await voie.preparer(ou, ouverte);
        let atteint = "";
        const { pool, autour, retirer } = await deranger(ouverte.maison.base.pool, (point) => {
          if (point.n !== n || point.quand !== "avant") return;
          atteint = `appel ${n}, ${point.nom}`;
          refuser(point);
        });
        const maison = { ...ouverte.maison, base: { ...ouverte.maison.base, pool } };
        let acquis = true;
        try {
          await voie.agir(ou, { ...ouverte, maison }, sujet, autour);
        } catch {
          acquis = false;
        } finally {
          retirer();
        }
        if (atteint === "" && !acquis) bilan.fautes.push(`${voie.nom} : refused without a failure`);
        bilan.fautes.push(...(await controler(essai, ouverte, sujet, atteint || "sans panne", acquis)));
        if (atteint === "") break;
        bilan.atteints += 1;
      }
      bilan.fautes.push(
        ...(await controlerInvariants(ou, ouverte, `${voie.nom}, après ${bilan.atteints} pannes`)),
      );
    });
  } finally {
    process.off("unhandledRejection", noter);
  }
  bilan.fautes.push(...nonRattrapees.map((e) => `${voie.nom} : nobody caught ${e}`));
  return bilan;
}

/** As the system would: the line is cut, or the disk refuses, one call in two because it is full. */
function refuser({ n, nom, couper }: Point): void {
  if (couper !== undefined) {
    couper();
    return;
  }
  if (nom === "courriel")
    throw Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
  const code = n % 2 === 0 ? "ENOSPC" : "EIO";
  throw Object.assign(new Error(`${code}: write`), { code, syscall: "write" });
}
