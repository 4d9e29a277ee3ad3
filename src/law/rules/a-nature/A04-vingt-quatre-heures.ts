import { formatDuree, heures, type Minutes, minutes } from "../../../values/duree.ts";
import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { devisDeReference } from "../../calcul/devis-de-reference.ts";
import { dureePrevue, minutesEngagees } from "../../heures.ts";
import { valeurAu } from "../../parameter.ts";
import { plafondHeures } from "../../parameters/plafond-heures.ts";
import { jourDeReference } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { lecture, webinaire } from "../../sources.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { avecSeance } from "../d-preuve/exemples.ts";

const devis = (duree: Minutes, travailPersonnel: Minutes) => ({
  devis: [{ ...BILAN.devis[0]!, duree, travailPersonnel }],
});

const TRAVAIL_PERSONNEL =
  "Aucun texte lu ne dit si le travail personnel compte dans ce plafond : seules les heures d’accompagnement y sont tenues.";

export default defineRule({
  id: "A04",
  statement: "Un bilan de compétences dure au plus 24 heures.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q5", "Q6", "Q7"],
  sources: [
    plafondHeures.values[0]!.source,
    webinaire(6),
    lecture("Le plafond est celui des heures d’accompagnement ; au-delà avec le travail personnel, prudence"),
  ],
  inForce: { from: jour("2019-01-01"), until: null, repere: "debut" },
  remede: "les heures prévues et faites restent à 24 h ou moins.",
  // Whether personal work counts is said nowhere: the hours with a counsellor are held against the cap, and the
  // total is said when it goes beyond.
  evaluate: (etat, au) => {
    const plafond = valeurAu(plafondHeures, jourDeReference(etat, "debut", au));
    if (plafond === null) return indetermine("Le plafond d’heures à la date du bilan.");
    const prevue = dureePrevue(etat);
    const engagees = minutesEngagees(etat.seances);
    const duree = Math.max(prevue ?? 0, engagees);
    if (duree > plafond.value) {
      const quoi = engagees >= (prevue ?? 0) ? "au calendrier" : "convenues";
      return nonConforme(
        `${formatDuree(duree)} ${quoi} : c’est ${formatDuree(duree - plafond.value)} de trop.`,
      );
    }
    if (prevue === null) return indetermine("La durée prévue du bilan.", { acte: "emettreDevis" });
    const total = duree + (devisDeReference(etat)?.travailPersonnel ?? 0);
    return total > plafond.value
      ? nonConforme(
          `${formatDuree(duree)} d’accompagnement et ${formatDuree(total - duree)} de travail personnel : ${formatDuree(total)} en tout, au-delà de ${formatDuree(plafond.value)}.`,
          TRAVAIL_PERSONNEL,
        )
      : conforme(`${formatDuree(duree)} d’accompagnement, dans la limite de ${formatDuree(plafond.value)}.`);
  },
  examples: [
    {
      cas: "24 h juste",
      etat: { ...devis(heures(24), heures(0)), documentsSuivi: [], ajustements: [] },
      attendu: "conforme",
    },
    { cas: "24 h juste, travail personnel compris", etat: devis(heures(20), heures(4)), attendu: "conforme" },
    {
      cas: "une minute de plus avec le travail personnel",
      etat: devis(heures(20), minutes(4 * 60 + 1)),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "trop d’accompagnement, quel que soit le travail personnel",
      etat: { ...devis(minutes(24 * 60 + 1), heures(8)), documentsSuivi: [], ajustements: [] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "une minute de plus",
      etat: { documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, duree: minutes(24 * 60 + 1) }] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "24 h 30 prévues au document de suivi",
      etat: { documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, duree: minutes(24 * 60 + 30) }] },
      attendu: "non_conforme",
    },
    {
      cas: "20 h convenues, 24 h 10 tenues",
      etat: avecSeance(9, { prevu: minutes(400), fait: minutes(400) }),
      attendu: "non_conforme",
    },
    {
      cas: "une séance annulée ne compte pas",
      etat: avecSeance(9, { statut: "annulee", prevu: minutes(400), fait: minutes(0) }),
      attendu: "conforme",
    },
    {
      cas: "24 h engagées, ramenées à 18 h avec la personne",
      etat: {
        documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, duree: heures(24) }],
        ajustements: [
          {
            date: jour("2026-10-20"),
            consigneLe: jour("2026-10-20"),
            fait: "f91",
            duree: heures(18),
            motif: "projet déjà clair",
            signatures: [],
          },
        ],
      },
      attendu: "conforme",
    },
    {
      cas: "aucune durée encore",
      etat: { devis: [], documentsSuivi: [], ajustements: [], seances: [] },
      attendu: "indetermine",
    },
  ],
});
