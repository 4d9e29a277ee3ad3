import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { prudentAvant } from "../../calcul/avant-les-reponses.ts";
import { estClos } from "../../calcul/clos.ts";
import { estPartiel, sansSuite } from "../../calcul/deroulement.ts";
import { commenceAvant } from "../../calcul/ordre-des-seances.ts";
import { enumeration } from "../../calcul/phrases.ts";
import { premiereSeance, SUITE_DU_PRELIMINAIRE } from "../../calcul/premiere-seance.ts";
import type { Etat, Phase, Seance, Signature } from "../../etat.ts";
import { estSignee } from "../../heures.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { phasePreliminaire } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { abandon, enCours, jamaisCommence } from "../d-preuve/exemples.ts";

const FORME =
  "Aucun texte n’exige que la personne signe le document de suivi : sa signature prouve la décision commune.";

interface Manque {
  quoi: string;
  acte: string;
  /** Why it is not sure that this alone is a breach. */
  reserve?: string;
}

function signeParLaPersonne(signatures: readonly Signature[], avant: Jour | null): boolean {
  return signatures.some((x) => x.par === "beneficiaire" && (avant === null || x.le <= avant));
}

/** What the first phase must have given before the session `suite`; all of it while there is none yet. */
function manques(etat: Etat, suite: Seance | null): Manque[] {
  const avant = suite?.date ?? null;
  const preliminaires = etat.seances.filter(
    (s) => s.statut === "tenue" && s.phase === "preliminaire" && (suite === null || commenceAvant(s, suite)),
  );
  const analyse =
    etat.questionnaires.some((q) => q.moment === "preliminaire" && signeParLaPersonne(q.signatures, avant)) ||
    preliminaires.some(
      (s) => estSignee(s) && (s.themes.includes("analyse_demande") || s.themes.includes("analyse_besoin")),
    );
  const decides = etat.documentsSuivi.filter((d) => d.conjointement && (avant === null || d.date <= avant));
  const liste: Manque[] = [];
  if (preliminaires.length === 0) liste.push({ quoi: "une séance préliminaire", acte: "tenirSeance" });
  if (!analyse) liste.push({ quoi: "l’analyse signée du besoin", acte: "remplirQuestionnaire" });
  if (decides.length === 0) {
    liste.push({ quoi: "les modalités décidées avec la personne", acte: "arreterDocumentSuivi" });
  } else if (!decides.some((d) => signeParLaPersonne(d.signatures, avant))) {
    const quoi = "la signature de la personne sur les modalités décidées ensemble";
    liste.push({ quoi, acte: "arreterDocumentSuivi", reserve: FORME });
  }
  return liste;
}

const signe = (le: string): Signature[] => [{ par: "beneficiaire", le: jour(le) }];

/** A first session of that phase in January 2023, then an investigation session on `suite`; no document signed. */
const avant2023 = (suite: string, phase: Phase) => ({
  entree: null,
  documentsSuivi: [],
  seances: [
    { ...BILAN.seances[0]!, phase, date: jour("2023-01-10") },
    { ...BILAN.seances[2]!, date: jour(suite) },
  ].filter((s, i) => i === 1 || s.phase === "preliminaire"),
});

export default defineRule({
  id: "A09",
  statement:
    "La phase préliminaire vient d’abord : besoin analysé, format choisi, modalités décidées avec la personne.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q3"],
  sources: [phasePreliminaire, webinaire(3)],
  inForce: { from: jour("2019-01-01"), until: null, repere: "debut" },
  remede: "le besoin est analysé et les modalités sont décidées avec la personne avant l’investigation.",
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    const suite = premiereSeance(etat, "tenue", SUITE_DU_PRELIMINAIRE);
    const absents = manques(etat, suite);
    if (absents.length === 0)
      return conforme("Besoin analysé et modalités décidées ensemble, avant la suite.");
    const liste = enumeration(absents.map((m) => m.quoi));
    if (suite !== null) {
      const ecart = nonConforme(
        `La suite du bilan a commencé le ${formatJour(suite.date)} ; il manquait avant : ${liste}.`,
      );
      if (absents.every((m) => m.reserve !== undefined)) return { ...ecart, reserve: FORME };
      // R6313-4 asks for the phase itself; how it is proved was said by the official answers.
      return absents.some((m) => m.acte === "tenirSeance") ? ecart : prudentAvant(ecart, suite.date);
    }
    if (estPartiel(etat) || estClos(etat, au)) {
      return sansObjet("Le bilan s’est arrêté avant la phase d’investigation.");
    }
    const echeance = premiereSeance(etat, "prevue", SUITE_DU_PRELIMINAIRE)?.date;
    return indetermine(`Avant l’investigation : ${liste}.`, { echeance, acte: absents[0]!.acte });
  },
  examples: [
    {
      cas: "modalités non décidées, la suite commencée la veille des réponses officielles",
      etat: avant2023("2023-02-14", "preliminaire"),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "modalités non décidées, la suite commencée le jour des réponses officielles",
      etat: avant2023("2023-02-15", "preliminaire"),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "aucune séance préliminaire, quelle que soit l’année",
      etat: avant2023("2023-02-14", "investigation"),
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "questionnaire et document de suivi signés avant", etat: {}, attendu: "conforme" },
    {
      cas: "document de suivi signé le jour de la première investigation",
      etat: { documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, signatures: signe("2026-10-12") }] },
      attendu: "conforme",
    },
    {
      cas: "document de suivi signé le lendemain",
      etat: { documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, signatures: signe("2026-10-13") }] },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "document de suivi jamais signé, décidé ensemble",
      etat: { documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, signatures: [] }] },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "document de suivi arrêté le lendemain de la première investigation",
      etat: { documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, date: jour("2026-10-13") }] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "modalités imposées",
      etat: { documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, conjointement: false }] },
      attendu: "non_conforme",
    },
    {
      cas: "investigation commencée sans séance préliminaire",
      etat: { seances: BILAN.seances.slice(2) },
      attendu: "non_conforme",
    },
    {
      cas: "pas de questionnaire, mais l’analyse est un thème de séance signée",
      etat: { questionnaires: [] },
      attendu: "conforme",
    },
    {
      cas: "ni questionnaire ni thème d’analyse",
      etat: {
        questionnaires: [],
        seances: BILAN.seances.map((s) => ({ ...s, themes: s.phase === "preliminaire" ? [] : s.themes })),
      },
      attendu: "non_conforme",
    },
    {
      cas: "première séance tenue, document de suivi à faire",
      etat: { ...enCours(1), documentsSuivi: [] },
      au: "2026-09-29",
      attendu: "indetermine",
    },
    {
      cas: "abandon avant l’investigation",
      etat: { ...abandon(1), documentsSuivi: [] },
      attendu: "sans_objet",
    },
    { cas: "commande annulée", etat: { ...jamaisCommence, documentsSuivi: [] }, attendu: "sans_objet" },
  ],
});
