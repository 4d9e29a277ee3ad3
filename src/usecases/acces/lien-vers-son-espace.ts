import type { Comptes } from "../../auth/comptes.ts";
import { DUREE_DES_LIENS } from "../../auth/liens.ts";
import type { MessageSortant } from "../../store/messages/outbox.ts";
import type { AdresseCourriel } from "../../values/adresse-courriel.ts";
import { ajouterJours } from "../../values/jour.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { preparerMessage } from "../messages/preparer-message.ts";
import { cadreDesMessages } from "./cadre-des-messages.ts";

/** Whole days during which a link surely works: the last one may be cut short by the hour. */
const JOURS = Math.floor(DUREE_DES_LIENS.espace / 86_400) - 1;

/**
 * The message that carries a new one-use link to the person. The link is made before the message is written and is
 * kept in clear nowhere: a link whose message was never written opens for nobody.
 */
export async function messageDuLien(
  maison: Maison,
  comptes: Comptes,
  organismeId: string,
  dossier: DossierCharge,
  {
    utilisateurId,
    adresse,
    modele = "votre-espace",
  }: {
    utilisateurId: string;
    adresse: AdresseCourriel;
    modele?: "votre-espace" | "copie-avant-destruction";
  },
): Promise<MessageSortant> {
  const au = jourDeParis(maison.horloge());
  const jeton = await comptes.creerLien({
    usage: "espace",
    utilisateurId,
    organismeId,
    dossierId: dossier.id,
  });
  return preparerMessage(maison, organismeId, {
    modele,
    a: adresse,
    donnees: {
      ...cadreDesMessages(dossier, au),
      finLe: ajouterJours(au, JOURS),
    },
    dossierId: dossier.id,
    cheminSecret: `/lien/${jeton}`,
  });
}
