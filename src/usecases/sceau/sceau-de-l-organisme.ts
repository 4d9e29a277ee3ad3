import type { Organisme } from "../../law/etat.ts";
import type { IdentiteDuSceau } from "../../sceau/certificat.ts";
import type { CertificatDuSceau, Sceau } from "../../sceau/sceaux.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";

/** The seal that an organisation uses now, under its present name; made when it has none yet. */
export function sceauDeLOrganisme(maison: Maison, organismeId: string, organisme: Nomme): Promise<Sceau> {
  return maison.sceaux.sceauDe(organismeId, identiteDuSceau(organisme), maison.horloge());
}

type Nomme = Pick<Organisme, "raisonSociale" | "siret">;

/** How the certificate of its seal names an organisation. */
export function identiteDuSceau({ raisonSociale, siret }: Nomme): IdentiteDuSceau {
  return { raisonSociale, siret: siret.replace(/\D/g, "") };
}

/** Every certificate of the organisation's seal, the newest first; the first one is made when there is none. */
export async function certificatsDuSceau(
  maison: Maison,
  auteur: Auteur,
): Promise<readonly CertificatDuSceau[]> {
  const { organismeId } = auteur;
  const organisme = await transactionDeLecture(maison.base, organismeId, chargerOrganisme);
  await sceauDeLOrganisme(maison, organismeId, organisme);
  return await maison.sceaux.certificats(organismeId);
}
