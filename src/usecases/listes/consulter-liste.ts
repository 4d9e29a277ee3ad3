import { transactionDeLecture } from "../../store/connexion.ts";
import {
  type Curseur,
  compterDossiers,
  type FiltreDossiers,
  type LigneDossier,
  listerDossiers,
  type PageDossiers,
} from "../../store/dossier/liste-dossiers.ts";
import type { Auteur, Maison } from "../maison.ts";

export type { Curseur, FiltreDossiers, LigneDossier };

/** Beyond it a count would cost more than the page: each name that answers is read with its dossier. */
const COMPTES = { tous: 500, parNom: 100 };

/** One page with how many dossiers the filter keeps; beyond what is counted, `total` says that and `plus` that there are more. */
export interface ListeConsultee extends PageDossiers {
  total: number;
  plus: boolean;
}

/** One page of the dossiers of the organisation, the soonest deadline first. */
export async function consulterListe(
  maison: Maison,
  auteur: Auteur,
  filtre: FiltreDossiers,
  page: { taille: number; apres?: Curseur | undefined },
): Promise<ListeConsultee> {
  const jusqua = filtre.nom === undefined ? COMPTES.tous : COMPTES.parNom;
  const [resultat, nombre] = await transactionDeLecture(maison.base, auteur, (tx) =>
    Promise.all([listerDossiers(tx, filtre, page), compterDossiers(tx, filtre, jusqua + 1)]),
  );
  return { ...resultat, total: Math.min(nombre, jusqua), plus: nombre > jusqua };
}
