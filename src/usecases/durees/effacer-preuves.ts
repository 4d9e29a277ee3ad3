import { preuvesDetruites } from "../../dossier/faits/fin.ts";
import { selDuFait } from "../../evidence/engagement.ts";
import type { Tx } from "../../store/connexion.ts";
import { type Effacement, effacerDossier } from "../../store/dossier/effacements.ts";
import type { Jour } from "../../values/jour.ts";
import { automate } from "../destruction/effectives.ts";
import { cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { ecrireFaits } from "../dossier/ecrire-faits.ts";
import type { Maison } from "../maison.ts";

/**
 * Ends a dossier: the fact that says so enters its tree, then every other text goes, with the identity and the keys. The
 * salt of that one fact stays beside it, so that an emptied dossier still proves why it is empty. The last statements of
 * the transaction.
 */
export async function effacerPreuves(
  maison: Maison,
  tx: Tx,
  dossier: DossierCharge,
  classe: Effacement["classe"],
  le: Jour,
  ligne: number | null = null,
): Promise<void> {
  const cle = await cleDuDossier(maison, tx, dossier.id, "preuve");
  const auteur = automate(tx.organismeId, dossier.etat.entretien?.intervenant);
  const { n } = await ecrireFaits(maison, tx, auteur, dossier, [preuvesDetruites.nouveau(le, {})]);
  await effacerDossier(tx, {
    dossierId: dossier.id,
    reference: dossier.reference,
    classe,
    n,
    sel: selDuFait(maison.hasher, cle, dossier.id, n),
    le,
    ligne,
    factures: dossier.etat.factures.map((f) => ({
      numero: f.numero,
      emiseLe: f.date,
      payeeLe: f.payeeLe,
      montant: f.montant,
      payeur: f.payeur,
    })),
  });
}
