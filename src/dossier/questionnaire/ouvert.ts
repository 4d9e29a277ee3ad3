import type { Etat } from "../../law/etat.ts";
import { etapeDe } from "../etape.ts";
import { TRANSITIONS } from "../transitions.ts";
import type { Moment } from "./questions.ts";

/** Which set of questions waits for the person now: the first before anything binds her, then the second; null for none. */
export function questionnaireOuvert(etat: Etat): Moment | null {
  const etape = etapeDe(etat);
  if (!TRANSITIONS.remplirQuestionnaire!.includes(etape) || etat.destruction !== null) return null;
  const rempli = (moment: Moment) => etat.questionnaires.some((q) => q.moment === moment);
  if (etape === "accueil" || etape === "preparation") return rempli("entretien") ? null : "entretien";
  return rempli("preliminaire") ? null : "preliminaire";
}
