import type { Tx } from "../connexion.ts";

/** A hand-over of the signing key, as the log holds it: its signed note, at its position. */
export interface PassationLue {
  readonly position: number;
  readonly note: string;
}

/** The hand-overs of the signing key, the oldest first. */
export function lirePassations(tx: Tx): Promise<PassationLue[]> {
  return passations(tx).orderBy("position").execute();
}

/** The last one, after which its new key signs; undefined while the first key signs. */
export function lireDernierePassation(tx: Tx): Promise<PassationLue | undefined> {
  return passations(tx).orderBy("position", "desc").limit(1).executeTakeFirst();
}

function passations(tx: Tx) {
  return tx.db
    .selectFrom("journal_entree")
    .select(["position", "feuille as note"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "is", null);
}
