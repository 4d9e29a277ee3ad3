import type { Questionnaire } from "../../law/etat.ts";

/** One question asked to the person alone; `rubrique` is the heading that the fact keeps. */
export interface Question {
  id: string;
  rubrique: string;
  question: string;
  aide: string;
}

/**
 * The questions of discovery, asked before the sale and again in the first phase (question 3 of the webinar). Each has
 * a direct and necessary link with her project (R6313-4 1°, L6313-4): nothing of health, family, opinions.
 */
export const QUESTIONS: readonly Question[] = [
  {
    id: "parcours",
    rubrique: "parcours",
    question: "Quel est votre parcours ?",
    aide: "Vos emplois, vos missions, vos pauses. Les grandes lignes suffisent.",
  },
  {
    id: "motivations",
    rubrique: "motivations",
    question: "Pourquoi faire ce bilan maintenant ?",
    aide: "Ce qui vous pousse à changer, ou à faire le point.",
  },
  {
    id: "attentes",
    rubrique: "attentes",
    question: "Qu’attendez-vous de ce bilan ?",
    aide: "Ce que vous voulez savoir ou décider à la fin.",
  },
  {
    id: "competences",
    rubrique: "competences",
    question: "Que savez-vous bien faire ?",
    aide: "Au travail et ailleurs.",
  },
  {
    id: "interets",
    rubrique: "interets",
    question: "Qu’aimez-vous faire ?",
    aide: "Ce qui vous donne de l’énergie, et ce qui vous en prend.",
  },
  {
    id: "contraintes",
    rubrique: "contraintes",
    question: "De quoi faut-il tenir compte ?",
    aide: "Vos horaires, vos trajets, le lieu où vous voulez travailler.",
  },
  {
    id: "projet",
    rubrique: "projet",
    question: "Avez-vous déjà une idée de projet ?",
    aide: "Une idée vague compte aussi. Vous pouvez dire que vous ne savez pas.",
  },
];

export type Moment = Questionnaire["moment"];
export const MOMENTS: readonly Moment[] = ["entretien", "preliminaire"];

/** The question of that id, as an address or a form sends it; undefined for anything else. */
export function questionDeNom(id: string): Question | undefined {
  return QUESTIONS.find((q) => q.id === id);
}

/** The answers as one text, each under its question: what is read back, signed and sealed. */
export function texteDesReponses(reponses: ReadonlyMap<string, string>): string {
  return QUESTIONS.flatMap(({ id, question }) => {
    const texte = reponses.get(id)?.trim() ?? "";
    return texte === "" ? [] : [`${question}\n${texte}`];
  }).join("\n\n");
}
