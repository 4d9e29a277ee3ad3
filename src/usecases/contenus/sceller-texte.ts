import { nettoyer } from "../../dossier/champ.ts";
import type { ReferenceContenu } from "../../dossier/schema.ts";
import { formatBase64 } from "../../evidence/base64.ts";
import { engagementDuContenu, selDuContenu } from "../../evidence/engagement.ts";
import type { Tx } from "../../store/connexion.ts";
import { sceller } from "../../vault/contenu.ts";
import { cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import type { ContenuScelle } from "./sceller-saisie.ts";

interface Scelle {
  reference: ReferenceContenu;
  contenu: ContenuScelle;
}

/** One text sealed under the dossier's content key: what a fact names of it, and what is kept. null for no words. */
export async function scellerTexte(
  maison: Maison,
  tx: Tx,
  dossier: Pick<DossierCharge, "id">,
  nature: string,
  texte: string,
): Promise<Scelle | null> {
  const net = nettoyer(texte);
  return net === "" ? null : await scellerOctets(maison, tx, dossier, nature, new TextEncoder().encode(net));
}

/** The same for the bytes of a file. */
export async function scellerOctets(
  maison: Maison,
  tx: Tx,
  { id: dossierId }: Pick<DossierCharge, "id">,
  nature: string,
  octets: Uint8Array,
): Promise<Scelle> {
  const cle = await cleDuDossier(maison, tx, dossierId, "contenu");
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
