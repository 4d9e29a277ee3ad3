import { desaccordExprime, signatureApposee } from "../../dossier/faits/signature.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import type { FaitConsigne } from "../dossier/texte-des-faits.ts";

/** A sheet to be signed by hand is the organisation's tool, and no paper of hers. */
const PAS_A_ELLE = new Set(["feuille-d-emargement-vierge"]);

/** Whether a paper of the catalogue is hers to take; her receipts have a list of their own. */
export function estAElle(papier: string): boolean {
  return !PAS_A_ELLE.has(papier) && !papier.startsWith("recu-");
}

/** Her signatures and her noes, on whatever device, the last first. */
export function sesAvis({ faits }: Pick<DossierCharge, "faits">): FaitConsigne[] {
  return faits
    .filter((f) => f.type === signatureApposee.type || f.type === desaccordExprime.type)
    .filter((f) => (f.donnees as { par: string }).par === "beneficiaire")
    .toReversed();
}
