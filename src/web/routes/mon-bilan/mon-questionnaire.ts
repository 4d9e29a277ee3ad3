import type { Context } from "hono";
import { lireQuestionnaire } from "../../../usecases/questionnaires/lire-questionnaire.ts";
import type { Env } from "../../contexte.ts";

/** The questions that wait for the person who is signed in, with what she wrote of them; undefined when none do. */
export async function monQuestionnaire(c: Context<Env>, options: { avecPremieres?: boolean } = {}) {
  const { auteur, dossier } = c.get("moi");
  return dossier === null
    ? undefined
    : await lireQuestionnaire(c.get("portes").maison, auteur, dossier, options);
}
