import type { Comptes } from "../../auth/comptes.ts";
import { DUREE_DES_LIENS } from "../../auth/liens.ts";
import type { MessageSortant } from "../../store/messages/outbox.ts";
import type { AdresseCourriel } from "../../values/adresse-courriel.ts";
import { ajouterJours } from "../../values/jour.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { preparerMessage } from "../messages/preparer-message.ts";

/** Whole days during which a link surely works: the last one may be cut short by the hour. */
const JOURS_DU_LIEN = Math.floor(DUREE_DES_LIENS.espace / 86_400) - 1;

/** The message that carries a new one-use link to the employer. */
export async function messageALEmployeur(
  maison: Maison,
  comptes: Comptes,
  organismeId: string,
  { id: dossierId, reference, etat }: DossierCharge,
  { utilisateurId, adresse }: { utilisateurId: string; adresse: AdresseCourriel },
): Promise<MessageSortant> {
  const jeton = await comptes.creerLien({ usage: "espace", utilisateurId, organismeId, dossierId });
  return preparerMessage(maison, organismeId, {
    modele: "espace-employeur",
    a: adresse,
    donnees: {
      organisme: etat.organisme.raisonSociale,
      reference,
      finLe: ajouterJours(jourDeParis(maison.horloge()), JOURS_DU_LIEN),
    },
    dossierId,
    cheminSecret: `/lien/${jeton}`,
  });
}
