import type { Brut, Champs } from "../../dossier/acte.ts";
import { nettoyer } from "../../dossier/champ.ts";
import { formatBase64 } from "../../evidence/base64.ts";
import { engagementDuContenu, selDuContenu } from "../../evidence/engagement.ts";
import { sceller } from "../../vault/contenu.ts";
import type { Maison } from "../maison.ts";

/** A content sealed and ready to be kept, with the commitment that a fact names. */
export interface ContenuScelle {
  id: string;
  version: number;
  nature: string;
  scelle: Buffer;
  engagement: Uint8Array;
}

/**
 * Seals what was typed in the content fields before anything else sees it: the act then works on references.
 * Gives the form with each text replaced by its reference, and the sealed contents to keep if the act is accepted. A text
 * that its field refuses goes on unsealed, and is refused by the act.
 */
export function scellerSaisie(
  maison: Maison,
  lieu: { organismeId: string; dossierId: string; cleContenu: Uint8Array },
  champs: Champs,
  brut: Brut,
): { brut: Brut; contenus: ContenuScelle[] } {
  const contenus: ContenuScelle[] = [];
  const suite: Record<string, readonly string[]> = { ...brut };
  for (const [nom, champ] of Object.entries(champs)) {
    if (champ.genre !== "contenu") continue;
    const texte = nettoyer(brut[nom]?.[0] ?? "");
    const refuse = texte !== "" && champ.refuser !== undefined && champ.refuser(texte) !== null;
    // As a text in JSON: words that look like a reference are never taken for one.
    suite[nom] = refuse ? [JSON.stringify(texte)] : [];
    if (texte === "" || refuse) continue;
    const id = maison.nouvelId();
    const octets = new TextEncoder().encode(texte);
    const sel = selDuContenu(maison.hasher, lieu.cleContenu, lieu.dossierId, id);
    const engagement = engagementDuContenu(maison.hasher, sel, octets);
    const place = { organismeId: lieu.organismeId, dossierId: lieu.dossierId, contenuId: id, version: 1 };
    contenus.push({
      id,
      version: 1,
      nature: nom,
      scelle: sceller(lieu.cleContenu, place, octets),
      engagement,
    });
    suite[nom] = [JSON.stringify({ id, engagement: formatBase64(engagement) })];
  }
  return { brut: suite, contenus };
}
