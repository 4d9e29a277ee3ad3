import type { Organisme } from "../../law/etat.ts";
import { ecrireDuModele } from "../../mail/modeles/catalogue.ts";
import type { MessageEcrit } from "../../mail/modeles/modele.ts";
import type { Courriel, PieceJointe } from "../../mail/postier.ts";
import type { MessagePris } from "../../store/messages/outbox.ts";
import { type Expediteur, parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import { ScelleIllisible } from "../../vault/chiffre.ts";
import { ErreurTrousseau } from "../../vault/erreur-trousseau.ts";
import { ouvrirSecret } from "../../vault/secret-message.ts";
import type { Trousseau } from "../../vault/trousseau.ts";
import type { Maison } from "../maison.ts";
import type { Courrier } from "./courrier.ts";
import { type DonneesDeMessage, sDonneesDeMessage } from "./donnees-de-message.ts";
import { lirePieceAJoindre, type RefusDePreparation } from "./pieces-jointes.ts";

const refus = (erreur: string): RefusDePreparation => ({ issue: "refuse", definitif: true, erreur });

/** From whom an organisation's messages come: the setting, or its own contact address; null when it has neither. */
export function expediteurDeLOrganisme(
  reglage: Expediteur | null,
  organisme: Pick<Organisme, "courriel" | "raisonSociale">,
): Expediteur | null {
  const { raisonSociale } = organisme;
  if (reglage !== null) return { ...reglage, nom: reglage.nom ?? raisonSociale };
  const adresse = parseAdresseCourriel(organisme.courriel ?? "");
  return adresse === null ? null : { nom: raisonSociale, adresse };
}

/** Makes a message whole: words, sender, link, files. The refusal says in French why it cannot be. */
export async function preparerCourriel(
  maison: Maison,
  courrier: Courrier,
  { organismeId, organisme, de }: { organismeId: string; organisme: Organisme; de: Expediteur },
  message: MessagePris,
): Promise<Courriel | RefusDePreparation> {
  const a = parseAdresseCourriel((message.destinataire as { adresse?: string }).adresse ?? "");
  if (a === null) return refus("L’adresse du destinataire n’est pas une adresse de courriel.");
  const lu = sDonneesDeMessage.safeParse(message.donnees);
  const lien = lu.success ? lienDe(maison.trousseau, courrier.url, organismeId, message.id, lu.data) : null;
  if (lien === undefined) return refus("Le lien secret de ce message ne s’ouvre plus. Refaites la demande.");
  const ecrit = lu.success ? ecrireDuModele(message.modele, lu.data.champs, lien ?? "") : null;
  if (!lu.success || ecrit === null)
    return refus("Ce message ne peut pas être écrit : il y manque des données.");
  const pieces: PieceJointe[] = [];
  for (const piece of lu.data.pieces) {
    const lue = await lirePieceAJoindre(maison, courrier, organismeId, piece);
    if ("issue" in lue) return lue;
    pieces.push(lue);
  }
  const { sujet, texte, html } = ecrit;
  const commun = { id: message.id, le: maison.horloge(), a, sujet, texte, html, pieces };
  return { ...commun, ...boites(ecrit, de, organisme), retour: retourDe(lu.data, de, organisme) };
}

/** Sender and reply address. The name that the message wants is on both: an inbox shows either. */
function boites(
  { expediteur }: MessageEcrit,
  de: Expediteur,
  { courriel, raisonSociale }: Organisme,
): Pick<Courriel, "de" | "repondreA"> {
  const contact = parseAdresseCourriel(courriel ?? "");
  return {
    de: { ...de, nom: expediteur ?? de.nom },
    repondreA:
      contact === null || contact === de.adresse
        ? null
        : { nom: expediteur ?? raisonSociale, adresse: contact },
  };
}

/** A secret link that cannot be given never comes back into a box that the organisation reads (decision 0157). */
function retourDe(
  { aUnSecret }: DonneesDeMessage,
  de: Expediteur,
  { courriel }: Organisme,
): Courriel["retour"] {
  const lueParLOrganisme = de.adresse.toLowerCase() === (courriel ?? "").trim().toLowerCase();
  return aUnSecret && lueParLOrganisme ? null : de.adresse;
}

/** The address that the message leads to; null when it leads nowhere, undefined when its secret cannot be opened. */
function lienDe(
  trousseau: Trousseau,
  url: string,
  organismeId: string,
  messageId: string,
  { aUnSecret, secret, chemin }: DonneesDeMessage,
): string | null | undefined {
  if (!aUnSecret) return chemin === null ? null : `${url}${chemin}`;
  if (secret === undefined) return undefined;
  try {
    return `${url}${ouvrirSecret(trousseau, organismeId, messageId, secret)}`;
  } catch (erreur) {
    if (erreur instanceof ScelleIllisible || erreur instanceof ErreurTrousseau) return undefined;
    throw erreur;
  }
}
