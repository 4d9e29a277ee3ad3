import { premiereSeance } from "../../law/calcul/premiere-seance.ts";
import { declarationEntree } from "../../law/parameters/declaration-entree.ts";
import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import { PHASES } from "../../values/phase.ts";
import { defineActe } from "../acte.ts";
import { champJour, champTexte, facultatif } from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { entreeDeclaree } from "../faits/commande.ts";
import { payeParCpf } from "../options-financement.ts";
import { dejaNote, pasAvant, refus, sauf } from "../refus.ts";

export const declarerEntree = defineActe({
  nom: "declarerEntree",
  titre: "Déclarer l’entrée",
  chapeau: `Dans EDOF, en ${derniereValeur(declarationEntree)} jours ouvrés après la première séance. Une entrée déclarée ne s’annule pas.`,
  nature: "decision",
  champs: {
    date: champJour({ libelle: "Date de la déclaration dans EDOF" }),
    effectiveLe: champJour({ libelle: "Date réelle de l’entrée", aide: "Le jour de la première séance." }),
    preuve: facultatif(champTexte({ libelle: "Preuve", aide: "Par exemple : signature de la séance 1." })),
  },
  obstacle: (etat) => {
    if (etat.entree !== null)
      return dejaNote(`L’entrée du ${formatJour(etat.entree.effectiveLe)} est déjà déclarée.`);
    return payeParCpf(etat)
      ? null
      : refus(
          undefined,
          "Le CPF ne paie pas ce bilan : il n’y a pas d’entrée à déclarer dans EDOF.",
          "Cela devient possible quand le financement dit que le CPF paie.",
        );
  },
  valeurs: (etat, contexte) => {
    const premiere = premiereSeance(etat, "tenue", PHASES);
    return {
      date: formatJourSaisie(contexte.au),
      effectiveLe: premiere === null ? "" : formatJourSaisie(premiere.date),
      preuve: premiere === null ? "" : `Signature de la séance ${premiere.id.slice(1)}`,
    };
  },
  decider: (etat, { date, ...donnees }) =>
    sauf(
      [
        pasAvant(date, donnees.effectiveLe, "l’entrée"),
        pasAvant(donnees.effectiveLe, etat.commande?.demandeLe, "la commande", "effectiveLe"),
      ],
      () => [entreeDeclaree.nouveau(date, donnees)],
    ),
});
