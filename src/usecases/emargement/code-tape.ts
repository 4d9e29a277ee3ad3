import { type CodeDeSeance, lireCodeTape } from "../../auth/codes-de-seance.ts";
import type { Auteur, Maison } from "../maison.ts";
import { apposerSignature, type ReponseDeSignature } from "../signer/apposer-signature.ts";
import { type ASigner, lireASigner } from "../signer/lire-a-signer.ts";

/** Six figures, however they were spaced. */
function chiffres(saisi: string): string | null {
  const code = saisi.replace(/\s/g, "");
  return /^\d{6}$/.test(code) ? code : null;
}

async function trouver(
  maison: Maison,
  { organismeId }: Auteur,
  reference: string,
  saisi: string,
): Promise<CodeDeSeance | null> {
  const code = chiffres(saisi);
  return code === null ? null : await lireCodeTape(maison.base.pool, { organismeId, reference }, code);
}

/** The session whose figures the person typed in her own space; undefined when they are those of none of hers. */
export async function lireCodeDansMonEspace(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  saisi: string,
): Promise<ASigner | undefined> {
  const code = await trouver(maison, auteur, reference, saisi);
  if (code === null) return undefined;
  return await lireASigner(maison, auteur, { reference, objet: "seance", sur: code.seance });
}

/** Signs it from her own account: the figures say besides that she had the counsellor's screen before her eyes. */
export async function signerCodeDansMonEspace(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  saisie: { code: string; nom: string; atteste: boolean; empreinte: string; cle: string; appareil: string },
): Promise<ReponseDeSignature> {
  const { code: saisi, appareil, ...reste } = saisie;
  const code = await trouver(maison, auteur, reference, saisi);
  if (code === null) return { issue: "rien_a_signer" };
  return await apposerSignature(maison, auteur, {
    ...reste,
    reference,
    objet: "seance",
    sur: code.seance,
    moyen: "code_de_seance",
    memeAppareil: appareil === code.appareil,
  });
}
