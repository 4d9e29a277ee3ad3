import type { Site } from "../../dossier/formulaire-membre.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import {
  type ChangementDeMembre,
  lireChangementsDeMembres,
} from "../../store/organisme/changements-de-membres.ts";
import { listerMembres, type MembreLu } from "../../store/organisme/membres.ts";
import { lireDelaiSecondFacteur } from "../../store/organisme/reglage-acces.ts";
import { listerSites } from "../../store/organisme/sites.ts";
import type { Auteur, Maison } from "../maison.ts";

export type { ChangementDeMembre, MembreLu };

/** How many of the last changes the page tells. */
const DERNIERS = 20;

export interface MembresConsultes {
  membres: MembreLu[];
  changements: ChangementDeMembre[];
  /** Days that a new member has to set a second factor. */
  delai: number;
  /** The sites, closed ones too. */
  sites: Site[];
}

/** The members of the organisation, and what changed among them lately. */
export function consulterMembres(
  maison: Maison,
  { organismeId }: Pick<Auteur, "organismeId">,
): Promise<MembresConsultes> {
  return transactionDeLecture(maison.base, organismeId, async (tx) => ({
    membres: await listerMembres(tx),
    changements: await lireChangementsDeMembres(tx, DERNIERS),
    delai: await lireDelaiSecondFacteur(tx),
    sites: await listerSites(tx),
  }));
}
