import type { Context } from "hono";
import type { Brut } from "../../../dossier/acte.ts";
import type { Moment, Question } from "../../../dossier/questionnaire/questions.ts";
import type { ReponseSaisie } from "../../../usecases/questionnaires/enregistrer-reponse.ts";
import { pageQuiEcrit } from "../../brouillon.ts";
import type { Env } from "../../contexte.ts";

/** What a page sends of one answer; null when it was drawn for another set of questions. */
export function saisieDeReponse(
  c: Context<Env>,
  { question, moment, brut }: { question: Question; moment: Moment; brut: Brut },
): Omit<ReponseSaisie, "seule"> | null {
  const reference = c.get("moi").dossier;
  const [version, redaction, aPart] = [brut.version?.[0], brut.redaction?.[0], brut.aPart?.[0]];
  const ecrit = pageQuiEcrit({ version, redaction, aPart });
  if (reference === null || ecrit === null || (brut.moment?.[0] ?? moment) !== moment) return null;
  return { reference, moment, question: question.id, texte: brut.reponse?.[0] ?? "", ...ecrit };
}
