import type { Cadre } from "../../mail/modeles/modele.ts";
import type { Jour } from "../../values/jour.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";

/** In whose name messages to the person are written: her counsellor's, else the organisation's. */
export function cadreDesMessages(
  { etat, identite }: Pick<DossierCharge, "etat" | "identite">,
  le: Jour,
): Cadre {
  const id = etat.seances.findLast((s) => s.statut !== "annulee")?.intervenant ?? etat.entretien?.intervenant;
  const { raisonSociale, intervenants } = etat.organisme;
  return {
    organisme: raisonSociale,
    conseiller: intervenants.find((i) => i.id === id)?.nom ?? raisonSociale,
    discretion: identite.discretion,
    le,
  };
}
