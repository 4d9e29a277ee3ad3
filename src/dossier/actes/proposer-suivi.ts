import type { Etat } from "../../law/etat.ts";
import { valeurOuPremiere } from "../../law/parameter.ts";
import { delaiSuivi } from "../../law/parameters/delai-suivi.ts";
import { jourDeLaFin } from "../../law/reference-day.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { ajouterMois, type Jour } from "../../values/jour.ts";
import { prochainJourOuvre } from "../../values/jours-ouvres.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champJour, facultatif } from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { suiviPropose } from "../faits/conclusion.ts";
import { dejaNote, pasAvant, sauf } from "../refus.ts";

const reponses = [
  { valeur: "accepte", libelle: "Elle accepte" },
  { valeur: "refuse", libelle: "Elle n’en veut pas" },
  { valeur: "attente", libelle: "Elle n’a pas encore répondu" },
] as const;

/** Six months after the end, as most centres do, on a working day. */
function dateHabituelle(etat: Etat, au: Jour): Jour {
  const mois = valeurOuPremiere(delaiSuivi, au).value;
  return prochainJourOuvre(ajouterMois(jourDeLaFin(etat) ?? au, mois), etat.organisme.territoire);
}

export const proposerSuivi = defineActe({
  nom: "proposerSuivi",
  titre: "Proposer l’entretien de suivi",
  chapeau: "À proposer avant la fin du bilan. La personne est libre de le refuser.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date de la proposition" }),
    prevuLe: facultatif(
      champJour({
        libelle: "Date proposée",
        aide: `Aucun texte ne fixe le délai. L’usage est de ${derniereValeur(delaiSuivi)} mois.`,
      }),
    ),
    reponse: champChoix({ libelle: "Sa réponse", options: reponses }),
  },
  obstacle: ({ entretienSuivi }) =>
    entretienSuivi?.tenuLe == null ? null : dejaNote("L’entretien de suivi a déjà eu lieu."),
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    prevuLe: formatJourSaisie(etat.entretienSuivi?.prevuLe ?? dateHabituelle(etat, contexte.au)),
    reponse: etat.entretienSuivi?.reponse ?? "",
  }),
  decider: (etat, { date, prevuLe, reponse }) =>
    sauf(
      [
        pasAvant(date, etat.entretien?.date, "l’entretien préalable"),
        pasAvant(prevuLe ?? date, date, "la proposition", "prevuLe"),
      ],
      () => [suiviPropose.nouveau(date, { prevuLe, reponse: reponse === "attente" ? null : reponse })],
    ),
});
