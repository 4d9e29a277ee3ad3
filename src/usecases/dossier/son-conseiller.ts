import type { Auteur } from "../maison.ts";
import type { DossierCharge } from "./charger-dossier.ts";

/**
 * Whether this person is a counsellor of this very dossier: he held its interview or one of its sessions, or, before
 * anything was held, he opened it. Only he and the person read the content (L6313-4): a colleague does not.
 */
export function estSonConseiller(
  dossier: Pick<DossierCharge, "etat" | "faits">,
  auteur: Pick<Auteur, "role" | "intervenant" | "utilisateur">,
): boolean {
  if (auteur.role !== "conseiller") return false;
  const { entretien, seances } = dossier.etat;
  const rencontres = seances.filter((s) => s.statut !== "annulee").map((s) => s.intervenant);
  if (entretien !== null) rencontres.push(entretien.intervenant);
  if (rencontres.length > 0) return rencontres.includes(auteur.intervenant);
  const [premier] = dossier.faits;
  return premier === undefined || premier.auteur.utilisateur === auteur.utilisateur;
}
