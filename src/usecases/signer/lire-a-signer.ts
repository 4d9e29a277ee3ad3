import type { Attente, ObjetASigner } from "../../dossier/signature/objet.ts";
import { attenteDe } from "../../dossier/signature/objets.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { chargerDossier, type DossierCharge } from "../charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";
import { type Moyen, quiSigne } from "./signataire.ts";
import { type TexteMontre, texteMontre } from "./texte-a-signer.ts";

export interface ASigner {
  dossier: DossierCharge;
  attente: Attente & { definition: ObjetASigner };
  montre: TexteMontre;
}

export interface CeQuOnSigne {
  reference: string;
  objet: string;
  sur: string | null;
  moyen?: Moyen;
}

/** What somebody is about to sign, as he will be shown it; undefined when nothing of that name waits for him. */
export async function lireASigner(
  maison: Maison,
  auteur: Auteur,
  { reference, objet, sur, moyen = "compte" }: CeQuOnSigne,
): Promise<ASigner | undefined> {
  return await transactionDeLecture(maison.base, auteur.organismeId, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    const par = dossier === undefined ? null : quiSigne(dossier, auteur, moyen);
    if (dossier === undefined || par === null) return undefined;
    const attente = attenteDe(dossier.etat, par, objet, sur);
    if (attente === undefined) return undefined;
    return { dossier, attente, montre: await texteMontre(maison, tx, dossier, attente) };
  });
}
