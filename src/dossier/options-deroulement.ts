import type { EvenementEtalement, Theme } from "../law/etat.ts";
import type { Option } from "./champ.ts";

const CV = "Un bilan ne peut pas y être consacré. Cette aide se vend à part, après le bilan.";

/** What a session worked on, in the order of the phases. */
export const optionsThemes: readonly (Option & { valeur: Theme })[] = [
  { valeur: "analyse_demande", libelle: "Analyser la demande" },
  { valeur: "analyse_besoin", libelle: "Analyser le besoin" },
  { valeur: "format", libelle: "Choisir le format qui convient" },
  { valeur: "modalites", libelle: "Décider ensemble du déroulement" },
  { valeur: "parcours", libelle: "Le parcours" },
  { valeur: "competences", libelle: "Les compétences et les aptitudes" },
  { valeur: "motivations", libelle: "Les motivations" },
  { valeur: "interets", libelle: "Les intérêts" },
  { valeur: "marche_emploi", libelle: "Le marché de l’emploi" },
  { valeur: "enquete_metier", libelle: "Une enquête sur un métier" },
  { valeur: "projet", libelle: "Le projet" },
  { valeur: "alternatives", libelle: "Les projets de rechange" },
  { valeur: "resultats_detailles", libelle: "Les résultats détaillés" },
  { valeur: "conditions_moyens", libelle: "Les conditions et les moyens du projet" },
  { valeur: "etapes", libelle: "Les principales étapes du projet" },
  { valeur: "suivi", libelle: "L’entretien de suivi" },
  { valeur: "synthese", libelle: "La synthèse" },
  { valeur: "cv_lettre", libelle: "Un CV ou une lettre de motivation", aide: CV },
  { valeur: "entretien_embauche", libelle: "Préparer un entretien d’embauche", aide: CV },
];

const PREVISIBLE = "Cela se prévoit avec la personne dès le départ : seul, il ne justifie pas un étalement.";

export const optionsEvenements: readonly (Option & { valeur: EvenementEtalement["nature"] })[] = [
  { valeur: "maladie", libelle: "Une maladie" },
  { valeur: "accident", libelle: "Un accident" },
  { valeur: "mutation", libelle: "Une mutation" },
  { valeur: "licenciement", libelle: "Un licenciement" },
  { valeur: "deuil", libelle: "Un deuil" },
  { valeur: "naissance", libelle: "Une naissance" },
  { valeur: "pmsmp", libelle: "Une immersion en entreprise (PMSMP)", aide: PREVISIBLE },
  { valeur: "rencontre_metier", libelle: "Une rencontre de métier", aide: PREVISIBLE },
  { valeur: "convenance", libelle: "Une convenance de la personne", aide: PREVISIBLE },
  { valeur: "autre", libelle: "Un autre événement" },
];

/** Headings with a direct and necessary link to a project, and two that are to be weighed. */
export const optionsRubriques = [
  { valeur: "parcours", libelle: "Le parcours" },
  { valeur: "motivations", libelle: "Les motivations" },
  { valeur: "attentes", libelle: "Les attentes" },
  { valeur: "competences", libelle: "Les compétences" },
  { valeur: "interets", libelle: "Les intérêts" },
  { valeur: "formation", libelle: "Les études et les formations" },
  { valeur: "contraintes", libelle: "Les contraintes de temps et de lieu" },
  { valeur: "projet", libelle: "Les idées de projet" },
  { valeur: "sante", libelle: "La santé", aide: "Seulement si le projet en dépend, et dites pourquoi." },
  { valeur: "famille", libelle: "La famille", aide: "Seulement si le projet en dépend, et dites pourquoi." },
] as const;

export const optionsMoment = [
  { valeur: "entretien", libelle: "À l’entretien préalable" },
  { valeur: "preliminaire", libelle: "En phase préliminaire" },
] as const;

export const optionsTraces = [
  { valeur: "connexion", libelle: "Le relevé de connexion" },
  { valeur: "signature_horodatee", libelle: "Une signature avec sa date et son heure" },
  { valeur: "travail", libelle: "Un travail fait pendant la séance" },
  { valeur: "echange", libelle: "Un échange écrit pendant la séance" },
] as const;

export const optionsReserve = [
  { valeur: "aucune", libelle: "À personne en particulier" },
  { valeur: "psychologue", libelle: "Aux psychologues" },
  { valeur: "habilite", libelle: "Aux personnes habilitées à ce test" },
  { valeur: "inconnu", libelle: "Sa fiche ne le dit pas" },
] as const;

export const optionsMoyenSignature = [
  { valeur: "appareil_du_conseiller", libelle: "Sur l’appareil du conseiller" },
  { valeur: "compte", libelle: "Depuis son propre compte" },
  { valeur: "papier", libelle: "Sur papier" },
] as const;

/** For a question to which nobody may know the answer yet. */
export const optionsOuiNonPasEncore = [
  { valeur: "oui", libelle: "Oui" },
  { valeur: "non", libelle: "Non" },
  { valeur: "inconnu", libelle: "On ne le sait pas encore" },
] as const;

/** true, false, or null when it is not known yet. */
export const troisEtats = (reponse: "oui" | "non" | "inconnu"): boolean | null =>
  reponse === "inconnu" ? null : reponse === "oui";
