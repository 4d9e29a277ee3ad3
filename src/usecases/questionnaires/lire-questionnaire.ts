import { questionnaireOuvert } from "../../dossier/questionnaire/ouvert.ts";
import type { Moment } from "../../dossier/questionnaire/questions.ts";
import { reponsesDuTexte } from "../../dossier/questionnaire/reponses-du-texte.ts";
import { type Tx, transactionDeLecture } from "../../store/connexion.ts";
import type { Jour } from "../../values/jour.ts";
import { ouvrirBrouillons, type TexteEnCours } from "../brouillons/ouvrir-brouillons.ts";
import { ouvrirContenus } from "../contenus/contenus-ouverts.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";

/** What she answered the first time, to be read beside what she writes now (question 3 of the webinar: compared). */
export interface PremieresReponses {
  le: Jour;
  parQuestion: ReadonlyMap<string, string>;
  /** What her counsellor typed under no question; empty otherwise. */
  hors: string;
}

export interface QuestionnaireLu {
  moment: Moment;
  reponses: Map<string, TexteEnCours>;
  /** null the first time, when no answer was kept then, and when it was not asked for. */
  premieres: PremieresReponses | null;
}

/**
 * The set of questions that waits for the person, with what she wrote of it; undefined when none does. `avecPremieres`
 * opens her first answers too.
 */
export async function lireQuestionnaire(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  { avecPremieres = false } = {},
): Promise<QuestionnaireLu | undefined> {
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    const moment = dossier === undefined ? null : questionnaireOuvert(dossier.etat);
    if (dossier === undefined || moment === null) return undefined;
    const reponses = await ouvrirBrouillons(maison, tx, dossier, moment);
    const premieres =
      avecPremieres && moment === "preliminaire" ? await premieresReponses(maison, tx, dossier) : null;
    return { moment, reponses, premieres };
  });
}

async function premieresReponses(
  maison: Maison,
  tx: Tx,
  dossier: DossierCharge,
): Promise<PremieresReponses | null> {
  const premier = dossier.etat.questionnaires.findLast((q) => q.moment === "entretien");
  const fait = dossier.faits.find((f) => f.id === premier?.fait);
  const id = (fait?.donnees as { reponses?: { id: string } | null } | undefined)?.reponses?.id;
  if (premier === undefined || id === undefined) return null;
  const texte = (await ouvrirContenus(maison, tx, dossier))?.get(id);
  return texte === undefined ? null : { le: premier.date, ...reponsesDuTexte(texte) };
}
