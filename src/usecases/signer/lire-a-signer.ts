import { type Attente, estScelle, type ObjetASigner } from "../../dossier/signature/objet.ts";
import { attenteDe } from "../../dossier/signature/objets.ts";
import type { Signataire } from "../../law/etat.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import type { Jour } from "../../values/jour.ts";
import { noterSaLecture } from "../acces/lectures-de-contenu.ts";
import { porteOuverte } from "../acces/porte.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { estASonNom, type Moyen, nomAttendu, type Qui, quiSigne } from "./signataire.ts";
import { type TexteMontre, texteMontre } from "./texte-a-signer.ts";

export interface ASigner {
  dossier: DossierCharge;
  /** As what the reader would sign. */
  par: Signataire;
  attente: Attente & { definition: ObjetASigner };
  montre: TexteMontre;
  /** The name that he must type. */
  attendu: { prenom: string; nom: string };
  au: Jour;
}

export interface CeQuOnSigne {
  reference: string;
  objet: string;
  sur: string | null;
  moyen?: Moyen;
}

/** The same inside a transaction, for what reads it and for what signs it. */
export async function trouverASigner(
  maison: Maison,
  tx: Tx,
  qui: Qui,
  { reference, objet, sur, moyen = "compte" }: CeQuOnSigne,
): Promise<ASigner | undefined> {
  const dossier = await chargerDossier(tx, reference);
  if (dossier === undefined) return undefined;
  const au = jourDeParis(maison.horloge());
  for (const par of quiSigne(dossier, qui, moyen)) {
    const attente = attenteDe(dossier.etat, par, { objet, sur }, au);
    if (attente === undefined || !estASonNom(dossier, qui, par, attente)) continue;
    const montre = await texteMontre(maison, tx, dossier, attente, au);
    const attendu = nomAttendu(dossier, par, await sousSonNom(tx, dossier, par, qui));
    return { dossier, par, attente, montre, attendu, au };
  }
  return undefined;
}

/** Who signs for the company does it under the name that the dossier knows, not under that of his account. */
async function sousSonNom(tx: Tx, dossier: DossierCharge, par: Signataire, qui: Qui): Promise<Qui> {
  if (par !== "employeur") return qui;
  const porte = await porteOuverte(tx, dossier, "employeur");
  // A door of before names were asked for has only the address.
  return porte === undefined || porte.nom === porte.courriel ? qui : { ...qui, nom: porte.nom };
}

/** What somebody is about to sign, as he will be shown it; undefined when nothing of that name waits for him. */
export async function lireASigner(
  maison: Maison,
  qui: Qui,
  cible: CeQuOnSigne,
): Promise<ASigner | undefined> {
  return await transaction(maison.base, qui, async (tx) => {
    const lu = await trouverASigner(maison, tx, qui, cible);
    if (lu !== undefined && estScelle(lu.dossier.etat, lu.attente)) {
      await noterSaLecture(maison, tx, qui, lu.dossier, lu.montre.texte.titre);
    }
    return lu;
  });
}
