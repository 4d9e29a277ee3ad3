import { absenceCpf } from "../../law/parameters/absence-cpf.ts";
import { reponseAbsence } from "../../law/parameters/reponse-absence.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour } from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { absenceDemandee } from "../faits/commande.ts";
import { pasAvant, sauf } from "../refus.ts";

export const demanderAbsence = defineActe({
  nom: "demanderAbsence",
  titre: "Noter la demande d’absence",
  chapeau: "La personne demande à son employeur de s’absenter pour le bilan.",
  nature: "constat",
  champs: {
    date: champJour({
      libelle: "Date de la demande à l’employeur",
      aide: `Pour un salarié, sous CPF : au moins ${derniereValeur(absenceCpf).court} jours avant le début, ${derniereValeur(absenceCpf).long} si le bilan dure six mois. L’employeur a ${derniereValeur(reponseAbsence)} jours pour répondre ; son silence vaut accord.`,
    }),
    debut: champJour({ libelle: "Début demandé de l’absence" }),
  },
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    debut: etat.commande?.debutPrevu ? formatJourSaisie(etat.commande.debutPrevu) : "",
  }),
  decider: (_, { date, debut }) =>
    sauf([pasAvant(debut, date, "la demande", "debut")], () => [absenceDemandee.nouveau(date, { debut })]),
});
