import type { Role } from "../../dossier/acte.ts";
import {
  type LectureDeContenuLue,
  lireLecturesDeContenu,
  noterLectureDeContenu,
} from "../../store/acces/lectures-de-contenu.ts";
import { type Tx, transactionDeLecture } from "../../store/connexion.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { LECTURES_MONTREES } from "./lectures-de-tiers.ts";

export type { LectureDeContenuLue };

const DU_CENTRE: ReadonlySet<Role> = new Set(["conseiller", "assistant", "responsable", "reseau"]);

/**
 * Notes that a member of the organisation is shown sealed texts, in the transaction that shows them: once a day (decision
 * 0180). Others have a list of their own, or read their own dossier.
 */
export async function noterSaLecture(
  maison: Maison,
  tx: Tx,
  { role, utilisateur }: Pick<Auteur, "role" | "utilisateur">,
  { id: dossierId }: Pick<DossierCharge, "id">,
  quoi: string,
): Promise<void> {
  if (!DU_CENTRE.has(role)) return;
  const quand = maison.horloge();
  await noterLectureDeContenu(tx, { dossierId, jour: jourDeParis(quand), quand, utilisateur, quoi });
}

/** Which members opened her texts, and on which days, the last first; for herself alone. undefined for anyone else. */
export async function listerLecturesDeContenu(
  maison: Maison,
  auteur: Auteur,
  reference: string,
): Promise<LectureDeContenuLue[] | undefined> {
  if (auteur.role !== "beneficiaire") return undefined;
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    return dossier === undefined ? undefined : await lireLecturesDeContenu(tx, dossier.id, LECTURES_MONTREES);
  });
}
