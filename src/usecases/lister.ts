import { transaction } from "../store/connexion.ts";
import {
  type Curseur,
  compterDossiers,
  type FiltreDossiers,
  type LigneDossier,
  listerDossiers,
  type PageDossiers,
} from "../store/liste-dossiers.ts";
import type { Auteur, Maison } from "./maison.ts";

export type { Curseur, FiltreDossiers, LigneDossier, PageDossiers };

/** One page of the dossiers of the organisation, the soonest deadline first. */
export function lister(
  maison: Maison,
  auteur: Auteur,
  filtre: FiltreDossiers,
  page: { taille: number; apres?: Curseur | undefined },
): Promise<PageDossiers> {
  return transaction(maison.base, auteur.organismeId, (tx) => listerDossiers(tx, filtre, page));
}

/** How many dossiers the filter keeps, by stage. */
export function compter(
  maison: Maison,
  auteur: Auteur,
  filtre: FiltreDossiers,
): Promise<ReadonlyMap<string, number>> {
  return transaction(maison.base, auteur.organismeId, (tx) => compterDossiers(tx, filtre));
}

/** Every dossier that the filter keeps, page after page: for exports and commands. */
export async function* listerTout(
  maison: Maison,
  auteur: Auteur,
  filtre: FiltreDossiers,
): AsyncGenerator<LigneDossier> {
  let apres: Curseur | undefined;
  do {
    const page = await lister(maison, auteur, filtre, { taille: 500, apres });
    yield* page.lignes;
    apres = page.suite;
  } while (apres !== undefined);
}
