import type { Tx } from "../../store/connexion.ts";
import { deposerMessages, joindreAuMessage } from "../../store/messages/outbox.ts";
import { listerMembres } from "../../store/organisme/membres.ts";
import { parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import type { Jour } from "../../values/jour.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import type { Maison } from "../maison.ts";
import { preparerMessage } from "./preparer-message.ts";

const MODELE = "nouvelle-du-dossier";

/**
 * Writes to the counsellors of a dossier that somebody answered there, in the transaction of the answer: each at his own
 * address as a member, neither who nor what. A message that has not left yet says it already.
 */
export async function prevenirConseillers(
  maison: Maison,
  tx: Tx,
  dossier: DossierCharge,
  le: Jour,
): Promise<void> {
  const presents = (await listerMembres(tx)).filter((m) => m.depuis !== null && m.fin === null);
  for (const { utilisateurId: utilisateur, courriel, role, intervenant } of presents) {
    const a = parseAdresseCourriel(courriel);
    if (a === null || !estSonConseiller(dossier, { role, intervenant, utilisateur })) continue;
    if (await joindreAuMessage(tx, { modele: MODELE, dossierId: dossier.id, adresse: a }, { le })) continue;
    const message = preparerMessage(maison, tx.organismeId, {
      modele: MODELE,
      a,
      donnees: { organisme: dossier.etat.organisme.raisonSociale, le },
      dossierId: dossier.id,
      chemin: `/dossiers/${dossier.reference}`,
    });
    await deposerMessages(tx, [message]);
  }
}
