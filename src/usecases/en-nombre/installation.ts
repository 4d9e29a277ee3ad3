import { transaction, transactionDeLecture } from "../../store/connexion.ts";
import { compterDossiers } from "../../store/dossier/liste-dossiers.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import { organismes } from "../organisme/les-organismes.ts";

/** The organisation of that SIRET, or undefined. */
export async function trouverOrganisme(maison: Maison, siret: string | null): Promise<string | undefined> {
  for (const id of await organismes(maison)) {
    if ((await transaction(maison.base, id, chargerOrganisme)).siret === siret) return id;
  }
  return undefined;
}

/** How many dossiers an organisation has, counted no further than `jusqua`. */
export function compterJusqua(maison: Maison, organismeId: string, jusqua: number): Promise<number> {
  return transactionDeLecture(maison.base, organismeId, (tx) => compterDossiers(tx, {}, jusqua));
}
