import type { Comptes, Connecte } from "../auth/comptes.ts";
import { type Membre, membreDe } from "../auth/membres.ts";
import type { Organisme } from "../law/etat.ts";
import { transaction } from "../store/connexion.ts";
import { chargerOrganisme } from "./charger-dossier.ts";
import type { Auteur, Maison } from "./maison.ts";

/** Who is signed in, for which organisation, as what. */
export interface Moi extends Connecte, Membre {
  organisme: Organisme;
  auteur: Auteur;
}

/** The person behind a request's cookies; null when nobody is signed in or he belongs to no organisation any more. */
export async function quiEstLa(maison: Maison, comptes: Comptes, entetes: Headers): Promise<Moi | null> {
  const connecte = await comptes.quiEst(entetes);
  if (connecte === null) return null;
  const membre = await membreDe(maison.base.pool, connecte.utilisateurId);
  if (membre === null) return null;
  const organisme = await transaction(maison.base, membre.organismeId, chargerOrganisme);
  const { organismeId, role, intervenant } = membre;
  return {
    ...connecte,
    ...membre,
    organisme,
    auteur: { organismeId, role, intervenant, utilisateur: connecte.utilisateurId },
  };
}
