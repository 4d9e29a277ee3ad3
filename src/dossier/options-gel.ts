import type { MotifDeGel } from "../law/etat.ts";
import type { Option } from "./champ.ts";

/** Why proofs are held: a list, so that nothing of a dispute is told in the journal. */
export const optionsMotifsDeGel: readonly (Option & { valeur: MotifDeGel })[] = [
  { valeur: "controle", libelle: "Un contrôle, annoncé ou en cours" },
  { valeur: "litige", libelle: "Un litige" },
  { valeur: "reclamation", libelle: "Une réclamation de la personne ou du financeur" },
  { valeur: "audit", libelle: "Un audit Qualiopi" },
];

/** How the reason of a hold is said. */
export function nomDuMotifDeGel(motif: MotifDeGel): string {
  return optionsMotifsDeGel.find((o) => o.valeur === motif)!.libelle;
}
