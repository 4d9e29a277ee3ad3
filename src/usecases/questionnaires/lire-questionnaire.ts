import { questionnaireOuvert } from "../../dossier/questionnaire/ouvert.ts";
import type { Moment } from "../../dossier/questionnaire/questions.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { ouvrirBrouillons, type TexteEnCours } from "../brouillons/ouvrir-brouillons.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";

/** The set of questions that waits for the person, with what she wrote of it; undefined when none does. */
export async function lireQuestionnaire(
  maison: Maison,
  auteur: Auteur,
  reference: string,
): Promise<{ moment: Moment; reponses: Map<string, TexteEnCours> } | undefined> {
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    const moment = dossier === undefined ? null : questionnaireOuvert(dossier.etat);
    if (dossier === undefined || moment === null) return undefined;
    return { moment, reponses: await ouvrirBrouillons(maison, tx, dossier, moment) };
  });
}
