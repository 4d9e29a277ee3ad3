import { motifPropose } from "../../law/calcul/motif-sortie.ts";
import { formatTaux, tauxRealisation } from "../../law/calcul/taux-realisation.ts";
import type { Etat } from "../../law/etat.ts";
import { dureePrevue, minutesFaites } from "../../law/heures.ts";
import { declarationSortie } from "../../law/parameters/declaration-sortie.ts";
import { jourDeLaFin } from "../../law/reference-day.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { formatDuree } from "../../values/duree.ts";
import { defineActe } from "../acte.ts";
import {
  champChoix,
  champDuree,
  champJour,
  champMontant,
  champOuiNon,
  champTaux,
  champTexteLong,
  facultatif,
} from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { serviceFaitDeclare } from "../faits/fin.ts";
import { optionsMotifs } from "../options-fin.ts";
import { pasAvant, sauf } from "../refus.ts";

/** Done out of planned, in words, and the rate it gives; null while no length is agreed. */
function tauxDesFaits(etat: Etat): { taux: number; aide: string } | null {
  const faites = minutesFaites(etat.seances);
  const prevues = dureePrevue(etat);
  const taux = prevues === null ? null : tauxRealisation(faites, prevues);
  if (prevues === null || taux === null) return null;
  return {
    taux,
    aide: `${formatDuree(faites)} faites sur ${formatDuree(prevues)} prévues : ${formatTaux(taux)}.`,
  };
}

function champs(etat: Etat) {
  const motif = motifPropose(etat);
  return {
    date: champJour({ libelle: "Date de la déclaration" }),
    sortieLe: champJour({
      libelle: "Date réelle de la sortie",
      aide: "Le dernier rendez-vous, ou le jour de l’arrêt.",
    }),
    motif: champChoix({
      libelle: "Motif de sortie",
      aide: motif?.pourquoi ?? "Les faits notés ne suffisent pas à proposer un motif.",
      options: optionsMotifs,
    }),
    minutesDeclarees: champDuree({ libelle: "Heures faites", aide: "Le temps réel en face à face." }),
    tauxDeclare: champTaux({
      libelle: "Taux de réalisation, en pour cent",
      aide: tauxDesFaits(etat)?.aide ?? "Aucune durée n’est convenue : le taux ne se calcule pas.",
    }),
    explication: facultatif(
      champTexteLong({
        libelle: "Explication",
        aide: "À remplir si le taux ou les heures ne sont pas ceux que les faits donnent.",
      }),
    ),
    montantSimule: facultatif(
      champMontant({ libelle: "Montant annoncé par EDOF", aide: "Celui de la simulation." }),
    ),
    titulaireInforme: champOuiNon({
      libelle: "La personne connaît ce motif et ce taux",
      aide: "Dites-lui aussi qu’elle peut réclamer auprès de la Caisse des Dépôts.",
    }),
  };
}

export const declarerServiceFait = defineActe({
  nom: "declarerServiceFait",
  titre: "Déclarer la sortie et le service fait",
  chapeau: `Si le CPF paie, faites la même déclaration dans EDOF, en ${derniereValeur(declarationSortie)} jours ouvrés après la fin.`,
  nature: "decision",
  champs,
  valeurs: (etat, contexte) => {
    const fin = jourDeLaFin(etat);
    const taux = tauxDesFaits(etat)?.taux;
    return {
      date: formatJourSaisie(contexte.au),
      sortieLe: fin === null ? "" : formatJourSaisie(fin),
      motif: motifPropose(etat)?.motif ?? "",
      minutesDeclarees: formatDuree(minutesFaites(etat.seances)),
      tauxDeclare: taux === undefined ? "" : String(taux / 100).replace(".", ","),
    };
  },
  decider: (_, { date, ...donnees }) =>
    sauf([pasAvant(date, donnees.sortieLe, "la sortie")], () => [serviceFaitDeclare.nouveau(date, donnees)]),
});
