import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import { detruitDesContenus } from "../../dossier/destructions.ts";
import { type Tx, transaction, transactionDeLecture } from "../../store/connexion.ts";
import { lireCle } from "../../store/dossier/cles.ts";
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

/** Her content was destroyed while it was gathered: what was gathered is not kept. */
class ContenuDetruit extends Error {
  readonly phrase = "Vos textes ont été détruits pendant la préparation. Recommencez.";
  constructor() {
    super("the content was destroyed while it was gathered");
  }
}

/** How many times contents went: what was gathered before one of them is not what is there after. */
const destructions = ({ faits }: DossierCharge) => faits.filter(detruitDesContenus).length;

const lireDossier = (maison: Maison, auteur: Auteur, reference: string) =>
  transactionDeLecture(maison.base, auteur, (tx) => chargerDossier(tx, reference));

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
      const avant = await lireDossier(maison, auteur, reference);
      const octets = await archiveDeTout({ maison, auteur, imprimer, avancer }, reference);
      if (octets === undefined || avant === undefined) throw new Error("the dossier is unknown");
      const scelle = await transactionDeLecture(maison.base, auteur, async (tx) => {
        const dossier = await chargerDossier(tx, reference);
        if (dossier === undefined || destructions(dossier) !== destructions(avant))
          throw new ContenuDetruit();
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
      if (erreur instanceof ScelleIllisible && destructions(dossier) > 0) return undefined;
      throw erreur;
    }
  });
}

/** What an agreement keeps after a destruction lies under a content key too; with nothing kept, proofs alone are in it. */
const cleDe = async (maison: Maison, tx: Tx, { id }: DossierCharge) =>
  await cleDuDossier(maison, tx, id, (await lireCle(tx, id, "contenu")) === undefined ? "preuve" : "contenu");

/** A file of before a destruction has another place than one of after: it opens no more. */
const lieuDuFichier = ({ organismeId }: Tx, dossier: DossierCharge, preparation: string) => ({
  organismeId,
  dossierId: dossier.id,
  contenuId: `tout/${preparation}`,
  version: 1 + destructions(dossier),
});
