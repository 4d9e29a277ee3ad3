import type { Comptes } from "../../auth/comptes.ts";
import { DUREE_DES_INVITATIONS } from "../../auth/invitations.ts";
import { nouveauJeton } from "../../auth/liens.ts";
import {
  nomDuRoleDeMembre,
  type PlaceSaisie,
  placeGardee,
  refusDePlace,
  refusDInvite,
} from "../../dossier/formulaire-membre.ts";
import { ecrireInvitation } from "../../store/organisme/membres.ts";
import { parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import type { Instant } from "../../values/instant.ts";
import type { Jour } from "../../values/jour.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { ecrireMessage } from "../messages/preparer-message.ts";
import {
  changerLesMembres,
  estPresent,
  type Gerant,
  intervenantPris,
  placeConnue,
  type ReponseDeMembre,
} from "./changer-les-membres.ts";

/** Last day on which an invitation sent now works; its seven days are counted by `auth/invitations.ts`. */
function finDInvitation(maintenant: Instant): Jour {
  const fin = new Date(Date.parse(maintenant) + DUREE_DES_INVITATIONS * 1000).toISOString() as Instant;
  return jourDeParis(fin);
}

export interface Invite extends PlaceSaisie {
  nom: string;
  courriel: string;
}

/**
 * Invites somebody: an account that opens nothing yet, the place that waits, and the message with its one-use link.
 * Inviting the same address again sends a new link, and the earlier one opens nothing any more.
 */
export async function inviterMembre(
  maison: Maison,
  comptes: Comptes,
  gerant: Gerant,
  { cle, ...invite }: Invite & { cle: string },
): Promise<ReponseDeMembre> {
  const fautes = [...refusDInvite(invite), ...refusDePlace(invite)];
  const adresse = parseAdresseCourriel(invite.courriel);
  if (fautes.length > 0 || adresse === null) return { issue: "refus", refus: fautes };
  const { nom, role } = invite;
  const utilisateurId = await comptes.trouverOuCreer({ nom, courriel: adresse });
  const place = placeGardee(invite);
  return await changerLesMembres(maison, gerant, {
    cle,
    sujet: ["inviter"],
    changer: async (tx, membres) => {
      const deja = membres.find((m) => m.utilisateurId === utilisateurId);
      if (deja !== undefined && estPresent(deja))
        return [{ champ: "courriel", phrase: `${deja.nom} est déjà membre, avec cette adresse.` }];
      const pris = intervenantPris(membres, place.intervenant, utilisateurId);
      if (pris.length > 0) return pris;
      const organisme = await chargerOrganisme(tx);
      if (!(await placeConnue(tx, organisme, place, []))) return null;
      const { jeton, empreinte } = nouveauJeton();
      await ecrireInvitation(tx, { utilisateurId, nom, empreinte, ...place });
      await ecrireMessage(maison, tx, {
        modele: "invitation",
        a: adresse,
        donnees: {
          organisme: organisme.raisonSociale,
          invitePar: gerant.nom,
          finLe: finDInvitation(maison.horloge()),
        },
        cheminSecret: `/invitation/${jeton}`,
      });
      return { membre: utilisateurId, quoi: `Invitation : ${nom}, ${nomDuRoleDeMembre(role).toLowerCase()}` };
    },
  });
}
