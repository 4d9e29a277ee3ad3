import type { Etat } from "../../law/etat.ts";
import type { Auteur } from "../maison.ts";
import type { DossierCharge } from "./charger-dossier.ts";

/** The intervenants of the interview and of the sessions that stand: those who conduct this bilan. */
export function sesIntervenants({ entretien, seances }: Pick<Etat, "entretien" | "seances">): string[] {
  const rencontres = seances.filter((s) => s.statut !== "annulee").map((s) => s.intervenant);
  return entretien === null ? rencontres : [...rencontres, entretien.intervenant];
}

/**
 * Whether this person is a counsellor of this very dossier: he held its interview or has one of its sessions, or, before
 * anything, he opened it. Only he and the person read the content (L6313-4): a colleague does not, and
 * `refusDeLaReserve` keeps him from giving himself a session.
 */
export function estSonConseiller(
  dossier: Pick<DossierCharge, "etat" | "faits">,
  auteur: Pick<Auteur, "role" | "intervenant" | "utilisateur">,
): boolean {
  if (auteur.role !== "conseiller") return false;
  const siens = sesIntervenants(dossier.etat);
  if (siens.length > 0) return siens.includes(auteur.intervenant);
  const [premier] = dossier.faits;
  return premier === undefined || premier.auteur.utilisateur === auteur.utilisateur;
}
