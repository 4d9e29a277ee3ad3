import { formatBase64 } from "../../evidence/base64.ts";
import { hex } from "../../evidence/bytes.ts";
import { transaction } from "../../store/connexion.ts";
import { lireFaits } from "../../store/dossier/faits.ts";
import { type Inscription, inscriptionDuFait } from "../journal/inscription.ts";
import type { Auteur, Maison } from "../maison.ts";

/** The proof of one fact, as a page shows it. */
export interface PreuveDuFait {
  /** The canonical text that is committed to. */
  texte: string;
  /** Its commitment, hexadecimal and base64 (as in the control file). */
  engagement: { hex: string; base64: string };
  /** null until the journal gave it its place. */
  inscription: Inscription | null;
}

/** The proof of the n-th fact of a dossier; undefined when there is no such fact. */
export async function consulterFait(
  maison: Maison,
  auteur: Auteur,
  dossierId: string,
  n: number,
): Promise<PreuveDuFait | undefined> {
  return await transaction(maison.base, auteur, async (tx) => {
    const fait = (await lireFaits(tx, { id: dossierId }, n - 1))[0];
    if (fait === undefined || fait.n !== n) return undefined;
    return {
      texte: fait.texte,
      engagement: { hex: hex(fait.engagement), base64: formatBase64(fait.engagement) },
      inscription: await inscriptionDuFait(tx, dossierId, n),
    };
  });
}
