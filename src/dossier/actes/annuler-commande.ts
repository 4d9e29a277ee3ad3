import { annulationSansFrais } from "../../law/parameters/annulation-sans-frais.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champJour, champTexte } from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { commandeAnnulee } from "../faits/commande.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

const parQui = [
  { valeur: "titulaire", libelle: "La personne" },
  { valeur: "organisme", libelle: "Notre organisme" },
] as const;

export const annulerCommande = defineActe({
  nom: "annulerCommande",
  titre: "Noter l’annulation de la commande",
  chapeau: "Avant la première séance. Après, c’est un arrêt du bilan.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date de l’annulation" }),
    par: champChoix({
      libelle: "Qui annule",
      aide: `Si vous annulez, la personne retrouve ses droits. Si c’est elle, à plus de ${derniereValeur(annulationSansFrais)} jours ouvrés du début, elle les retrouverait, d’après d’anciennes conditions.`,
      options: parQui,
    }),
    motif: champTexte({ libelle: "Motif", aide: "En quelques mots, sans rien d’intime." }),
  },
  obstacle: ({ commande }) =>
    commande !== null
      ? null
      : refus(
          undefined,
          "Aucune commande n’est notée.",
          "Sans commande, notez plutôt que la personne ne donne pas suite.",
        ),
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, ...donnees }) =>
    sauf([pasAvant(date, etat.commande?.demandeLe, "la commande")], () => [
      commandeAnnulee.nouveau(date, donnees),
    ]),
});
