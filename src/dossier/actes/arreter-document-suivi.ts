import { minutesFaites } from "../../law/heures.ts";
import { plafondHeures } from "../../law/parameters/plafond-heures.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { formatDuree } from "../../values/duree.ts";
import { defineActe } from "../acte.ts";
import {
  champChoix,
  champChoixMultiples,
  champDuree,
  champJour,
  champNombre,
  champOuiNon,
} from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { documentSuiviArrete } from "../faits/deroulement.ts";
import { optionsModalite } from "../options.ts";
import { phasesCompletes } from "../phases.ts";
import { valeursDuDocumentSuivi } from "../proposition-suivi.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

const signataires = [
  { valeur: "beneficiaire", libelle: "La personne" },
  { valeur: "conseiller", libelle: "Son conseiller" },
] as const;

export const arreterDocumentSuivi = defineActe({
  nom: "arreterDocumentSuivi",
  titre: "Arrêter le document de suivi",
  chapeau: "Combien de séances, quand et comment : décidé avec la personne, pendant la phase préliminaire.",
  nature: "decision",
  champs: {
    date: champJour({ libelle: "Date de la décision" }),
    seances: champNombre({ libelle: "Nombre de séances", min: 1, max: 200 }),
    duree: champDuree({
      libelle: "Durée en tout",
      aide: `Le temps en face à face, ${formatDuree(derniereValeur(plafondHeures))} au plus.`,
    }),
    preliminaire: champDuree({ libelle: "Dont phase préliminaire" }),
    investigation: champDuree({ libelle: "Dont phase d’investigation" }),
    conclusion: champDuree({ libelle: "Dont phase de conclusion" }),
    debut: champJour({ libelle: "Première séance" }),
    fin: champJour({
      libelle: "Dernière séance",
      aide: "Une fin plus tardive ne se justifie ensuite que par un événement inattendu.",
    }),
    modalite: champChoix({ libelle: "Comment", options: optionsModalite }),
    conjointement: champOuiNon({ libelle: "Décidé avec la personne" }),
    disponibiliteVerifiee: champOuiNon({
      libelle: "Sa disponibilité a été vérifiée",
      aide: "Congés, immersions, entretiens d’embauche : cela se prévoit maintenant.",
    }),
    signataires: champChoixMultiples({ libelle: "Qui l’a signé", options: signataires }),
  },
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    ...valeursDuDocumentSuivi(etat),
  }),
  decider: (etat, s) => {
    const { date, preliminaire, investigation, conclusion, signataires: qui, ...d } = s;
    const phases = { preliminaire, investigation, conclusion };
    const faites = minutesFaites(etat.seances);
    return sauf(
      [
        pasAvant(date, etat.entretien?.date, "l’entretien préalable"),
        pasAvant(d.fin, d.debut, "la première séance", "fin"),
        d.duree === 0 && refus("duree", "Indiquez la durée du bilan."),
        d.duree > 0 &&
          d.duree < faites &&
          refus("duree", `${formatDuree(faites)} ont déjà eu lieu : la durée ne peut pas être plus courte.`),
        phasesCompletes(d.duree, phases),
      ],
      () => [
        documentSuiviArrete.nouveau(date, {
          ...d,
          phases,
          signatures: qui.map((par) => ({ par, le: date })),
        }),
      ],
    );
  },
});
