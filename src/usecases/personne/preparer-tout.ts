import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import { type Tx, transaction, transactionDeLecture } from "../../store/connexion.ts";
import { lireFichierScelle } from "../../store/dossier/preparations.ts";
import { ScelleIllisible } from "../../vault/chiffre.ts";
import { ouvrir, sceller } from "../../vault/contenu.ts";
import { chargerDossier, cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";
import { mener, type Preparation, suivre } from "../preparations/mener.ts";
import { archiveDeTout } from "./tout-rassembler.ts";

interface Fabrique {
  maison: Maison;
  auteur: Auteur;
  imprimer: (document: DocumentImprimable) => Promise<Uint8Array>;
}

/** Starts the making of her file with every paper, or joins the one that runs. */
export async function preparerTout(
  { maison, auteur, imprimer }: Fabrique,
  reference: string,
  signaler: (erreur: Error) => void,
): Promise<{ id: string; finie: Promise<void> }> {
  return await mener(
    { maison, auteur },
    { nature: "tout", reference, taire: [] },
    async (id, avancer) => {
      const octets = await archiveDeTout({ maison, auteur, imprimer, avancer }, reference);
      const scelle = await transactionDeLecture(maison.base, auteur, async (tx) => {
        const dossier = await chargerDossier(tx, reference);
        if (octets === undefined || dossier === undefined) throw new Error("the dossier is unknown");
        return sceller(await cleDe(maison, tx, dossier), lieuDuFichier(tx, dossier, id), octets);
      });
      return { scelle };
    },
    signaler,
  );
}

/** The making of that id when it is of this dossier. */
export async function suivreTout(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  id: string,
): Promise<Preparation | undefined> {
  const suivie = await suivre(maison, auteur, "tout", id);
  return suivie?.reference === reference ? suivie : undefined;
}

/** The finished file; undefined while it is not, once it is forgotten, or when its content was destroyed meanwhile. */
export async function lireTout(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  id: string,
): Promise<Uint8Array | undefined> {
  if ((await suivreTout(maison, auteur, reference, id))?.etat !== "prete") return undefined;
  return await transaction(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    const scelle = await lireFichierScelle(tx, { id, reference });
    if (dossier === undefined || scelle === undefined) return undefined;
    try {
      return ouvrir(await cleDe(maison, tx, dossier), lieuDuFichier(tx, dossier, id), scelle);
    } catch (erreur) {
      if (erreur instanceof ScelleIllisible && dossier.etat.destruction !== null) return undefined;
      throw erreur;
    }
  });
}

/** After a destruction her file holds proofs alone: it needs no key that dies. */
const cleDe = (maison: Maison, tx: Tx, { id, etat }: DossierCharge) =>
  cleDuDossier(maison, tx, id, etat.destruction === null ? "contenu" : "preuve");

const lieuDuFichier = ({ organismeId }: Tx, { id }: DossierCharge, preparation: string) => ({
  organismeId,
  dossierId: id,
  contenuId: `tout/${preparation}`,
  version: 1,
});
