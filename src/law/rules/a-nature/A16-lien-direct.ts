import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { enumeration } from "../../calcul/phrases.ts";
import type { Etat } from "../../etat.ts";
import { RUBRIQUES_A_PESER, RUBRIQUES_EXCLUES } from "../../lexique/rubriques-sans-lien.ts";
import { defineRule } from "../../rule.ts";
import { code, lecture, secondaire } from "../../sources.ts";
import { lienDirectEtNecessaire } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { trace } from "../d-preuve/exemples.ts";

const RESERVE_EXCLUES =
  "La loi demande un lien direct et nécessaire sans lister les questions : celles-ci en sont dépourvues d’après notre lecture.";
const RESERVE_LISTE =
  "La loi demande un lien direct et nécessaire sans lister les questions : une contrainte du projet peut justifier celle-ci.";
const RESERVE_TEST =
  "Le consentement à chaque test vient d’une charte de la profession, connue par une source secondaire ; la loi le demande pour le bilan.";

/** The names of the headings asked that a list holds, each once. */
function demandees(etat: Etat, liste: Readonly<Record<string, string>>): string[] {
  const noms = new Set<string>();
  const noter = (rubrique: string) => {
    const nom = Object.hasOwn(liste, rubrique) ? liste[rubrique] : undefined;
    if (nom !== undefined) noms.add(nom);
  };
  for (const rubrique of etat.demande?.donneesDemandees ?? []) noter(rubrique);
  for (const q of etat.questionnaires) for (const rubrique of q.rubriques) noter(rubrique);
  return [...noms];
}

const questionnaire = (...rubriques: string[]) => ({
  questionnaires: [{ ...BILAN.questionnaires[0]!, rubriques }],
});

export default defineRule({
  id: "A16",
  statement: "On ne demande à la personne que ce qui a un lien direct et nécessaire avec son bilan.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q3"],
  sources: [
    lienDirectEtNecessaire,
    code("L6353-9", "LEGIARTI000037386169"),
    lecture("Liste des rubriques sans lien avec un projet professionnel"),
    secondaire("Charte FFPABC, consentement à chaque outil", "2026-11-23"),
  ],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: "ces questions sont retirées du questionnaire et leurs réponses effacées.",
  evaluate: (etat) => {
    const exclues = demandees(etat, RUBRIQUES_EXCLUES);
    if (exclues.length > 0) {
      return nonConforme(
        `On a demandé ${enumeration(exclues)} : cela n’a pas de lien direct et nécessaire avec un bilan.`,
        RESERVE_EXCLUES,
      );
    }
    const aPeser = demandees(etat, RUBRIQUES_A_PESER);
    if (aPeser.length > 0) {
      return nonConforme(
        `On a demandé ${enumeration(aPeser)} : le lien avec le bilan n’est pas dit.`,
        RESERVE_LISTE,
      );
    }
    const test = etat.tests.find((t) => !t.consentement);
    if (test !== undefined) {
      return nonConforme(`Le test « ${test.instrument} » a été utilisé sans accord noté.`, RESERVE_TEST);
    }
    if (etat.demande === null && etat.questionnaires.length === 0) {
      return indetermine("Ce qui est demandé à la personne.", { acte: "remplirQuestionnaire" });
    }
    return conforme("Rien n’a été demandé qui soit étranger au bilan.");
  },
  examples: [
    { cas: "parcours, motivations, contraintes", etat: {}, attendu: "conforme" },
    {
      cas: "la religion est demandée",
      etat: questionnaire("parcours", "religion"),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "l’appartenance syndicale est demandée : la liste est notre lecture",
      etat: questionnaire("parcours", "syndicat"),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "les opinions sont demandées dès la demande",
      etat: { demande: { ...BILAN.demande!, donneesDemandees: ["identite", "opinions"] } },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "la santé est demandée",
      etat: questionnaire("parcours", "sante"),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "un test sans accord noté",
      etat: {
        tests: [
          {
            ...trace("2026-10-19"),
            instrument: "Inventaire d’intérêts",
            reserve: "aucune",
            intervenant: "nadia",
            consentement: false,
          },
        ],
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "un mot de programmation n’est pas une rubrique",
      etat: questionnaire("constructor"),
      attendu: "conforme",
    },
    { cas: "rien de demandé encore", etat: { demande: null, questionnaires: [] }, attendu: "indetermine" },
  ],
});
