import type { Refus } from "../../dossier/acte.ts";
import { nettoyer } from "../../dossier/champ.ts";
import { retenir } from "../../dossier/decider.ts";
import { signatureApposee } from "../../dossier/faits/signature.ts";
import { refus } from "../../dossier/refus.ts";
import { ecrirePiece } from "../../store/dossier/pieces.ts";
import type { Heure } from "../../values/heure.ts";
import type { Jour } from "../../values/jour.ts";
import { scellerTexte } from "../contenus/sceller-texte.ts";
import { type Conflit, ecrireFaits, type FaitsEcrits } from "../dossier/ecrire-faits.ts";
import { heureDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { garderTexte } from "./garder-texte.ts";
import { trouverASigner } from "./lire-a-signer.ts";
import { nomConcorde } from "./nom-concorde.ts";
import { recuParCourriel } from "./recu-par-courriel.ts";
import { refusDuSignataire } from "./refus-du-signataire.ts";
import type { Moyen, Qui } from "./signataire.ts";

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
  /** When the device says that it was signed, if it could only send it later. */
  differee?: { jour: Jour; heure: Heure };
  /** Words that go with the signature, where its kind has room for them. */
  observation?: string;
  /** One-time key of the form. */
  cle: string;
}

export type ReponseDeSignature =
  | FaitsEcrits
  | Conflit
  | { issue: "refus"; refus: Refus[] }
  | { issue: "autre_texte" }
  | { issue: "rien_a_signer" };

const A_ECRIRE = "Cela devient possible quand l’organisme l’écrit, puis l’envoie de nouveau.";

const rendre = (reponse: ReponseDeSignature) => abandonner(reponse);

/**
 * Puts somebody's signature under one thing that waits for it: the text shown is kept to the letter, the fact says its
 * fingerprint, who signed and how he was known; the receipt leaves with it. Nobody signs for another: `quiSigne` says
 * as what each one does.
 */
export function apposerSignature(
  maison: Maison,
  qui: Qui,
  demande: DemandeDeSignature,
): Promise<ReponseDeSignature> {
  const { reference, objet, sur, cle, moyen } = demande;
  return uneSeuleFois<ReponseDeSignature>(
    maison,
    qui,
    [cle, "signer", reference, objet, sur ?? ""],
    async (tx) => {
      const vu = await trouverASigner(maison, tx, qui, { reference, objet, sur, moyen });
      // A choice is signed by one of its answers.
      if (vu === undefined || vu.attente.choix !== undefined) return rendre({ issue: "rien_a_signer" });
      const { dossier, par, attente, montre, au } = vu;
      if (montre.empreinte !== demande.empreinte) return rendre({ issue: "autre_texte" });
      const { incomplet } = montre.texte;
      if (incomplet !== undefined)
        return rendre({ issue: "refus", refus: [refus(undefined, incomplet, A_ECRIRE)] });
      const refusees = refusDeSaisie(demande, vu.attendu);
      if (refusees.length > 0) return rendre({ issue: "refus", refus: refusees });
      const tropTot = attente.definition.tropTot?.(dossier.etat, attente, {
        au,
        heure: heureDeParis(maison.horloge()),
      });
      if (tropTot != null) return rendre({ issue: "refus", refus: [tropTot] });
      const texte = await garderTexte(maison, tx, dossier, attente, montre);
      const observation =
        attente.definition.observation === undefined
          ? null
          : await scellerTexte(maison, tx, dossier, "observation", demande.observation ?? "");
      const decision = retenir(
        dossier,
        [
          ...attente.definition.effets(dossier.etat, attente, au, par),
          signatureApposee.nouveau(au, {
            objet: attente.objet,
            sur,
            par,
            texte: texte.dansLeFait,
            moyen,
            memeAppareil: demande.memeAppareil === true || moyen === "appareil_du_conseiller",
            differee: demande.differee ?? null,
            observation: observation?.reference ?? null,
          }),
        ],
        au,
        attente.definition.nature ?? "decision",
      );
      if ("refus" in decision) {
        const refusDits =
          moyen === "appareil_du_conseiller" ? decision.refus : refusDuSignataire(decision.refus, par);
        return rendre({ issue: "refus", refus: refusDits });
      }
      if (texte.piece !== null) await ecrirePiece(tx, texte.piece);
      const contenus = observation === null ? texte.contenus : [...texte.contenus, observation.contenu];
      const messages = recuParCourriel(maison, qui.organismeId, vu, decision.faits);
      return await ecrireFaits(maison, tx, qui, dossier, decision.faits, contenus, { messages });
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
