import { lienVivant } from "../../dossier/formulaire-communication.ts";
import { fermerLien, type LienLu, listerLiens } from "../../store/acces/communications.ts";
import { type Tx, transaction, transactionDeLecture } from "../../store/connexion.ts";
import { estUuid } from "../../values/uuid.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import type { Auteur, Maison } from "../maison.ts";

/** A link as her counsellor and she see it; `vivant` while it still opens the document. */
export type LienVu = LienLu & { vivant: boolean };

/** The links that were sent for one dossier, for those who may know of them: her counsellor and she herself. */
export async function listerDocumentsEnvoyes(
  maison: Maison,
  auteur: Auteur,
  reference: string,
): Promise<LienVu[] | undefined> {
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const dossier = await sonDossier(tx, auteur, reference);
    if (dossier === undefined) return undefined;
    const maintenant = maison.horloge();
    return (await listerLiens(tx, dossier.id)).map((l) => ({
      ...l,
      vivant: lienVivant(dossier.etat, l, maintenant),
    }));
  });
}

async function sonDossier(tx: Tx, auteur: Auteur, reference: string): Promise<DossierCharge | undefined> {
  const dossier = await chargerDossier(tx, reference);
  if (dossier === undefined) return undefined;
  return auteur.role === "beneficiaire" || estSonConseiller(dossier, auteur) ? dossier : undefined;
}

/** Ends one link before its day; false when there was nothing to end, or when it is not his to end. */
export async function arreterLien(
  maison: Maison,
  auteur: Auteur,
  { reference, lien }: { reference: string; lien: string },
): Promise<boolean> {
  if (!estUuid(lien)) return false;
  return await transaction(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || !estSonConseiller(dossier, auteur)) return false;
    return await fermerLien(tx, { dossierId: dossier.id, id: lien }, maison.horloge());
  });
}
