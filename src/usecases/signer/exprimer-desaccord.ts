import { retenir } from "../../dossier/decider.ts";
import { desaccordExprime } from "../../dossier/faits/signature.ts";
import { ecrirePiece } from "../../store/dossier/pieces.ts";
import { scellerTexte } from "../contenus/sceller-texte.ts";
import { ecrireFaits } from "../dossier/ecrire-faits.ts";
import type { Maison } from "../maison.ts";
import { prevenirConseillers } from "../messages/prevenir-conseillers.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import type { DemandeDeSignature, ReponseDeSignature } from "./apposer-signature.ts";
import { garderTexte } from "./garder-texte.ts";
import { trouverASigner } from "./lire-a-signer.ts";
import type { Qui } from "./signataire.ts";

export interface DemandeDeDesaccord
  extends Pick<DemandeDeSignature, "reference" | "objet" | "sur" | "empreinte" | "cle"> {
  /** Why, in the person's own words; may be empty, since nobody must justify a no. */
  raison: string;
}

/**
 * Writes that somebody read a text and does not agree: a fact of its own, with the reason sealed, never a missing
 * signature. The law refuses no disagreement.
 */
export function exprimerDesaccord(
  maison: Maison,
  qui: Qui,
  { reference, objet, sur, empreinte, raison, cle }: DemandeDeDesaccord,
): Promise<ReponseDeSignature> {
  return uneSeuleFois<ReponseDeSignature>(
    maison,
    qui,
    [cle, "desaccord", reference, objet, sur ?? ""],
    async (tx) => {
      const vu = await trouverASigner(maison, tx, qui, { reference, objet, sur });
      const refuser = vu?.attente.definition.refuser ?? null;
      if (vu === undefined || refuser === null) {
        return abandonner({ issue: "rien_a_signer" } satisfies ReponseDeSignature);
      }
      const { dossier, par, attente, montre, au } = vu;
      if (montre.empreinte !== empreinte) {
        return abandonner({ issue: "autre_texte" } satisfies ReponseDeSignature);
      }
      const texte = await garderTexte(maison, tx, dossier, attente, montre);
      const scellee = await scellerTexte(maison, tx, dossier, "raison", raison);
      const decision = retenir(
        dossier,
        [
          ...(refuser.effets?.(dossier.etat, attente, au) ?? []),
          desaccordExprime.nouveau(au, {
            objet: attente.objet,
            sur,
            par,
            texte: texte.dansLeFait,
            raison: scellee?.reference ?? null,
            partie: null,
          }),
        ],
        au,
        "constat",
      );
      if ("refus" in decision) {
        return abandonner({ issue: "refus", refus: decision.refus } satisfies ReponseDeSignature);
      }
      if (texte.piece !== null) await ecrirePiece(tx, texte.piece);
      const contenus = scellee === null ? texte.contenus : [...texte.contenus, scellee.contenu];
      if (qui.role !== "conseiller") await prevenirConseillers(maison, tx, dossier, au);
      return await ecrireFaits(maison, tx, qui, dossier, decision.faits, contenus);
    },
  );
}
