import type { Comptes } from "../auth/comptes.ts";
import { ajouterMembre } from "../auth/membres.ts";
import type { Organisme } from "../law/etat.ts";
import { transaction } from "../store/connexion.ts";
import { creerOrganisme } from "../store/organismes.ts";
import type { Maison } from "./maison.ts";

export interface CompteDuConseiller {
  nom: string;
  courriel: string;
  motDePasse: string;
  /** Id of the counsellor among the organisation's intervenants. */
  intervenant: string;
}

/**
 * Founds an organisation: its signing key, its row with an empty journal, its first counsellor's account.
 * The key comes first: a journal without a key could never be signed, a key without a journal harms nothing.
 */
export async function fonderOrganisme(
  maison: Maison,
  comptes: Comptes,
  organisme: Organisme,
  conseillers: readonly CompteDuConseiller[],
): Promise<string> {
  const organismeId = maison.nouvelId();
  await maison.trousseau.assurerSignataire(organismeId);
  await transaction(maison.base, organismeId, (tx) => creerOrganisme(tx, organisme));
  for (const { intervenant, ...compte } of conseillers) {
    const utilisateur = await comptes.creer(compte);
    await ajouterMembre(maison.base.pool, utilisateur, { organismeId, role: "conseiller", intervenant });
  }
  return organismeId;
}
