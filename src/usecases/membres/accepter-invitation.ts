import type { Appareil } from "../../auth/appareil.ts";
import type { Comptes } from "../../auth/comptes.ts";
import type { Invitation } from "../../auth/invitations.ts";
import { empreinteDe } from "../../auth/liens.ts";
import type { Refus } from "../../dossier/acte.ts";
import { refusDeNom, refusDePhrase } from "../../dossier/formulaire-compte.ts";
import { transaction } from "../../store/connexion.ts";
import { noterChangement } from "../../store/organisme/changements-de-membres.ts";
import { ecrireArrivee } from "../../store/organisme/membres.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";

/** An invitation as its page tells it. */
export interface InvitationLue extends Invitation {
  organisme: string;
}

/** null when the link is unknown, used, taken back or too old. */
export async function consulterInvitation(
  maison: Maison,
  comptes: Comptes,
  jeton: string,
): Promise<InvitationLue | null> {
  const invitation = await comptes.lireInvitation(jeton);
  if (invitation === null) return null;
  const { raisonSociale } = await transaction(maison.base, invitation.organismeId, chargerOrganisme);
  return { ...invitation, organisme: raisonSociale };
}

export type Arrivee =
  | { issue: "entree"; cookies: string[] }
  | { issue: "refus"; refus: Refus[] }
  | { issue: "perimee" };

/** A new account comes in: its name, its passphrase, and its first session. */
export async function accepterEnCreant(
  maison: Maison,
  comptes: Comptes,
  jeton: string,
  { nom, motDePasse, appareil }: { nom: string; motDePasse: string; appareil: Appareil },
): Promise<Arrivee> {
  const invitation = await comptes.lireInvitation(jeton);
  if (invitation === null || !invitation.neuf) return { issue: "perimee" };
  const refus = [...refusDeNom(nom), ...refusDePhrase(motDePasse)];
  if (refus.length > 0) return { issue: "refus", refus };
  // The arrival first, since it is what two sendings at once share: the second sets no passphrase.
  if (!(await arriver(maison, jeton, invitation, nom))) return { issue: "perimee" };
  const { utilisateurId } = invitation;
  await comptes.nommer(utilisateurId, nom);
  await comptes.definirMotDePasse(utilisateurId, motDePasse);
  const ouverte = await comptes.ouvrirSession(utilisateurId, appareil);
  return ouverte.issue === "ouverte" ? { issue: "entree", cookies: ouverte.cookies } : { issue: "perimee" };
}

/** Somebody who has an account already, and signed in with it, takes the place too. */
export async function accepterEnMembre(
  maison: Maison,
  comptes: Comptes,
  jeton: string,
  moi: { utilisateurId: string; nom: string; restreinte: boolean },
): Promise<boolean> {
  const invitation = await comptes.lireInvitation(jeton);
  if (invitation === null || moi.restreinte || invitation.utilisateurId !== moi.utilisateurId) return false;
  return await arriver(maison, jeton, invitation, moi.nom);
}

function arriver(
  maison: Maison,
  jeton: string,
  { organismeId, utilisateurId }: Invitation,
  nom: string,
): Promise<boolean> {
  return transaction(maison.base, organismeId, async (tx) => {
    if (!(await ecrireArrivee(tx, empreinteDe(jeton)))) return false;
    const quoi = `Arrivée : ${nom}`;
    await noterChangement(tx, { utilisateur: utilisateurId, nom, membre: utilisateurId, quoi });
    return true;
  });
}
