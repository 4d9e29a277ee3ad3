import { questionnaireOuvert } from "../../dossier/questionnaire/ouvert.ts";
import { type Moment, questionDeNom } from "../../dossier/questionnaire/questions.ts";
import { ecrireBrouillon } from "../../store/brouillons.ts";
import { transaction } from "../../store/connexion.ts";
import { sceller } from "../../vault/contenu.ts";
import { chargerDossier, cleDuDossier } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";
import { lieuDuBrouillon, ouvrirBrouillons, type ReponseEnCours } from "./brouillon-ouvert.ts";

/** As long as an answer may be. */
export const LONGUEUR_MAX = 20_000;

export type Enregistrement =
  | { issue: "enregistre"; version: number }
  /** A newer text is kept, from another page or device: nothing was written, and here it is. */
  | { issue: "plus_recente"; gardee: ReponseEnCours }
  | { issue: "trop_long" }
  | { issue: "ferme" };

/** Keeps one answer, sealed, as she goes. `vu`: the version that her page showed, 0 before any. */
export async function enregistrerReponse(
  maison: Maison,
  auteur: Auteur,
  {
    reference,
    moment,
    question,
    texte,
    vu,
  }: { reference: string; moment: Moment; question: string; texte: string; vu: number },
): Promise<Enregistrement> {
  const net = texte.replace(/\r\n?/g, "\n").normalize("NFC");
  if (net.length > LONGUEUR_MAX) return { issue: "trop_long" };
  return await transaction(maison.base, auteur, async (tx): Promise<Enregistrement> => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || questionnaireOuvert(dossier.etat) !== moment) return { issue: "ferme" };
    if (questionDeNom(question) === undefined) return { issue: "ferme" };
    const cle = await cleDuDossier(maison, tx, dossier.id, "contenu");
    const lieu = lieuDuBrouillon(tx.organismeId, dossier.id, moment, question, vu + 1);
    const scelle = sceller(cle, lieu, new TextEncoder().encode(net));
    const ecrit = await ecrireBrouillon(tx, dossier.id, moment, {
      question,
      vu,
      scelle,
      modifieLe: maison.horloge(),
    });
    if (ecrit) return { issue: "enregistre", version: vu + 1 };
    const gardee = (await ouvrirBrouillons(maison, tx, dossier, moment)).get(question);
    if (gardee === undefined) return { issue: "ferme" };
    // The same words sent twice are no conflict.
    return gardee.texte === net
      ? { issue: "enregistre", version: gardee.version }
      : { issue: "plus_recente", gardee };
  });
}
