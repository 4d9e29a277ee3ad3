import { formatJour } from "../../../values/dates-fr.ts";
import { ajouterMois, jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { estClos } from "../../calcul/clos.ts";
import { estPartiel, finPrevue, sansSuite } from "../../calcul/deroulement.ts";
import type { Etat } from "../../etat.ts";
import { valeurAu } from "../../parameter.ts";
import { delaiSuivi } from "../../parameters/delai-suivi.ts";
import { jourDeLaFin } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { phaseConclusion } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { abandon, avecSeance, enCours, jamaisCommence, trace } from "../d-preuve/exemples.ts";

const propose = (le: string, changement: Partial<NonNullable<Etat["entretienSuivi"]>> = {}) => ({
  entretienSuivi: { ...BILAN.entretienSuivi!, ...trace(le), ...changement },
});

/** Foreseen with the person in a conclusion session, which is all that R6313-4 asks. */
function evoqueEnConclusion(etat: Etat): boolean {
  return etat.seances.some(
    (s) => s.statut === "tenue" && s.phase === "conclusion" && s.themes.includes("suivi"),
  );
}

function sansProposition(etat: Etat, termine: boolean): Verdict {
  if (evoqueEnConclusion(etat)) return conforme("L’entretien de suivi a été évoqué en séance de conclusion.");
  return termine
    ? nonConforme("Le bilan est terminé et aucun entretien de suivi n’a été proposé.")
    : indetermine("La proposition d’un entretien de suivi.", {
        echeance: finPrevue(etat),
        acte: "proposerSuivi",
      });
}

export default defineRule({
  id: "A13",
  statement: "La possibilité d’un entretien de suivi avec l’organisme est prévue avant la fin du bilan.",
  gravite: "majeure",
  effet: "tache",
  questions: ["Q17"],
  sources: [phaseConclusion, delaiSuivi.values[0]!.source],
  inForce: { from: jour("2019-01-01"), until: null, repere: "fin" },
  remede:
    "l’entretien de suivi est proposé pendant la phase de conclusion ; la personne reste libre de refuser.",
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    if (estPartiel(etat)) return sansObjet("Le bilan s’est arrêté avant son terme.");
    const suivi = etat.entretienSuivi;
    if (suivi === null) return sansProposition(etat, estClos(etat, au));
    const fin = jourDeLaFin(etat);
    if (fin !== null && suivi.date > fin && !evoqueEnConclusion(etat)) {
      return nonConforme(
        `L’entretien de suivi a été proposé le ${formatJour(suivi.date)}, après la fin du bilan le ${formatJour(fin)}.`,
      );
    }
    if (suivi.reponse === "accepte" && suivi.prevuLe === null && suivi.tenuLe === null) {
      const mois = fin === null ? null : valeurAu(delaiSuivi, fin);
      return indetermine("Une date pour l’entretien de suivi que la personne a accepté.", {
        echeance: fin === null || mois === null ? undefined : ajouterMois(fin, mois.value),
        acte: "proposerSuivi",
      });
    }
    return conforme(
      suivi.reponse === "refuse"
        ? "L’entretien de suivi a été proposé ; la personne n’en veut pas."
        : "L’entretien de suivi a été proposé avant la fin du bilan.",
    );
  },
  examples: [
    { cas: "proposé le dernier jour", etat: {}, attendu: "conforme" },
    {
      cas: "proposé le lendemain, jamais évoqué avant",
      etat: { ...avecSeance(9, { themes: ["etapes"] }), ...propose("2026-11-17") },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "refusé par la personne",
      etat: propose("2026-11-16", { reponse: "refuse" }),
      attendu: "conforme",
    },
    { cas: "évoqué en conclusion, rien de plus", etat: { entretienSuivi: null }, attendu: "conforme" },
    {
      cas: "bilan terminé, rien de proposé ni d’évoqué",
      etat: { ...avecSeance(9, { themes: ["etapes"] }), entretienSuivi: null },
      attendu: "non_conforme",
    },
    {
      cas: "accepté, sans date",
      etat: propose("2026-11-16", { reponse: "accepte", prevuLe: null }),
      attendu: "indetermine",
    },
    { cas: "investigation en cours", etat: enCours(5), au: "2026-10-27", attendu: "indetermine" },
    { cas: "abandon", etat: abandon(5), attendu: "sans_objet" },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
