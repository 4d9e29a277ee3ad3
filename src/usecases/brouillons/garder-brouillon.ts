import type { Tx } from "../../store/connexion.ts";
import { ecrireBrouillon, effacerVersion, lireBrouillons } from "../../store/dossier/brouillons.ts";
import type { Instant } from "../../values/instant.ts";
import { sceller } from "../../vault/contenu.ts";
import { cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import { type Cahier, lieuDuBrouillon, ouvrirBrouillons, type TexteEnCours } from "./ouvrir-brouillons.ts";

/** As long as one text may be. */
const LONGUEUR_MAX = 20_000;

/** What a page sends of one text. */
export interface TexteSaisi {
  question: string;
  texte: string;
  /** The version that the page showed, 0 before any. */
  vu: number;
  /** The page that writes: what it wrote itself it may always replace. */
  redaction: string | null;
  /** The version of the text kept apart that the page showed: by the button it was chosen, and it goes. */
  aPartVu: number | null;
  /** Sent by itself while somebody types: against a newer text, these words are kept apart. */
  seule: boolean;
  /** Whether who writes says that it is written. */
  fini?: boolean;
}

export type Enregistrement =
  | { issue: "enregistre"; version: number; le: Instant }
  /** A newer text is kept, from another page or device, and here it is. */
  | { issue: "plus_recente"; gardee: TexteEnCours }
  | { issue: "trop_long" }
  | { issue: "ferme" };

/** As it is kept: one kind of line end, one spelling of each letter. */
const texteNormal = (texte: string): string => texte.replace(/\r\n?/g, "\n").normalize("NFC");

/** Keeps one text of a set, sealed, as it is written; whether it may be written now is for the caller to know. */
export async function garderBrouillon(
  maison: Maison,
  tx: Tx,
  dossier: Pick<DossierCharge, "id">,
  cahier: Cahier,
  saisi: TexteSaisi,
): Promise<Enregistrement> {
  const texte = texteNormal(saisi.texte);
  if (texte.length > LONGUEUR_MAX) return { issue: "trop_long" };
  const ecrit = await ecrire(maison, tx, dossier, cahier, { ...saisi, texte });
  const { question, aPartVu, seule } = saisi;
  if (ecrit.issue === "enregistre" && !seule && aPartVu !== null) {
    await effacerVersion(tx, dossier.id, cahier, { question, version: aPartVu, aPart: true });
  }
  return ecrit;
}

async function ecrire(
  maison: Maison,
  tx: Tx,
  dossier: Pick<DossierCharge, "id">,
  cahier: Cahier,
  { question, texte, vu, redaction, seule, fini = false }: TexteSaisi,
): Promise<Enregistrement> {
  const cle = await cleDuDossier(maison, tx, dossier.id, "contenu");
  const le = maison.horloge();
  const garder = async (apres: number, aPart: boolean) => {
    const lieu = lieuDuBrouillon(tx.organismeId, dossier.id, cahier, { question, version: apres + 1, aPart });
    const scelle = sceller(cle, lieu, new TextEncoder().encode(texte));
    const b = { question, vu: apres, scelle, modifieLe: le, redaction, aPart, fini };
    return await ecrireBrouillon(tx, dossier.id, cahier, b);
  };
  const tenus = await lireBrouillons(tx, dossier.id, cahier, question);
  const tenu = tenus.find((b) => !b.aPart);
  const sienne = tenu !== undefined && redaction !== null && tenu.redaction === redaction;
  const apres = sienne ? tenu.version : vu;
  if (apres === (tenu?.version ?? 0) && (await garder(apres, false))) {
    return { issue: "enregistre", version: apres + 1, le };
  }
  const gardee = (await ouvrirBrouillons(maison, tx, dossier, cahier)).get(question);
  if (gardee === undefined) return { issue: "ferme" };
  // The same words sent twice are no conflict.
  if (gardee.texte === texte) {
    if (gardee.fini === fini) return { issue: "enregistre", version: gardee.version, le: gardee.le };
    await garder(gardee.version, false);
    return { issue: "enregistre", version: gardee.version + 1, le };
  }
  if (seule) await garder(gardee.aPart?.version ?? 0, true);
  return { issue: "plus_recente", gardee };
}
