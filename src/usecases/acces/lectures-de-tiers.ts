import {
  type LectureDeTiersLue,
  lireLecturesDeTiers,
  noterLectureDeTiers,
} from "../../store/acces/lectures-de-tiers.ts";
import { type Tx, transactionDeLecture } from "../../store/connexion.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import type { Auteur, Maison } from "../maison.ts";

export type { LectureDeTiersLue };

/** Who he is to her, in a word or two. */
export const LECTEURS: Readonly<Record<LectureDeTiersLue["role"], string>> = {
  employeur: "employeur",
  destinataire: "destinataire d’un document",
  auditeur: "auditeur",
};

/** The readings that a page shows, the last ones. */
export const LECTURES_MONTREES = 200;

/** Notes one reading, in the transaction that shows what was read. */
export function noterQuUnTiersLit(
  maison: Maison,
  tx: Tx,
  l: { dossierId: string; role: "employeur" | "destinataire"; nom: string; quoi: string },
): Promise<void> {
  return noterLectureDeTiers(tx, { ...l, quand: maison.horloge() });
}

/**
 * Who outside the organisation read what of one dossier, and when, the last first. The person and her counsellor see
 * them all; the others of the organisation see those of the employer. undefined for an unknown dossier.
 */
export async function listerLecturesDeTiers(
  maison: Maison,
  auteur: Auteur,
  reference: string,
): Promise<LectureDeTiersLue[] | undefined> {
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined) return undefined;
    const lues = await lireLecturesDeTiers(tx, dossier.id, LECTURES_MONTREES);
    const toutes = auteur.role === "beneficiaire" || estSonConseiller(dossier, auteur);
    return toutes ? lues : lues.filter((l) => l.role === "employeur");
  });
}
