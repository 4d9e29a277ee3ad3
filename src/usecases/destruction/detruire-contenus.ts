import { documentDuContenu } from "../../dossier/classement.ts";
import { documentsQuiRestent, rienNePart } from "../../dossier/destructions.ts";
import { selDuContenu } from "../../evidence/engagement.ts";
import type { Etat } from "../../law/etat.ts";
import type { Tx } from "../../store/connexion.ts";
import { effacerCle, remplacerCle, tenirCle } from "../../store/dossier/cles.ts";
import { lireContenus, rescellerContenu } from "../../store/dossier/contenus.ts";
import { ecrireDestruction, effacerContenus } from "../../store/dossier/destructions.ts";
import { retenirLesClesExternes } from "../../store/dossier/enveloppes.ts";
import { type CleEnveloppee, creerCle, ouvrirCle } from "../../vault/cles-dossier.ts";
import { ouvrir, sceller } from "../../vault/contenu.ts";
import type { Maison } from "../maison.ts";

/**
 * Takes away the sealed contents that no agreement keeps in this state, and gives the rest a key of its own: the key
 * that opened what is gone is dropped, and out of reach in every copy once its outer key is destroyed.
 * `n` is the rank of the fact that asks.
 */
export async function detruireContenus(
  maison: Maison,
  tx: Tx,
  dossierId: string,
  etat: Etat,
  n: number,
): Promise<void> {
  await retenirLesClesExternes(tx);
  const lue = await tenirCle(tx, dossierId, "contenu");
  // Restored from before its destruction: what it opens is out of reach already, whatever an agreement keeps.
  const perdue = lue !== undefined && maison.trousseau.estDetruite(lue.cleExterne);
  const documents = perdue ? new Set<string>() : documentsQuiRestent(etat);
  if (rienNePart(etat)) return;
  const restent = (await lireContenus(tx, dossierId)).filter((c) =>
    documents.has(documentDuContenu(c.nature)),
  );
  await effacerContenus(tx, dossierId, new Set(restent.map((c) => c.id)));
  // Without a key nothing was ever sealed, or all of it went before: there is nothing to put out of reach.
  if (lue === undefined) return;
  const ancienne = { ...lue, enveloppe: Buffer.from(lue.enveloppe) };
  if (restent.length === 0) await effacerCle(tx, dossierId, "contenu");
  else await changerDeCle(maison, tx, dossierId, ancienne, restent);
  await ecrireDestruction(tx, {
    dossierId,
    n,
    cleExterne: ancienne.cleExterne,
    demandeeLe: maison.horloge(),
  });
}

/** Seals what stays under a new key, with the salts of its commitments: those came from the key that goes. */
async function changerDeCle(
  { trousseau, hasher }: Maison,
  tx: Tx,
  dossierId: string,
  ancienne: CleEnveloppee,
  restent: Awaited<ReturnType<typeof lireContenus>>,
): Promise<void> {
  const nouvelle = await creerCle(trousseau, tx.organismeId, dossierId, "contenu");
  const avant = await ouvrirCle(trousseau, tx.organismeId, dossierId, ancienne);
  const apres = await ouvrirCle(trousseau, tx.organismeId, dossierId, nouvelle);
  for (const { id, version, scelle, selScelle } of restent) {
    const lieu = { organismeId: tx.organismeId, dossierId, contenuId: id, version };
    const lieuDuSel = { ...lieu, contenuId: `${id}/sel` };
    const sel =
      selScelle === null ? selDuContenu(hasher, avant, dossierId, id) : ouvrir(avant, lieuDuSel, selScelle);
    await rescellerContenu(tx, dossierId, {
      id,
      version,
      scelle: sceller(apres, lieu, ouvrir(avant, lieu, scelle)),
      selScelle: sceller(apres, lieuDuSel, sel),
    });
  }
  await remplacerCle(tx, dossierId, nouvelle);
}
