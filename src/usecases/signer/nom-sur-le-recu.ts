import type { Brut, Refus } from "../../dossier/acte.ts";
import type { FaitNouveau } from "../../dossier/fait.ts";
import { syntheseRemise } from "../../dossier/faits/conclusion.ts";
import { refus } from "../../dossier/refus.ts";
import { nomConcorde } from "./nom-concorde.ts";

/** The receipt of the synthesis is signed by her own name, like any other signature; null when it is, or unsigned. */
export function refusDuNomSurLeRecu(
  faits: readonly FaitNouveau[],
  brut: Brut,
  personne: { prenom: string; nom: string },
): Refus | null {
  const signe = faits.some(
    (f) => f.type === syntheseRemise.type && (f.donnees as { signatures: unknown[] }).signatures.length > 0,
  );
  if (!signe || nomConcorde(brut.nom?.[0] ?? "", personne)) return null;
  return refus("nom", `Écrivez son nom comme dans le dossier : ${personne.prenom} ${personne.nom}.`);
}
