import { dureePrevue, minutesFaites } from "../../law/heures.ts";
import { plafondHeures } from "../../law/parameters/plafond-heures.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { formatDuree } from "../../values/duree.ts";
import { defineActe } from "../acte.ts";
import { champCase, champDuree, champJour, champTexteLong } from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { dureeAjustee } from "../faits/deroulement.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

export const ajusterDuree = defineActe({
  nom: "ajusterDuree",
  titre: "Ajuster la durée",
  chapeau: `Plus ou moins d’heures, selon le besoin de la personne et avec elle. Jamais plus de ${formatDuree(derniereValeur(plafondHeures))}.`,
  nature: "decision",
  champs: (etat) => {
    const prevue = dureePrevue(etat);
    const aide = prevue === null ? {} : { aide: `Aujourd’hui : ${formatDuree(prevue)}.` };
    return {
      date: champJour({ libelle: "Date de la décision" }),
      duree: champDuree({ libelle: "Nouvelle durée en tout", ...aide }),
      motif: champTexteLong({
        libelle: "Pourquoi",
        aide: "Le besoin qui a changé, sans rien d’intime : ce texte fait partie des preuves.",
      }),
      signe: champCase({ libelle: "La personne a signé cet accord" }),
    };
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, duree, motif, signe }) => {
    const faites = minutesFaites(etat.seances);
    return sauf(
      [
        pasAvant(date, etat.entretien?.date, "l’entretien préalable"),
        duree === 0 && refus("duree", "Indiquez la nouvelle durée du bilan."),
        duree > 0 &&
          duree < faites &&
          refus("duree", `${formatDuree(faites)} ont déjà eu lieu : la durée ne peut pas être plus courte.`),
        duree > 0 && duree === dureePrevue(etat) && refus("duree", "C’est déjà la durée prévue."),
      ],
      () => [
        dureeAjustee.nouveau(date, {
          duree,
          motif,
          signatures: signe ? [{ par: "beneficiaire", le: date }] : [],
        }),
      ],
    );
  },
});
