import type { Refus } from "../../dossier/acte.ts";
import { nettoyer } from "../../dossier/champ.ts";
import { retenir } from "../../dossier/decider.ts";
import { signatureApposee } from "../../dossier/faits/signature.ts";
import { refus } from "../../dossier/refus.ts";
import { attenteDe } from "../../dossier/signature/objets.ts";
import { ecrirePiece } from "../../store/pieces.ts";
import { chargerDossier } from "../charger-dossier.ts";
import { type Conflit, ecrireFaits, type FaitsEcrits } from "../ecrire-faits.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { garderTexte } from "./garder-texte.ts";
import { nomConcorde } from "./nom-concorde.ts";
import { type Moyen, nomAttendu, quiSigne } from "./signataire.ts";
import { texteMontre } from "./texte-a-signer.ts";

export interface DemandeDeSignature {
  reference: string;
  objet: string;
  sur: string | null;
  /** The name as it was typed. */
  nom: string;
  atteste: boolean;
  /** Fingerprint of the text that the page showed: another text is another signature. */
  empreinte: string;
  moyen: Moyen;
  /** The counsellor's own device, as far as the browser tells: said in the fact, never hidden. */
  memeAppareil?: boolean;
  /** One-time key of the form. */
  cle: string;
}

export type ReponseDeSignature =
  | FaitsEcrits
  | Conflit
  | { issue: "refus"; refus: Refus[] }
  | { issue: "autre_texte" }
  | { issue: "rien_a_signer" };

/**
 * Puts somebody's signature under one thing that waits for it: the text shown is kept to the letter, the fact says its
 * fingerprint, who signed and how he was known. Nobody signs for another: `quiSigne` says as what each one does.
 */
export function apposerSignature(
  maison: Maison,
  auteur: Auteur,
  demande: DemandeDeSignature,
): Promise<ReponseDeSignature> {
  const { reference, objet, sur, cle } = demande;
  return uneSeuleFois<ReponseDeSignature>(
    maison,
    auteur,
    [cle, "signer", reference, objet, sur ?? ""],
    async (tx) => {
      const dossier = await chargerDossier(tx, reference);
      const par = dossier === undefined ? null : quiSigne(dossier, auteur, demande.moyen);
      const attente =
        par === null || dossier === undefined ? undefined : attenteDe(dossier.etat, par, objet, sur);
      if (par === null || dossier === undefined || attente === undefined) {
        return abandonner({ issue: "rien_a_signer" } satisfies ReponseDeSignature);
      }
      const montre = await texteMontre(maison, tx, dossier, attente);
      if (montre.empreinte !== demande.empreinte) {
        abandonner({ issue: "autre_texte" } satisfies ReponseDeSignature);
      }
      const refusees = refusDeSaisie(demande, nomAttendu(dossier, par, auteur.intervenant));
      if (refusees.length > 0) {
        return abandonner({ issue: "refus", refus: refusees } satisfies ReponseDeSignature);
      }
      const au = jourDeParis(maison.horloge());
      const texte = await garderTexte(maison, tx, dossier, attente, montre);
      const decision = retenir(
        dossier,
        [
          ...attente.definition.effets(dossier.etat, attente, au),
          signatureApposee.nouveau(au, {
            objet: attente.objet,
            sur,
            par,
            texte: texte.dansLeFait,
            moyen: demande.moyen,
            memeAppareil: demande.memeAppareil === true || demande.moyen === "appareil_du_conseiller",
          }),
        ],
        au,
        "decision",
      );
      if ("refus" in decision)
        return abandonner({ issue: "refus", refus: decision.refus } satisfies ReponseDeSignature);
      if (texte.piece !== null) await ecrirePiece(tx, texte.piece);
      return await ecrireFaits(maison, tx, auteur, dossier, decision.faits, texte.contenus);
    },
  );
}

function refusDeSaisie(
  { nom, atteste }: DemandeDeSignature,
  attendu: { prenom: string; nom: string },
): Refus[] {
  const saisi = nettoyer(nom);
  const complet = `${attendu.prenom} ${attendu.nom}`;
  return [
    ...(atteste ? [] : [refus("atteste", "Cochez la case si vous êtes d’accord. Sinon, dites pourquoi.")]),
    ...(saisi === ""
      ? [refus("nom", "Écrivez votre prénom et votre nom.")]
      : nomConcorde(saisi, attendu)
        ? []
        : [refus("nom", `Écrivez votre nom comme dans le dossier : ${complet}.`)]),
  ];
}
