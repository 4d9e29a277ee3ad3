import type { Beneficiaire, Etat } from "../etat.ts";

/** How the employer has a hand in the bilan: pays, asks, runs the plan. Null when he has none. */
export function partDeLEmployeur(etat: Etat): string | null {
  const f = etat.financement;
  if (f !== null) {
    if (f.financeurs.includes("employeur")) return "L’employeur paie ce bilan";
    if (f.employeurPrescripteur) return "L’employeur demande ce bilan";
    if (f.plan) return "Ce bilan entre dans le plan de l’employeur";
    if (f.financeurs.includes("conge_reclassement")) return "Ce bilan a lieu en congé de reclassement";
  }
  if (etat.demande?.origine === "employeur") return "La demande vient de l’employeur";
  const abonde =
    etat.devis.some((d) => d.cpf?.exoneration === "abondement_employeur") ||
    etat.versements.some((v) => v.par === "employeur");
  return abonde ? "L’employeur paie une part de ce bilan" : null;
}

const SANS_EMPLOYEUR: readonly Beneficiaire["statut"][] = [
  "demandeur_emploi",
  "independant",
  "retraite",
  "etudiant",
];

/**
 * Whether an employer is a party to what is bought: he has a hand in it, or an « opérateur de compétences » pays for his
 * plan. While nothing is said of the financing, a status that has an employer leaves it open.
 */
export function employeurAuDossier(etat: Etat): boolean {
  if (partDeLEmployeur(etat) !== null) return true;
  if (etat.financement === null) return !SANS_EMPLOYEUR.includes(etat.beneficiaire.statut);
  return etat.financement.financeurs.includes("opco");
}
