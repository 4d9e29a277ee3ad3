import type { Refus } from "../../dossier/acte.ts";
import { refus } from "../../dossier/refus.ts";
import type { Etat } from "../../law/etat.ts";
import type { Auteur } from "../maison.ts";
import type { DossierCharge } from "./charger-dossier.ts";
import { estSonConseiller, sesIntervenants } from "./son-conseiller.ts";

/** Acts that take away what only her counsellor and she may read, or write over it. */
const A_ELLE_SEULE = new Set([
  "detruireContenus",
  "retirerConservation",
  "autoriserConservation",
  "redigerSynthese",
]);

const PAS_LE_SIEN = refus(
  undefined,
  "Ces contenus ne sont pas les vôtres : vous ne conduisez pas ce bilan.",
  "Cela devient possible pour qui a tenu l’entretien ou une séance, et pour qui gère l’organisme.",
);
const UN_DE_PLUS = refus(
  undefined,
  "Vous ne pouvez pas ajouter un intervenant à ce bilan : il lirait ce que la personne a confié.",
  "Cela devient possible pour qui conduit déjà ce bilan, et pour qui gère l’organisme.",
);

/**
 * What the dossier keeps to those who conduct it (L6313-4), whatever the act: who is not one of them neither adds an
 * intervenant, who would read the contents, nor destroys them. Whoever manages the organisation may, as when a
 * counsellor has left. `apres`: the state that the decided facts give. null when nothing is against it.
 */
export function refusDeLaReserve(
  dossier: Pick<DossierCharge, "etat" | "faits">,
  apres: Pick<Etat, "entretien" | "seances">,
  acte: string,
  auteur: Auteur,
): Refus | null {
  if (auteur.gere === true || estSonConseiller(dossier, auteur)) return null;
  const avant = new Set(sesIntervenants(dossier.etat));
  // Before the first meeting nobody conducts it yet: whoever holds the interview does from then on.
  if (avant.size === 0) return null;
  if (A_ELLE_SEULE.has(acte)) return PAS_LE_SIEN;
  return sesIntervenants(apres).every((i) => avant.has(i)) ? null : UN_DE_PLUS;
}
