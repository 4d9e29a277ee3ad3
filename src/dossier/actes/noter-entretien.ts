import { dureeEntretien } from "../../law/parameters/duree-entretien.ts";
import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import { formatDuree } from "../../values/duree.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champContenu, champDuree, champJour, champOuiNon, champSelection } from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { entretienPrealableTenu } from "../faits/accueil.ts";
import { optionsIntervenants, optionsObjectif, optionsTenue } from "../options.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

const USAGE = derniereValeur(dureeEntretien);

export const noterEntretien = defineActe({
  nom: "noterEntretien",
  titre: "Noter l’entretien préalable",
  chapeau:
    "Un échange gratuit, avant tout devis, avec la personne qui accompagnera. Il n’est jamais facturé.",
  nature: "constat",
  champs: (etat) => ({
    date: champJour({ libelle: "Date de l’entretien", vide: "Indiquez la date de l’entretien." }),
    duree: champDuree({
      libelle: "Durée",
      aide: `Par exemple 1 h 15. La plupart des centres y passent ${formatDuree(USAGE.min)} à ${formatDuree(USAGE.max)}.`,
    }),
    intervenant: champSelection({
      libelle: "Avec qui",
      aide: "De préférence la personne qui accompagnera.",
      options: optionsIntervenants(etat),
    }),
    modalite: champChoix({ libelle: "Comment", options: optionsTenue }),
    gratuit: champOuiNon({ libelle: "L’entretien était gratuit" }),
    objectif: champSelection({
      libelle: "Ce que la personne cherche",
      aide: "Un bilan sert à définir un projet professionnel. Pour le reste, vous orienterez la personne.",
      options: optionsObjectif,
    }),
    francaisVerifie: champOuiNon({ libelle: "Le niveau de français permet de suivre le bilan" }),
    volontariatVerifie: champOuiNon({ libelle: "La personne vient de son plein gré" }),
    disponibiliteVerifiee: champOuiNon({
      libelle: "Sa disponibilité a été vérifiée",
      aide: "Un calendrier qui s’étale ensuite devra être justifié.",
    }),
    conseillerPresente: champOuiNon({ libelle: "Le conseiller et ses compétences ont été présentés" }),
    faisable: champOuiNon({ libelle: "Le bilan est faisable" }),
    notes: champContenu({ libelle: "Vos notes", aide: "Vous seul et la personne pourrez les lire." }),
  }),
  obstacle: ({ entretien }) =>
    entretien === null
      ? null
      : refus(
          undefined,
          `L’entretien du ${formatJour(entretien.date)} est déjà noté.`,
          "S’il est faux, corrigez ce fait : l’original reste lisible.",
        ),
  valeurs: (_, contexte) => ({
    date: formatJourSaisie(contexte.au),
    intervenant: contexte.intervenant,
  }),
  decider: (etat, { date, ...donnees }) =>
    sauf(
      [
        pasAvant(date, etat.demande?.date, "la demande"),
        donnees.duree === 0 && refus("duree", "Indiquez une durée d’au moins une minute."),
      ],
      () => [entretienPrealableTenu.nouveau(date, donnees)],
    ),
});
