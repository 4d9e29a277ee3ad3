import { questionnaireOuvert } from "../../dossier/questionnaire/ouvert.ts";
import type { Moment } from "../../dossier/questionnaire/questions.ts";
import { type Tx, transactionDeLecture } from "../../store/connexion.ts";
import { type Brouillon, lireBrouillons } from "../../store/dossier/brouillons.ts";
import type { Instant } from "../../values/instant.ts";
import { ouvrir } from "../../vault/contenu.ts";
import { chargerDossier, cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";

export interface TexteGarde {
  texte: string;
  version: number;
  le: Instant;
}

/** What is kept of one answer, and what an older page wrote beside it: the person has not chosen yet. */
export interface ReponseEnCours extends TexteGarde {
  aPart: TexteGarde | null;
}

/** The place of one answer: it opens nowhere else. */
export const lieuDuBrouillon = (
  organismeId: string,
  dossierId: string,
  moment: Moment,
  { question, version, aPart }: Pick<Brouillon, "question" | "version" | "aPart">,
) => ({
  organismeId,
  dossierId,
  contenuId: `brouillon/${moment}/${question}${aPart ? "/a-part" : ""}`,
  version,
});

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
  const lire = (b: Brouillon): TexteGarde => {
    const lieu = lieuDuBrouillon(tx.organismeId, id, moment, b);
    const texte = ouvrir(cle, lieu, Buffer.from(b.scelle)).toString("utf8");
    return { texte, version: b.version, le: b.modifieLe as Instant };
  };
  const aPart = new Map(lus.filter((b) => b.aPart).map((b) => [b.question, lire(b)]));
  return new Map(
    lus
      .filter((b) => !b.aPart)
      .map((b) => {
        const tenu = lire(b);
        const autre = aPart.get(b.question);
        return [
          b.question,
          { ...tenu, aPart: autre === undefined || autre.texte === tenu.texte ? null : autre },
        ];
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
