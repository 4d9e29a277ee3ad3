import { formatJour } from "../../../values/dates-fr.ts";
import { ajouterJours, ajouterMois, type Jour, jour, joursEntre } from "../../../values/jour.ts";
import type { Etat } from "../../etat.ts";
import { valeurOuPremiere } from "../../parameter.ts";
import { absenceCpf } from "../../parameters/absence-cpf.ts";
import { reponseAbsence } from "../../parameters/reponse-absence.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { absenceAutorisee, delaisDAbsence } from "../../textes/contrat.ts";
import { conforme, nonConforme, sansObjet } from "../../verdict.ts";
import { horsCpf } from "../c-cpf/cpf.ts";
import { enAttente } from "./engagement.ts";
import { absence, financement, PAS_COMMENCE, SANS_SUITE } from "./exemples.ts";

/** Days before the start; the longer delay when the calendar runs over six months or more. */
function delai(etat: Etat, debut: Jour): number {
  const { court, long } = valeurOuPremiere(absenceCpf, debut).value;
  const fin = etat.documentsSuivi.at(-1)?.fin ?? null;
  return fin !== null && fin >= ajouterMois(debut, 6) ? long : court;
}

export default defineRule({
  id: "B18",
  statement:
    "Sous CPF et sur le temps de travail, le salarié demande son absence 60 jours avant, 120 pour six mois et plus.",
  gravite: "conseil",
  effet: "tache",
  questions: [],
  sources: [delaisDAbsence, absenceAutorisee],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  reserve:
    "Cette demande lie la personne et son employeur ; aucun texte lu n’en fait une obligation de l’organisme.",
  remede:
    "le début est repoussé, ou le bilan a lieu hors du temps de travail, sans rien demander à l’employeur.",
  evaluate: (etat) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    if (etat.beneficiaire.statut !== "salarie") return sansObjet("La personne n’est pas salariée.");
    const surLeTemps = etat.financement!.surTempsDeTravail;
    if (surLeTemps === null) {
      return enAttente(etat, "Si le bilan a lieu sur le temps de travail.", { acte: "arreterFinancement" });
    }
    if (!surLeTemps) return sansObjet("Hors du temps de travail, l’employeur n’a pas à être informé.");
    const { demandeAbsence, commande } = etat;
    if (demandeAbsence === null) {
      const commence = jourDuDebut(etat);
      if (commence !== null) {
        return nonConforme(`Le bilan a commencé le ${formatJour(commence)} sans demande d’absence notée.`);
      }
      const prevu = commande?.debutPrevu ?? null;
      return enAttente(etat, "La demande d’absence du salarié à son employeur.", {
        acte: "demanderAbsence",
        ...(prevu === null ? {} : { echeance: ajouterJours(prevu, -delai(etat, prevu)) }),
      });
    }
    const { date, debut } = demandeAbsence;
    const jours = delai(etat, debut);
    if (joursEntre(date, debut) < jours) {
      return nonConforme(
        `Absence demandée le ${formatJour(date)} pour le ${formatJour(debut)} ; il fallait ${jours} jours, donc le ${formatJour(ajouterJours(debut, -jours))} au plus tard.`,
      );
    }
    const reponse = ajouterJours(date, valeurOuPremiere(reponseAbsence, date).value);
    return conforme(`Demande faite à temps ; sans réponse au ${formatJour(reponse)}, l’employeur accepte.`);
  },
  examples: [
    { cas: "demandée 60 jours avant", etat: absence("2026-07-30", "2026-09-28"), attendu: "conforme" },
    {
      cas: "demandée 59 jours avant",
      etat: absence("2026-07-31", "2026-09-28"),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "six mois de calendrier, 120 jours avant",
      etat: absence("2026-05-31", "2026-09-28", "2027-03-28"),
      attendu: "conforme",
    },
    {
      cas: "six mois de calendrier, 119 jours avant",
      etat: absence("2026-06-01", "2026-09-28", "2027-03-28"),
      attendu: "non_conforme",
    },
    {
      cas: "sur le temps de travail, sans demande",
      etat: financement({ surTempsDeTravail: true }),
      attendu: "non_conforme",
    },
    {
      cas: "demande à faire",
      etat: { ...financement({ surTempsDeTravail: true }), ...PAS_COMMENCE },
      attendu: "indetermine",
    },
    {
      cas: "temps de travail ou non : pas dit",
      etat: financement({ surTempsDeTravail: null }),
      attendu: "indetermine",
    },
    {
      cas: "sans suite",
      etat: { ...financement({ surTempsDeTravail: true }), ...SANS_SUITE },
      attendu: "sans_objet",
    },
    { cas: "hors du temps de travail", etat: {}, attendu: "sans_objet" },
  ],
});
