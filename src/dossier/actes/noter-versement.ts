import { premierPaiement } from "../../law/parameters/premier-paiement.ts";
import { retractationContrat } from "../../law/parameters/retractation-contrat.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champJour, champMontant } from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { versementRecu } from "../faits/commande.ts";
import { optionsPayeur } from "../options-financement.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

export const noterVersement = defineActe({
  nom: "noterVersement",
  titre: "Noter un versement reçu",
  chapeau: "Tout argent reçu pour ce bilan, le jour où il arrive.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date du versement" }),
    montant: champMontant({ libelle: "Montant" }),
    par: champChoix({
      libelle: "Qui a payé",
      aide: `Une personne qui paie elle-même ne doit rien pendant ${derniereValeur(retractationContrat)} jours, puis ${derniereValeur(premierPaiement)} % au plus avant le début.`,
      options: optionsPayeur,
    }),
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, montant, par }) =>
    sauf(
      [
        pasAvant(date, etat.demande?.date, "la demande"),
        montant === 0 && refus("montant", "Indiquez un montant supérieur à zéro."),
      ],
      () => [versementRecu.nouveau(date, { montant, par })],
    ),
});
