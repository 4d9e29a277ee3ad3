import { accorder } from "../../../values/accorder.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { prudentHorsCpf } from "../../calcul/attente-de-la-cdc.ts";
import { estClos } from "../../calcul/clos.ts";
import { estPartiel, sansSuite } from "../../calcul/deroulement.ts";
import { PREVISIBLES } from "../../calcul/evenements.ts";
import { premiereSeance, SUITE_DU_PRELIMINAIRE } from "../../calcul/premiere-seance.ts";
import type { EvenementEtalement } from "../../etat.ts";
import { valeurOuPremiere } from "../../parameter.ts";
import { evenementsRepetes } from "../../parameters/evenements-repetes.ts";
import { jourDeReference } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { abandon, enCours, jamaisCommence, trace } from "../d-preuve/exemples.ts";

const SEUIL = evenementsRepetes.values[0]!;
const RESERVE_SEUIL =
  "Ce seuil est une pratique, pas la loi : PMSMP et rencontres de métier sont permises tant qu’elles n’étalent pas le bilan par système.";

const pmsmp = (date: string): EvenementEtalement => ({
  ...trace(date),
  nature: "pmsmp",
  preuve: "convention de PMSMP",
  jusquAu: null,
});

const SUIVI = BILAN.documentsSuivi[0]!;

export default defineRule({
  id: "A18",
  statement:
    "La disponibilité de la personne est vérifiée à l’entretien préalable et en phase préliminaire, pour ne pas étaler le bilan.",
  gravite: "mineure",
  effet: "alerte",
  questions: ["Q11"],
  sources: [webinaire(11), SEUIL.source],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "debut" },
  avant: AVANT_LES_REPONSES,
  remede:
    "la disponibilité est vérifiée aux deux moments, et le calendrier prévoit déjà les rencontres et les PMSMP.",
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    if (etat.entretien !== null && !etat.entretien.disponibiliteVerifiee) {
      return prudentHorsCpf(
        etat,
        nonConforme(
          `La disponibilité n’a pas été vérifiée à l’entretien du ${formatJour(etat.entretien.date)}.`,
        ),
      );
    }
    const verifiee = etat.documentsSuivi.some((d) => d.disponibiliteVerifiee);
    const suite = premiereSeance(etat, "tenue", SUITE_DU_PRELIMINAIRE);
    if (!verifiee && suite !== null) {
      return prudentHorsCpf(
        etat,
        nonConforme(
          `La disponibilité n’a pas été vérifiée en phase préliminaire, avant la séance du ${formatJour(suite.date)}.`,
        ),
      );
    }
    let previsibles = 0;
    for (const e of etat.etalements) if (PREVISIBLES.has(e.nature)) previsibles += 1;
    const seuil = valeurOuPremiere(evenementsRepetes, jourDeReference(etat, "debut", au));
    if (previsibles >= seuil.value) {
      return nonConforme(
        `${accorder(previsibles, "allongement")} pour PMSMP, rencontre de métier ou convenance : cela se prévoit dès le départ.`,
        RESERVE_SEUIL,
      );
    }
    if (etat.entretien === null) {
      return indetermine("La disponibilité de la personne, à vérifier à l’entretien.", {
        acte: "noterEntretien",
      });
    }
    if (!verifiee) {
      if (estPartiel(etat) || estClos(etat, au)) {
        return sansObjet("Le bilan s’est arrêté pendant la phase préliminaire.");
      }
      return indetermine("La disponibilité de la personne, à vérifier en phase préliminaire.", {
        echeance: premiereSeance(etat, "prevue", SUITE_DU_PRELIMINAIRE)?.date,
        acte: "arreterDocumentSuivi",
      });
    }
    return conforme("La disponibilité a été vérifiée à l’entretien et en phase préliminaire.");
  },
  examples: [
    { cas: "vérifiée aux deux moments", etat: {}, attendu: "conforme" },
    {
      cas: "pas vérifiée à l’entretien",
      etat: { entretien: { ...BILAN.entretien!, disponibiliteVerifiee: false } },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "pas vérifiée en phase préliminaire",
      etat: { documentsSuivi: [{ ...SUIVI, disponibiliteVerifiee: false }] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "pas vérifiée en phase préliminaire, bilan payé par un OPCO",
      etat: {
        documentsSuivi: [{ ...SUIVI, disponibiliteVerifiee: false }],
        financement: { ...BILAN.financement!, financeurs: ["opco"] },
      },
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "une PMSMP", etat: { etalements: [pmsmp("2026-10-20")] }, attendu: "conforme" },
    {
      cas: "deux PMSMP",
      etat: { etalements: [pmsmp("2026-10-20"), pmsmp("2026-11-03")] },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "première séance tenue, document de suivi à faire",
      etat: { ...enCours(1), documentsSuivi: [] },
      au: "2026-09-29",
      attendu: "indetermine",
    },
    {
      cas: "pas encore d’entretien",
      etat: { ...enCours(0), entretien: null, entree: null },
      attendu: "indetermine",
    },
    {
      cas: "abandon en phase préliminaire",
      etat: { ...abandon(1), documentsSuivi: [] },
      attendu: "sans_objet",
    },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
