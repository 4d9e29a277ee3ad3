import { defineActe } from "../acte.ts";
import { champChoix, champContenu, champDuree, champJour, champOuiNon, champSelection } from "../champ.ts";
import { entretienPrealableTenu } from "../faits/accueil.ts";
import { optionsIntervenants, optionsObjectif, optionsTenue } from "../options.ts";

export const noterEntretien = defineActe({
  nom: "noterEntretien",
  titre: "Noter l’entretien préalable",
  chapeau:
    "Un échange gratuit, avant tout devis, avec la personne qui accompagnera. Il n’est jamais facturé.",
  nature: "constat",
  champs: (etat) => ({
    date: champJour({ libelle: "Date de l’entretien", vide: "Indiquez la date de l’entretien." }),
    duree: champDuree({ libelle: "Durée", aide: "La plupart des centres y passent 45 minutes à 1 h 30." }),
    intervenant: champSelection({ libelle: "Avec qui", options: optionsIntervenants(etat) }),
    modalite: champChoix({ libelle: "Comment", options: optionsTenue }),
    gratuit: champOuiNon({ libelle: "L’entretien était gratuit" }),
    objectif: champSelection({ libelle: "Ce que la personne cherche", options: optionsObjectif }),
    francaisVerifie: champOuiNon({ libelle: "Le niveau de français permet de suivre le bilan" }),
    volontariatVerifie: champOuiNon({ libelle: "La personne vient de son plein gré" }),
    disponibiliteVerifiee: champOuiNon({ libelle: "Sa disponibilité a été vérifiée" }),
    conseillerPresente: champOuiNon({ libelle: "Le conseiller et ses compétences ont été présentés" }),
    faisable: champOuiNon({ libelle: "Le bilan est faisable" }),
    notes: champContenu({ libelle: "Vos notes" }),
  }),
  valeurs: (_, contexte) => ({ intervenant: contexte.intervenant }),
  decider: (_, { date, ...donnees }) => [entretienPrealableTenu.nouveau(date, donnees)],
});
