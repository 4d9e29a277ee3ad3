import { transactionDeLecture } from "../../store/connexion.ts";
import {
  type Curseur,
  type FiltreDossiers,
  type LigneDossier,
  listerDossiers,
} from "../../store/dossier/liste-dossiers.ts";
import type { Auteur, Maison } from "../maison.ts";

const PAR_LOT = 500;

/** Every dossier that the filter keeps, one transaction a batch: for exports and commands. */
export async function* listerTout(
  maison: Maison,
  auteur: Auteur,
  filtre: FiltreDossiers,
): AsyncGenerator<LigneDossier> {
  let apres: Curseur | undefined;
  do {
    const lot = { taille: PAR_LOT, apres };
    const page = await transactionDeLecture(maison.base, auteur, (tx) => listerDossiers(tx, filtre, lot));
    yield* page.lignes;
    apres = page.suite;
  } while (apres !== undefined);
}
