import { questionnaireOuvert } from "../../dossier/questionnaire/ouvert.ts";
import { type Moment, questionDeNom } from "../../dossier/questionnaire/questions.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import { ecrireBrouillon, effacerAPart, lireBrouillons } from "../../store/dossier/brouillons.ts";
import type { Instant } from "../../values/instant.ts";
import { sceller } from "../../vault/contenu.ts";
import { chargerDossier, cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";
import { lieuDuBrouillon, ouvrirBrouillons, type ReponseEnCours } from "./brouillon-ouvert.ts";

/** As long as an answer may be. */
const LONGUEUR_MAX = 20_000;

export interface ReponseSaisie {
  reference: string;
  moment: Moment;
  question: string;
  texte: string;
  /** The version that her page showed, 0 before any. */
  vu: number;
  /** The page that writes: what it wrote itself it may always replace. */
  redaction: string | null;
  /** The version of the text kept apart that her page showed: by the button she has chosen, and it goes. */
  aPartVu: number | null;
  /** Sent by itself while she types: against a newer text, these words are kept apart. */
  seule: boolean;
}

export type Enregistrement =
  | { issue: "enregistre"; version: number; le: Instant }
  /** A newer text is kept, from another page or device, and here it is. */
  | { issue: "plus_recente"; gardee: ReponseEnCours }
  | { issue: "trop_long" }
  | { issue: "ferme" };

/** Keeps one answer, sealed, as she goes: no fact, nothing that her counsellor could read. */
export async function enregistrerReponse(
  maison: Maison,
  auteur: Auteur,
  saisie: ReponseSaisie,
): Promise<Enregistrement> {
  const texte = saisie.texte.replace(/\r\n?/g, "\n").normalize("NFC");
  if (texte.length > LONGUEUR_MAX) return { issue: "trop_long" };
  const { reference, moment, question, aPartVu, seule } = saisie;
  return await transaction(maison.base, auteur, async (tx): Promise<Enregistrement> => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || questionnaireOuvert(dossier.etat) !== moment) return { issue: "ferme" };
    if (questionDeNom(question) === undefined) return { issue: "ferme" };
    const ecrit = await ecrire(maison, tx, dossier, { ...saisie, texte });
    if (ecrit.issue === "enregistre" && !seule && aPartVu !== null) {
      await effacerAPart(tx, dossier.id, moment, { question, version: aPartVu });
    }
    return ecrit;
  });
}

async function ecrire(
  maison: Maison,
  tx: Tx,
  dossier: DossierCharge,
  { moment, question, texte, vu, redaction, seule }: ReponseSaisie,
): Promise<Enregistrement> {
  const cle = await cleDuDossier(maison, tx, dossier.id, "contenu");
  const le = maison.horloge();
  const garder = async (apres: number, aPart: boolean) => {
    const lieu = lieuDuBrouillon(tx.organismeId, dossier.id, moment, { question, version: apres + 1, aPart });
    const scelle = sceller(cle, lieu, new TextEncoder().encode(texte));
    const b = { question, vu: apres, scelle, modifieLe: le, redaction, aPart };
    return await ecrireBrouillon(tx, dossier.id, moment, b);
  };
  const tenus = await lireBrouillons(tx, dossier.id, moment, question);
  const tenu = tenus.find((b) => !b.aPart);
  const sienne = tenu !== undefined && redaction !== null && tenu.redaction === redaction;
  const apres = sienne ? tenu.version : vu;
  if (apres === (tenu?.version ?? 0) && (await garder(apres, false))) {
    return { issue: "enregistre", version: apres + 1, le };
  }
  const gardee = (await ouvrirBrouillons(maison, tx, dossier, moment)).get(question);
  if (gardee === undefined) return { issue: "ferme" };
  // The same words sent twice are no conflict.
  if (gardee.texte === texte) return { issue: "enregistre", version: gardee.version, le: gardee.le };
  if (seule) await garder(gardee.aPart?.version ?? 0, true);
  return { issue: "plus_recente", gardee };
}
