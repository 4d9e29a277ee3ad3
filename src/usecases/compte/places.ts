import type { Comptes } from "../../auth/comptes.ts";
import type { Place } from "../../auth/places.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";

/** A place with the name of its organisation. */
export interface PlaceNommee extends Place {
  organisme: string;
}

/** Where somebody may enter through the session of these headers; each organisation is read under its own isolation. */
export async function consulterPlaces(
  maison: Maison,
  comptes: Comptes,
  { entetes, utilisateurId }: { entetes: Headers; utilisateurId: string },
): Promise<PlaceNommee[]> {
  const nommees: PlaceNommee[] = [];
  for (const place of await comptes.listerPlaces(entetes, utilisateurId)) {
    const { raisonSociale } = await transactionDeLecture(maison.base, place.organismeId, chargerOrganisme);
    nommees.push({ ...place, organisme: raisonSociale });
  }
  return nommees;
}
