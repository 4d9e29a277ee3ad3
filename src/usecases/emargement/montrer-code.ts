import { type CodeMontre, montrerCode } from "../../auth/codes-de-seance.ts";
import { attenteDe } from "../../dossier/signature/objets.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";

/**
 * A code for the person to sign one session held today or before, shown by her counsellor from his device. null when
 * he is not hers, or when the session does not wait for her.
 */
export async function montrerCodeDeSeance(
  maison: Maison,
  auteur: Auteur,
  { reference, seance, appareil }: { reference: string; seance: string; appareil: string },
): Promise<CodeMontre | null> {
  const dossier = await transactionDeLecture(maison.base, auteur, (tx) => chargerDossier(tx, reference));
  if (dossier === undefined || !estSonConseiller(dossier, auteur)) return null;
  const cible = { objet: "seance", sur: seance };
  if (attenteDe(dossier.etat, "beneficiaire", cible, jourDeParis(maison.horloge())) === undefined)
    return null;
  const { organismeId } = auteur;
  return await montrerCode(maison.base.pool, {
    organismeId,
    dossierId: dossier.id,
    reference,
    seance,
    appareil,
  });
}
