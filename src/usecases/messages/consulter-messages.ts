import { debutDuRetard } from "../../mail/delais.ts";
import { ecrireDuModele, titreDuModele } from "../../mail/modeles/catalogue.ts";
import { transaction, transactionDeLecture } from "../../store/connexion.ts";
import {
  compterEnRetard,
  type Etendue,
  type LigneDeMessage,
  lireChamps,
  lireMessage,
  listerMessages,
} from "../../store/messages/liste-messages.ts";
import { remettreEnFile } from "../../store/messages/outbox.ts";
import type { Expediteur } from "../../values/adresse-courriel.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";
import { sDonneesDeMessage } from "./donnees-de-message.ts";
import { expediteurDeLOrganisme } from "./preparer-courriel.ts";

/** A message of the list, with the words for its model. */
export interface MessageListe extends LigneDeMessage {
  readonly titre: string;
}

export interface ListeDeMessages {
  lignes: readonly MessageListe[];
  suite: string | undefined;
  /** How many wait for more than a quarter of an hour. */
  enRetard: number;
  /** Whether messages have a sender: the setting, or the organisation's contact. */
  aUnExpediteur: boolean;
}

/** Which messages this person may see. Those of accounts are for who manages or directs; the others see dossiers'. */
export function etendueDe(moi: { auteur: Auteur; gere: boolean }): Etendue {
  return moi.gere || moi.auteur.role === "responsable" ? "tous" : "dossiers";
}

/** One page of what was sent or waits, the last written first. */
export function consulterMessages(
  maison: Maison,
  auteur: Auteur,
  etendue: Etendue,
  { reglage, apres }: { reglage: Expediteur | null; apres?: string | undefined },
): Promise<ListeDeMessages> {
  return transactionDeLecture(maison.base, auteur, async (tx) => {
    const { lignes, suite } = await listerMessages(tx, etendue, { taille: 50, apres });
    const organisme = await chargerOrganisme(tx);
    return {
      lignes: lignes.map(nommer),
      suite,
      enRetard: await compterEnRetard(tx, etendue, debutDuRetard(maison.horloge())),
      aUnExpediteur: expediteurDeLOrganisme(reglage, organisme) !== null,
    };
  });
}

/** One message and its words, where a secret link is never shown; undefined when this person may not see it. */
export function consulterMessage(
  maison: Maison,
  auteur: Auteur,
  etendue: Etendue,
  { id, url }: { id: string; url: string },
): Promise<{ message: MessageListe; ecrit: { sujet: string; texte: string } | null } | undefined> {
  return transactionDeLecture(maison.base, auteur, async (tx) => {
    const message = await lireMessage(tx, etendue, id);
    if (message === undefined) return undefined;
    const lu = sDonneesDeMessage.safeParse(await lireChamps(tx, id));
    if (!lu.success) return { message: nommer(message), ecrit: null };
    const { champs, chemin, aUnSecret } = lu.data;
    const lien = aUnSecret ? "(lien secret, montré à son seul destinataire)" : `${url}${chemin ?? ""}`;
    return { message: nommer(message), ecrit: ecrireDuModele(message.modele, champs, lien) };
  });
}

/** Puts a doubtful or failed message back in the queue; false when that is not possible, or not this person's to do. */
export function renvoyerMessage(
  maison: Maison,
  auteur: Auteur,
  etendue: Etendue,
  id: string,
): Promise<boolean> {
  return transaction(maison.base, auteur, async (tx) => {
    const message = await lireMessage(tx, etendue, id);
    return message?.renvoyable === true && (await remettreEnFile(tx, id));
  });
}

const nommer = (ligne: LigneDeMessage): MessageListe => ({ ...ligne, titre: titreDuModele(ligne.modele) });
