import type { Organisme } from "../../law/etat.ts";
import { transaction, transactionDeLecture } from "../../store/connexion.ts";
import { compterDossiers } from "../../store/dossier/liste-dossiers.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import { organismes } from "../organisme/les-organismes.ts";

/** The first organisation that answers `est`, or undefined. */
export async function trouverOrganisme(
  maison: Maison,
  est: (organisme: Organisme) => boolean,
): Promise<string | undefined> {
  for (const id of await organismes(maison)) {
    if (est(await transaction(maison.base, id, chargerOrganisme))) return id;
  }
  return undefined;
}

/** How many dossiers an organisation has, counted no further than `jusqua`. */
export function compterJusqua(maison: Maison, organismeId: string, jusqua: number): Promise<number> {
  return transactionDeLecture(maison.base, organismeId, (tx) => compterDossiers(tx, {}, jusqua));
}
