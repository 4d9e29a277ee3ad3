import type { Context } from "hono";
import type { Brut } from "../../../dossier/acte.ts";
import type { Moment, Question } from "../../../dossier/questionnaire/questions.ts";
import type { ReponseSaisie } from "../../../usecases/questionnaires/enregistrer-reponse.ts";
import { estUuid } from "../../../values/uuid.ts";
import type { Env } from "../../contexte.ts";

const entier = (texte: string | undefined): number | null => {
  const n = Number(texte ?? "");
  return texte !== undefined && Number.isSafeInteger(n) && n >= 0 ? n : null;
};

/** What a page sends of one answer; null when it was drawn for another set of questions. */
export function saisieDeReponse(
  c: Context<Env>,
  { question, moment, brut }: { question: Question; moment: Moment; brut: Brut },
): Omit<ReponseSaisie, "seule"> | null {
  const reference = c.get("moi").dossier;
  const vu = entier(brut.version?.[0] ?? "0");
  const redaction = brut.redaction?.[0] ?? "";
  if (reference === null || vu === null || (brut.moment?.[0] ?? moment) !== moment) return null;
  return {
    reference,
    moment,
    question: question.id,
    texte: brut.reponse?.[0] ?? "",
    vu,
    redaction: estUuid(redaction) ? redaction : null,
    aPartVu: entier(brut.aPart?.[0]),
  };
}
