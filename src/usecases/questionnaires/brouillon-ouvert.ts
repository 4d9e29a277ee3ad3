import { questionnaireOuvert } from "../../dossier/questionnaire/ouvert.ts";
import type { Moment } from "../../dossier/questionnaire/questions.ts";
import { lireBrouillons } from "../../store/brouillons.ts";
import { type Tx, transactionDeLecture } from "../../store/connexion.ts";
import { ouvrir } from "../../vault/contenu.ts";
import { chargerDossier, cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";

export interface ReponseEnCours {
  texte: string;
  version: number;
}

/** The place of one answer: it opens nowhere else. */
export const lieuDuBrouillon = (
  organismeId: string,
  dossierId: string,
  moment: Moment,
  question: string,
  version: number,
) => ({ organismeId, dossierId, contenuId: `brouillon/${moment}/${question}`, version });

/** The answers written so far, opened, by question. */
export async function ouvrirBrouillons(
  maison: Maison,
  tx: Tx,
  { id }: DossierCharge,
  moment: Moment,
): Promise<Map<string, ReponseEnCours>> {
  const lus = await lireBrouillons(tx, id, moment);
  if (lus.length === 0) return new Map();
  const cle = await cleDuDossier(maison, tx, id, "contenu");
  return new Map(
    lus.map(({ question, version, scelle }) => {
      const lieu = lieuDuBrouillon(tx.organismeId, id, moment, question, version);
      return [question, { version, texte: ouvrir(cle, lieu, Buffer.from(scelle)).toString("utf8") }];
    }),
  );
}

/** The set of questions that waits for the person, with what she wrote of it; undefined when none does. */
export async function lireQuestionnaire(
  maison: Maison,
  auteur: Auteur,
  reference: string,
): Promise<{ moment: Moment; reponses: Map<string, ReponseEnCours> } | undefined> {
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    const moment = dossier === undefined ? null : questionnaireOuvert(dossier.etat);
    if (dossier === undefined || moment === null) return undefined;
    return { moment, reponses: await ouvrirBrouillons(maison, tx, dossier, moment) };
  });
}
