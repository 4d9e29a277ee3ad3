import type { Tx } from "../../store/connexion.ts";
import { lireCle } from "../../store/dossier/cles.ts";
import { lireContenus } from "../../store/dossier/contenus.ts";
import { ouvrir } from "../../vault/contenu.ts";
import { cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";

/**
 * The sealed texts of a dossier by id, in their last version. null once the content key or the destruction's fact says
 * that they are gone: nothing is opened then, whatever rows a restored backup may hold.
 */
export async function ouvrirContenus(
  maison: Maison,
  tx: Tx,
  dossier: DossierCharge,
): Promise<ReadonlyMap<string, string> | null> {
  if (dossier.etat.destruction !== null) return null;
  if ((await lireCle(tx, dossier.id, "contenu")) === undefined) return null;
  const cle = await cleDuDossier(maison, tx, dossier.id, "contenu");
  const versions = new Map<string, number>();
  const textes = new Map<string, string>();
  for (const c of await lireContenus(tx, dossier.id)) {
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
