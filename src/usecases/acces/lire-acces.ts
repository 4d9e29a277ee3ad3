import { type AccesLu, lireAcces } from "../../store/acces/acces.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { type ChangementDIdentite, lireChangementsDIdentite } from "../../store/dossier/identites.ts";
import { listerMembres, type MembreLu } from "../../store/organisme/membres.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";

export interface QuiAAcces {
  /** Doors to this dossier alone, open and closed. */
  portes: AccesLu[];
  /** Who works in the organisation now, as what. */
  membres: MembreLu[];
  /** What was corrected in the identity, the last first. */
  corrections: ChangementDIdentite[];
}

/** Who may open this dossier, by his own door or because he works here; undefined for an unknown dossier. */
export async function lireQuiAAcces(
  maison: Maison,
  auteur: Auteur,
  reference: string,
): Promise<QuiAAcces | undefined> {
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined) return undefined;
    const membres = await listerMembres(tx);
    return {
      portes: await lireAcces(tx, dossier.id),
      membres: membres.filter((m) => m.depuis !== null && m.fin === null),
      corrections: await lireChangementsDIdentite(tx, dossier.id),
    };
  });
}
