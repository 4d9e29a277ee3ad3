import { spawn } from "node:child_process";
import { once } from "node:events";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { avec, controler, controlerInvariants, type Essai } from "./essayer.ts";
import type { Installation, Ouverte } from "./installation.ts";
import type { Point } from "./points.ts";

/** Facts that the witness writes at most while one process lives: enough to be at it when the other dies. */
const TEMOINS = 20;

/** What kills found: none of it may be lost, half done or doubled. */
export interface BilanDesMorts {
  morts: number;
  /** Facts that another dossier of the installation was told written meanwhile. */
  confirmees: number;
  /** The longest opening after a death, in milliseconds. */
  reprise: number;
  fautes: string[];
}

export const AUCUN_MORT: BilanDesMorts = { morts: 0, confirmees: 0, reprise: 0, fautes: [] };

/**
 * Kills a process of the application at each of these points, while another dossier of the installation is written to;
 * then opens it again, looks, does the same act once more and looks again.
 */
export async function tuerAuxPoints(
  essai: Essai,
  programme: string,
  points: readonly Point[],
): Promise<BilanDesMorts> {
  const bilan: BilanDesMorts = { ...AUCUN_MORT, fautes: [] };
  for (const point of points) await tuer(essai, programme, point, bilan);
  await avec(essai.ou, async (ouverte) => {
    const fautes = await controlerInvariants(
      essai.ou,
      ouverte,
      `${essai.voie.nom}, après ${points.length} morts`,
    );
    bilan.fautes.push(...fautes);
  });
  return bilan;
}

async function tuer(essai: Essai, programme: string, point: Point, bilan: BilanDesMorts): Promise<void> {
  const { ou, voie } = essai;
  const ouCoupee = `tué ${point.quand === "avant" ? "avant" : "après"} ${point.nom} (${point.n})`;
  await avec(ou, async (ouverte) => {
    const sujet = await voie.preparer(ou, ouverte);
    const temoin = await ouvrirTemoin(ou, ouverte);
    const { signal, dit, erreurs } = await lancer(programme, {
      ou,
      voie: voie.nom,
      sujet,
      n: point.n,
      quand: point.quand,
    });
    bilan.confirmees += await temoin.fermer(bilan.fautes);
    const acquis = dit === "fait";
    if (signal === "SIGKILL") bilan.morts += 1;
    else if (!acquis) bilan.fautes.push(`${voie.nom}, ${ouCoupee} : ${erreurs}`);
    const debut = performance.now();
    await avec(ou, async (rouverte) => {
      bilan.reprise = Math.max(bilan.reprise, performance.now() - debut);
      bilan.fautes.push(...(await controler(essai, rouverte, sujet, ouCoupee, acquis)));
    });
  });
}

async function lancer(
  programme: string,
  parametres: object,
): Promise<{ signal: NodeJS.Signals | null; dit: string; erreurs: string }> {
  const enfant = spawn(process.execPath, [programme, JSON.stringify(parametres)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [dit, erreurs] = ["", ""];
  enfant.stdout.on("data", (texte) => {
    dit += texte;
  });
  enfant.stderr.on("data", (texte) => {
    erreurs += texte;
  });
  const [, signal] = await once(enfant, "close");
  return { signal, dit, erreurs };
}

/** Facts written to another dossier until it is closed; then as many must be there as were told written. */
async function ouvrirTemoin({ auteur }: Installation, { maison }: Ouverte) {
  const { reference, id } = await ouvrirDossierVide(maison, auteur, CAMILLE);
  let [fini, ecrits] = [false, 0];
  const ecrire = async () => {
    while (!fini && ecrits < TEMOINS) {
      await ecrireFaits(maison, auteur, reference, [BILAN_REMIS[0]!]);
      ecrits += 1;
    }
  };
  const ecriture = ecrire();
  return {
    fermer: async (fautes: string[]): Promise<number> => {
      fini = true;
      await ecriture;
      const { rows } = await maison.base.pool.query(
        "select count(*)::int as n from fait where dossier_id = $1",
        [id],
      );
      if (rows[0].n !== ecrits) fautes.push(`${reference} : ${rows[0].n} facts of ${ecrits} told written`);
      return ecrits;
    },
  };
}
