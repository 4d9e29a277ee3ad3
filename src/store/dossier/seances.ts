import type { Tx } from "../connexion.ts";

/** A session as the agenda shows it. */
export interface SeanceAgenda {
  readonly seance: string;
  readonly jour: string;
  readonly debut: string;
  readonly fin: string;
  readonly statut: string;
  readonly intervenant: string;
  readonly lieu: string;
  /** The person was alone with the intervenant, or is to be. */
  readonly individuelle: boolean;
}

/** Replaces the sessions of one dossier: they are few, and the facts are the truth. */
export async function remplacerSeances(
  tx: Tx,
  dossierId: string,
  seances: readonly SeanceAgenda[],
): Promise<void> {
  await tx.db
    .deleteFrom("seance")
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .execute();
  if (seances.length === 0) return;
  await tx.db
    .insertInto("seance")
    .values(seances.map((s) => ({ organisme_id: tx.organismeId, dossier_id: dossierId, ...s })))
    .execute();
}

/** The sessions of a day in order, planned or held, with the dossier they belong to. */
export async function seancesDuJour(tx: Tx, jour: string, intervenant: string) {
  return await tx.db
    .selectFrom("seance as s")
    .innerJoin("dossier as d", (j) =>
      j.onRef("d.organisme_id", "=", "s.organisme_id").onRef("d.id", "=", "s.dossier_id"),
    )
    .select([
      "d.reference",
      "d.nom_affiche as personne",
      "s.seance",
      "s.debut",
      "s.fin",
      "s.statut",
      "s.lieu",
    ])
    .where("s.organisme_id", "=", tx.organismeId)
    .where("s.jour", "=", jour)
    .where("s.intervenant", "=", intervenant)
    .where("s.statut", "in", ["prevue", "tenue"])
    .orderBy("s.debut")
    .execute();
}
