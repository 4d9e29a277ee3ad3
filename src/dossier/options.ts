import type { Etat, Objectif, Seance } from "../law/etat.ts";
import { formatJourCourt } from "../values/dates-fr.ts";
import { formatHeure } from "../values/heure.ts";
import { PHASES, type Phase } from "../values/phase.ts";

export const optionsModalite = [
  { valeur: "presentiel", libelle: "En présentiel" },
  { valeur: "distanciel", libelle: "À distance" },
  { valeur: "mixte", libelle: "Les deux" },
] as const;

/** A single session takes place one way or the other. */
export const optionsTenue = [optionsModalite[0], optionsModalite[1]] as const;

/** The phases, numbered in the order that the person lives them: forms, bar, table and timeline say the same. */
export const PHASES_NUMEROTEES: Readonly<Record<Phase, string>> = {
  preliminaire: "1. Préliminaire",
  investigation: "2. Investigation",
  conclusion: "3. Conclusion",
};

export const optionsPhase = PHASES.map((valeur) => ({ valeur, libelle: PHASES_NUMEROTEES[valeur] }));

/** The first five are the object of a bilan; the others lead to another service (question 14). */
export const optionsObjectif: { valeur: Objectif; libelle: string }[] = [
  { valeur: "evolution", libelle: "Évoluer dans son poste ou son entreprise" },
  { valeur: "mobilite", libelle: "Changer d’employeur ou de lieu" },
  { valeur: "reconversion", libelle: "Changer de métier" },
  { valeur: "recherche_emploi", libelle: "Clarifier un projet pour chercher un emploi" },
  { valeur: "adaptation", libelle: "S’adapter à une nouvelle situation" },
  { valeur: "coaching", libelle: "Être coaché (ce n’est pas un bilan)" },
  { valeur: "cep", libelle: "Un conseil en évolution professionnelle (ce n’est pas un bilan)" },
  { valeur: "vae", libelle: "Faire valider son expérience, VAE (ce n’est pas un bilan)" },
  { valeur: "cv_lettre", libelle: "Refaire son CV ou ses lettres (ce n’est pas un bilan)" },
  { valeur: "preparation_retraite", libelle: "Préparer sa retraite (ce n’est pas un bilan)" },
  { valeur: "reclassement", libelle: "Être reclassé, outplacement (ce n’est pas un bilan)" },
  { valeur: "evaluation", libelle: "Être évalué pour un poste (ce n’est pas un bilan)" },
  { valeur: "developpement_personnel", libelle: "Développement personnel (ce n’est pas un bilan)" },
  { valeur: "formation", libelle: "Se former directement (ce n’est pas un bilan)" },
];

/** Whoever works here, and whoever left after the dossier was opened: what he did in it can still be told. */
export function optionsIntervenants(etat: Etat): { valeur: string; libelle: string }[] {
  const depuis = etat.demande?.date;
  return etat.organisme.intervenants
    .filter((i) => i.partiLe === null || (depuis !== undefined && i.partiLe >= depuis))
    .map(({ id, nom, partiLe }) => ({
      valeur: id,
      libelle: partiLe === null ? nom : `${nom} (jusqu’au ${formatJourCourt(partiLe)})`,
    }));
}

/** « Séance 3, 12 oct. 2026 à 9 h 30 ». */
export function nomDeSeance(s: Seance): string {
  return `Séance ${s.id.slice(1)}, ${formatJourCourt(s.date)} à ${formatHeure(s.debut)}`;
}

/** The sessions to choose from, those that `garder` keeps, in the order of the dossier. */
export function optionsSeances(
  etat: Etat,
  garder: (s: Seance) => boolean,
): { valeur: string; libelle: string }[] {
  return etat.seances.filter(garder).map((s) => ({ valeur: s.id, libelle: nomDeSeance(s) }));
}
