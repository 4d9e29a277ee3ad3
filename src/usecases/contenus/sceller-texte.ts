import { nettoyer } from "../../dossier/champ.ts";
import type { ReferenceContenu } from "../../dossier/schema.ts";
import { formatBase64 } from "../../evidence/base64.ts";
import { engagementDuContenu, selDuContenu } from "../../evidence/engagement.ts";
import type { Tx } from "../../store/connexion.ts";
import { sceller } from "../../vault/contenu.ts";
import { cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import type { ContenuScelle } from "./sceller-saisie.ts";

/** One text sealed under the dossier's content key: what a fact names of it, and what is kept. null for no words. */
export async function scellerTexte(
  maison: Maison,
  tx: Tx,
  { id: dossierId }: Pick<DossierCharge, "id">,
  nature: string,
  texte: string,
): Promise<{ reference: ReferenceContenu; contenu: ContenuScelle } | null> {
  const net = nettoyer(texte);
  if (net === "") return null;
  const cle = await cleDuDossier(maison, tx, dossierId, "contenu");
  const octets = new TextEncoder().encode(net);
  const id = maison.nouvelId();
  const engagement = engagementDuContenu(
    maison.hasher,
    selDuContenu(maison.hasher, cle, dossierId, id),
    octets,
  );
  const lieu = { organismeId: tx.organismeId, dossierId, contenuId: id, version: 1 };
  return {
    reference: { id, engagement: formatBase64(engagement) },
    contenu: { id, version: 1, nature, scelle: sceller(cle, lieu, octets), engagement },
  };
}
