import type { Tx } from "../connexion.ts";

/** A file that was set apart, sealed. */
export interface FichierEcarte {
  dossierId: string;
  id: string;
  utilisateur: string;
  motif: string;
  taille: number;
  empreinte: Uint8Array;
  scelle: Uint8Array;
}

/** Keeps a file apart, sealed by the caller. */
export async function ecrireFichierEcarte(tx: Tx, f: FichierEcarte): Promise<void> {
  await tx.db
    .insertInto("fichier_ecarte")
    .values({
      organisme_id: tx.organismeId,
      dossier_id: f.dossierId,
      id: f.id,
      utilisateur: f.utilisateur,
      motif: f.motif,
      taille: f.taille,
      empreinte: Buffer.from(f.empreinte),
      scelle: Buffer.from(f.scelle),
    })
    .execute();
}

/** The files of a dossier that were set apart, the last first, without their bytes. */
export async function listerFichiersEcartes(tx: Tx, dossierId: string) {
  return await tx.db
    .selectFrom("fichier_ecarte")
    .select(["id", "quand", "motif", "taille"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .orderBy("quand", "desc")
    .execute();
}
