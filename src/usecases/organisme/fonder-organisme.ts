import type { Comptes } from "../../auth/comptes.ts";
import { ajouterMembre, effacerCompteOrphelin } from "../../auth/membres.ts";
import type { Organisme } from "../../law/etat.ts";
import { quitterLeRole, transaction } from "../../store/connexion.ts";
import { creerOrganisme } from "../../store/organisme/organismes.ts";
import type { Maison } from "../maison.ts";

export interface CompteDuConseiller {
  nom: string;
  courriel: string;
  motDePasse: string;
  /** Id of the counsellor among the organisation's intervenants. */
  intervenant: string;
  /** Whether he manages the organisation; false unless said. */
  gere?: boolean;
}

/**
 * Founds an organisation: its signing key, its counsellors' accounts, then its row with an empty journal and who
 * belongs to it, these together or not at all. What comes first harms nothing alone: a key without a journal signs
 * nothing, and an account without an organisation enters nothing and is taken back by the next attempt.
 */
export async function fonderOrganisme(
  maison: Maison,
  comptes: Comptes,
  organisme: Organisme,
  conseillers: readonly CompteDuConseiller[],
): Promise<string> {
  const { base } = maison;
  const organismeId = maison.nouvelId();
  await maison.trousseau.assurerSignataire(organismeId);
  const membres: { utilisateur: string; intervenant: string; gere: boolean }[] = [];
  for (const { intervenant, gere = false, ...compte } of conseillers) {
    await effacerCompteOrphelin(base.pool, compte.courriel);
    membres.push({ utilisateur: await comptes.creer(compte), intervenant, gere });
  }
  await transaction(base, organismeId, async (tx) => {
    await creerOrganisme(tx, organisme);
    const client = await quitterLeRole(tx);
    for (const { utilisateur, ...m } of membres) {
      await ajouterMembre(client, utilisateur, { organismeId, role: "conseiller", ...m });
    }
  });
  return organismeId;
}
