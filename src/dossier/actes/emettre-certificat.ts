import { minutesFaites } from "../../law/heures.ts";
import { jourDeLaFin } from "../../law/reference-day.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { formatDuree } from "../../values/duree.ts";
import { defineActe } from "../acte.ts";
import { champDuree, champJour } from "../champ.ts";
import { certificatEmis } from "../faits/fin.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

export const emettreCertificat = defineActe({
  nom: "emettreCertificat",
  titre: "Émettre le certificat de réalisation",
  chapeau: "Il dit les heures faites, et rien du contenu du bilan. Il accompagne la facture.",
  nature: "decision",
  champs: {
    date: champJour({ libelle: "Date du certificat" }),
    minutes: champDuree({ libelle: "Heures réellement faites", aide: "Celles des séances tenues." }),
  },
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    minutes: formatDuree(minutesFaites(etat.seances)),
  }),
  decider: (etat, { date, minutes }) => {
    const faites = minutesFaites(etat.seances);
    return sauf(
      [
        pasAvant(date, jourDeLaFin(etat), "la fin du bilan"),
        minutes > faites &&
          refus("minutes", `Les séances tenues font ${formatDuree(faites)} : un certificat ne dit pas plus.`),
      ],
      () => [certificatEmis.nouveau(date, { minutes })],
    );
  },
});
