import type { Comptes } from "../../auth/comptes.ts";
import { DUREE_DES_LIENS } from "../../auth/liens.ts";
import type { MessageSortant } from "../../store/messages/outbox.ts";
import type { AdresseCourriel } from "../../values/adresse-courriel.ts";
import { ajouterJours, type Jour } from "../../values/jour.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { preparerMessage } from "../messages/preparer-message.ts";

/** Whole days during which a link surely works: the last one may be cut short by the hour. */
const JOURS = Math.floor(DUREE_DES_LIENS.espace / 86_400) - 1;

/** The message that carries a new one-use link to an auditor: it opens the organisation's audits for him, no dossier. */
export async function messageALAuditeur(
  maison: Maison,
  comptes: Comptes,
  { organismeId, organisme, finLe }: { organismeId: string; organisme: string; finLe: Jour },
  { utilisateurId, adresse }: { utilisateurId: string; adresse: AdresseCourriel },
): Promise<MessageSortant> {
  const jeton = await comptes.creerLien({ usage: "espace", utilisateurId, organismeId, dossierId: null });
  const semaine = ajouterJours(jourDeParis(maison.horloge()), JOURS);
  return preparerMessage(maison, organismeId, {
    modele: "acces-auditeur",
    a: adresse,
    donnees: { organisme, lienLe: semaine < finLe ? semaine : finLe, finLe },
    cheminSecret: `/lien/${jeton}`,
  });
}
