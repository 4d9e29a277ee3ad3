import { execFile } from "node:child_process";
import { setTimeout as attendre } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Moteur, ouvrirMoteur } from "../../src/documents/moteur/moteur.ts";
import { documentDeSuivi, enHtml } from "../document-mesure.ts";
import { chronometrer, entrelacer, mediane, rapport } from "../entrelacer.ts";
import { conclure, type Echelle, type Ligne, type Resultat } from "../ligne.ts";
import { type Imprimeur, ouvrirImprimeur, SANS_NAVIGATEUR } from "../navigateur.ts";

const TEMPS = { id: "pdf-temps", floor: 3, aim: 6 };
const MEMOIRE = { id: "pdf-memoire", floor: 5, aim: 6 };

/**
 * A document de suivi of two pages, tagged, PDF/A-2a, through the printing thread, against a warm headless Chromium that
 * prints the same words in the same fonts on two pages, tagged (it makes no PDF/A). Memory: what printing adds to a
 * process of ours, against all the processes of the browser, each at its highest.
 */
export const imprimerUnPdf: Ligne = {
  id: "pdf",
  mesurer: async (echelle) => {
    if (SANS_NAVIGATEUR !== null) return nonMesure(SANS_NAVIGATEUR);
    const moteur = ouvrirMoteur({ worker: new URL("../../src/documents/moteur/worker.ts", import.meta.url) });
    const imprimeur = await ouvrirImprimeur();
    try {
      return await comparer(echelle, moteur, imprimeur);
    } finally {
      await imprimeur.fermer();
      await moteur.fermer();
    }
  },
};

function nonMesure(what: string): Resultat[] {
  return [TEMPS, MEMOIRE].map((l) => conclure({ ...l, what, ours: 0, rival: 0, ratio: 0 }));
}

async function comparer(echelle: Echelle, moteur: Moteur, imprimeur: Imprimeur): Promise<Resultat[]> {
  const tours = echelle === "reelle" ? 40 : 1;
  let n = 0;
  let plusHaut = 0;
  let pages = 0;
  const serie = await entrelacer(
    { tours, chauffe: echelle === "reelle" ? 5 : 1 },
    async () => {
      n += 1;
      // What the browser still does after it answered is not charged to us.
      await attendre(echelle === "reelle" ? 50 : 0);
      return await chronometrer(() => moteur.imprimer(documentDeSuivi(n)));
    },
    async () => {
      const duree = await chronometrer(async () => {
        pages = compterPages(await imprimeur.imprimer(enHtml(documentDeSuivi(n))));
      });
      plusHaut = Math.max(plusHaut, imprimeur.memoire());
      return duree;
    },
  );
  if (pages !== 2) throw new Error(`the browser printed ${pages} pages`);
  const [a, b, notre] = [mediane(serie.ours), mediane(serie.rival), await memoireDuMoteur(tours)];
  return [
    conclure({
      ...TEMPS,
      what: "A tagged PDF/A of two pages, against a warm headless Chromium printing it (ms; times the speed)",
      ours: a,
      rival: b,
      ratio: 1 / rapport(serie),
    }),
    conclure({
      ...MEMOIRE,
      what: "Memory to print it, against all the processes of the browser (MB, proportional set size; times less)",
      ours: notre,
      rival: plusHaut,
      ratio: plusHaut / notre,
    }),
  ];
}

function compterPages(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

async function memoireDuMoteur(documents: number): Promise<number> {
  const fichier = fileURLToPath(new URL("../memoire-impression.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [fichier, String(documents)]);
  return Number(stdout);
}
