import { type CodeDeSeance, lireCode } from "../../auth/codes-de-seance.ts";
import type { Auteur, Maison } from "../maison.ts";
import { apposerSignature, type ReponseDeSignature } from "../signer/apposer-signature.ts";
import { type ASigner, lireASigner } from "../signer/lire-a-signer.ts";

/** Who signs with the square alone: present at the session, known by her name, with no account. */
const SANS_COMPTE = "code-de-seance";

const auteurDuCode = ({ organismeId }: CodeDeSeance): Auteur => ({
  organismeId,
  utilisateur: SANS_COMPTE,
  role: "beneficiaire",
  intervenant: "",
});

/** The session behind a photographed square, as the person will sign it; undefined when it waits for nothing any more. */
export async function lireParCode(maison: Maison, jeton: string): Promise<ASigner | undefined> {
  const code = await lireCode(maison.base.pool, jeton);
  if (code === null) return undefined;
  const { reference, seance } = code;
  return await lireASigner(maison, auteurDuCode(code), { reference, objet: "seance", sur: seance });
}

/** Signs the session behind a square. `appareil`: this browser; `equipe`: somebody of the staff is signed in on it. */
export async function signerParCode(
  maison: Maison,
  jeton: string,
  saisie: { nom: string; atteste: boolean; empreinte: string; cle: string },
  { appareil, equipe }: { appareil: string; equipe: boolean },
): Promise<ReponseDeSignature> {
  const code = await lireCode(maison.base.pool, jeton);
  if (code === null) return { issue: "rien_a_signer" };
  return await apposerSignature(maison, auteurDuCode(code), {
    ...saisie,
    reference: code.reference,
    objet: "seance",
    sur: code.seance,
    moyen: "code_de_seance",
    memeAppareil: equipe || appareil === code.appareil,
  });
}
