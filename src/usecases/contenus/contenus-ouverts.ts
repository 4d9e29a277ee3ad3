import type { Tx } from "../../store/connexion.ts";
import { lireContenus } from "../../store/dossier/contenus.ts";
import { ouvrir } from "../../vault/contenu.ts";
import { cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import { FICHIER_JOINT } from "../resultats/fichier-joint.ts";

/**
 * The sealed texts of a dossier by id, in their last version: after a destruction, those that an agreement keeps. null
 * once it left nothing.
 */
export async function ouvrirContenus(
  maison: Maison,
  tx: Tx,
  dossier: DossierCharge,
): Promise<ReadonlyMap<string, string> | null> {
  const lus = await lireContenus(tx, dossier.id, FICHIER_JOINT);
  if (lus.length === 0) return dossier.etat.destruction === null ? new Map() : null;
  const cle = await cleDuDossier(maison, tx, dossier.id, "contenu");
  const versions = new Map<string, number>();
  const textes = new Map<string, string>();
  for (const c of lus) {
    if ((versions.get(c.id) ?? 0) > c.version) continue;
    const lieu = {
      organismeId: tx.organismeId,
      dossierId: dossier.id,
      contenuId: c.id,
      version: c.version,
    };
    versions.set(c.id, c.version);
    textes.set(c.id, ouvrir(cle, lieu, c.scelle).toString("utf8"));
  }
  return textes;
}
