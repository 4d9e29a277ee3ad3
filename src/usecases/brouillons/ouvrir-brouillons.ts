import type { Tx } from "../../store/connexion.ts";
import { type Brouillon, lireBrouillons } from "../../store/dossier/brouillons.ts";
import type { Instant } from "../../values/instant.ts";
import { ouvrir } from "../../vault/contenu.ts";
import { cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";

/** A set of texts that are written one by one: the answers of one moment, the parts of the synthesis. */
export type Cahier = "entretien" | "preliminaire" | "synthese";

export interface TexteGarde {
  texte: string;
  version: number;
  le: Instant;
}

/** What is kept of one text, and what an older page wrote beside it: whoever writes has not chosen yet. */
export interface TexteEnCours extends TexteGarde {
  /** Said to be written. */
  fini: boolean;
  aPart: TexteGarde | null;
}

/** The place of one text: it opens nowhere else. */
export const lieuDuBrouillon = (
  organismeId: string,
  dossierId: string,
  cahier: Cahier,
  { question, version, aPart }: Pick<Brouillon, "question" | "version" | "aPart">,
) => ({
  organismeId,
  dossierId,
  contenuId: `brouillon/${cahier}/${question}${aPart ? "/a-part" : ""}`,
  version,
});

/** The texts of one set written so far, opened, by their names. */
export async function ouvrirBrouillons(
  maison: Maison,
  tx: Tx,
  { id }: Pick<DossierCharge, "id">,
  cahier: Cahier,
): Promise<Map<string, TexteEnCours>> {
  const lus = await lireBrouillons(tx, id, cahier);
  if (lus.length === 0) return new Map();
  const cle = await cleDuDossier(maison, tx, id, "contenu");
  const lire = (b: Brouillon): TexteGarde => {
    const lieu = lieuDuBrouillon(tx.organismeId, id, cahier, b);
    const texte = ouvrir(cle, lieu, Buffer.from(b.scelle)).toString("utf8");
    return { texte, version: b.version, le: b.modifieLe as Instant };
  };
  const aPart = new Map(lus.filter((b) => b.aPart).map((b) => [b.question, lire(b)]));
  return new Map(
    lus
      .filter((b) => !b.aPart)
      .map((b) => {
        const tenu = lire(b);
        const autre = aPart.get(b.question);
        return [
          b.question,
          {
            ...tenu,
            fini: b.fini,
            aPart: autre === undefined || autre.texte === tenu.texte ? null : autre,
          },
        ];
      }),
  );
}
