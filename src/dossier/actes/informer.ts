import { payeElleMeme } from "../../law/financeurs.ts";
import {
  POINTS_CPF,
  POINTS_DISTANCE,
  POINTS_INFORMATION,
  POINTS_PAYEUR,
  POINTS_RAPPEL,
} from "../../law/listes/points-information.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { contreSonNonALInformation } from "../apres-son-refus.ts";
import { champCase, champChoixMultiples, champJour } from "../champ.ts";
import { informationRemise } from "../faits/accueil.ts";
import { optionsMentions } from "../options-fin.ts";
import { payeParCpf } from "../options-financement.ts";
import { pasAvant, sauf } from "../refus.ts";

export const informer = defineActe({
  nom: "informer",
  titre: "Noter l’information remise",
  chapeau: "Ce que la personne doit avoir à sa disposition avant de s’inscrire.",
  nature: "constat",
  champs: (etat) => {
    // Nobody has said yet who pays: each of these points may be in what was handed over.
    const inconnu = etat.financement === null;
    return {
      date: champJour({ libelle: "Date de la remise" }),
      points: champChoixMultiples({
        libelle: "Ce que le document remis contient",
        aide: "Cochez seulement ce qui est écrit. La liste remplace la précédente.",
        min: 1,
        options: optionsMentions(
          POINTS_INFORMATION,
          inconnu || payeElleMeme(etat) ? POINTS_PAYEUR : [],
          POINTS_RAPPEL,
          inconnu || payeParCpf(etat) ? POINTS_CPF : [],
          POINTS_DISTANCE,
        ),
      }),
      signee: champCase({
        libelle: "La personne a signé un reçu",
        aide: "Aucun texte ne l’exige, mais sans reçu la remise se prouve mal.",
      }),
    };
  },
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    points: etat.information?.points ?? [],
  }),
  decider: (etat, { date, points, signee }) =>
    sauf(
      [pasAvant(date, etat.demande?.date, "la demande"), signee && contreSonNonALInformation(etat)],
      () => [
        informationRemise.nouveau(date, {
          points,
          signatures: signee ? [{ par: "beneficiaire", le: date }] : [],
        }),
      ],
    ),
});
