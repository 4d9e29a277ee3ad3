import { faireExercice } from "../exercice/exercice.ts";
import { remplirLeDisque, tuerLaBase } from "./base-tuee.ts";
import type { Atelier } from "./installation.ts";
import type { Epreuve } from "./resultat.ts";
import { tournerSousLeTrafic } from "./rotation.ts";

const EXERCICE = { dossiers: 200, unSur: 4 };

const MORTS_DE_LA_BASE = 200;
const VOLUMES = 15;
const DOSSIERS = 10_000;

/** What takes minutes: the server killed and its disk filled, a whole drill (D2, 10 and 11), keys turned at full size (D2, 37). */
export async function essayerDeNuit(atelier: Atelier, noter: (e: Epreuve) => void): Promise<void> {
  noter(await tuerLaBase(atelier.dossier, MORTS_DE_LA_BASE));
  noter(await remplirLeDisque(atelier.dossier, VOLUMES));
  const debut = performance.now();
  const { dossiers, detruits, canaris, revenus, preuvesIntactes } = await faireExercice(
    EXERCICE,
    () => undefined,
  );
  noter({
    id: "exercice",
    quoi: "sauvegarde, destruction, recherche, ancienne sauvegarde remise, recherche encore",
    comptes: { dossiers, detruits, motsPoses: canaris.plantes, motsVus: canaris.vus, revenus },
    fautes: [
      ...(canaris.vus > 0 ? [`${canaris.vus} mots détruits sont vus`] : []),
      ...(revenus > 0 ? [`${revenus} dossiers détruits reviennent`] : []),
      ...(preuvesIntactes ? [] : ["des preuves sont altérées"]),
    ],
    dureeS: (performance.now() - debut) / 1000,
  });
  noter(await tournerSousLeTrafic(atelier, DOSSIERS));
}
