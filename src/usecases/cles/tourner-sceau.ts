import { transactionDeLecture } from "../../store/connexion.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import { identiteDuSceau, sceauDeLOrganisme } from "../sceau/sceau-de-l-organisme.ts";

/**
 * Gives an organisation a new key for the seal of its papers, and a certificate for it; the old key is forgotten, its
 * certificate stays. `empreinte`: the certificate to replace, so that the same request sent twice turns once; the one in
 * use unless said. Gives the fingerprint of the new one.
 */
export async function tournerSceau(maison: Maison, organismeId: string, empreinte?: string): Promise<string> {
  const organisme = await transactionDeLecture(maison.base, organismeId, chargerOrganisme);
  const enUsage = empreinte ?? (await sceauDeLOrganisme(maison, organismeId, organisme)).empreinte;
  const identite = identiteDuSceau(organisme);
  const nouveau = await maison.sceaux.tourner(organismeId, identite, maison.horloge(), enUsage);
  return nouveau.empreinte;
}
