import type { NatureDePiece } from "../../dossier/classement.ts";
import { type Attente, estScelle, type ObjetASigner } from "../../dossier/signature/objet.ts";
import { formatBase64 } from "../../evidence/base64.ts";
import { engagementDuContenu, selDuContenu } from "../../evidence/engagement.ts";
import type { Tx } from "../../store/connexion.ts";
import type { PieceEcrite } from "../../store/dossier/pieces.ts";
import { sceller } from "../../vault/contenu.ts";
import type { ContenuScelle } from "../contenus/sceller-saisie.ts";
import { cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import type { TexteMontre } from "./texte-a-signer.ts";

/** Nature of the pieces that hold the text of a signature. */
export const NATURE_TEXTE_SIGNE: NatureDePiece = "texte_signe";

/** What the fact says of the text, and where the text itself goes: a proof in clear, a content sealed. */
export interface TexteGarde {
  dansLeFait: {
    modele: string;
    empreinte: string | null;
    contenu: { id: string; engagement: string } | null;
  };
  piece: PieceEcrite | null;
  contenus: ContenuScelle[];
}

/** Prepares the keeping of a signed text, to the letter, for as long as its class allows. */
export async function garderTexte(
  maison: Maison,
  tx: Tx,
  dossier: DossierCharge,
  attente: Attente & { definition: ObjetASigner },
  { texte, octets, empreinte }: TexteMontre,
): Promise<TexteGarde> {
  const { definition, objet } = attente;
  const id = maison.nouvelId();
  if (!estScelle(dossier.etat, attente)) {
    return {
      dansLeFait: { modele: texte.modele, empreinte, contenu: null },
      piece: {
        dossierId: dossier.id,
        id,
        nature: NATURE_TEXTE_SIGNE,
        classe: "preuve",
        nom: `${objet}.txt`,
        typeMedia: "text/plain; charset=utf-8",
        empreinte: maison.hasher.sha256(octets),
        octets,
      },
      contenus: [],
    };
  }
  const cle = await cleDuDossier(maison, tx, dossier.id, "contenu");
  const engagement = engagementDuContenu(
    maison.hasher,
    selDuContenu(maison.hasher, cle, dossier.id, id),
    octets,
  );
  const lieu = { organismeId: tx.organismeId, dossierId: dossier.id, contenuId: id, version: 1 };
  return {
    dansLeFait: {
      modele: texte.modele,
      empreinte: null,
      contenu: { id, engagement: formatBase64(engagement) },
    },
    piece: null,
    contenus: [
      {
        id,
        version: 1,
        // Its nature says of what document it is a text: the agreement that keeps the document keeps it too.
        nature: `${NATURE_TEXTE_SIGNE}_${definition.objet}`,
        scelle: sceller(cle, lieu, octets),
        engagement,
      },
    ],
  };
}
