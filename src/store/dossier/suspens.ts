import type { Tx } from "../connexion.ts";

/** A dossier where something is left open, with all of it as its row keeps it. */
export interface LigneEnSuspens {
  readonly reference: string;
  readonly personne: string;
  readonly suspens: unknown;
}

/** The dossiers of one side where something is left open, the oldest first; of one counsellor when it is given. */
export async function dossiersEnSuspens(
  tx: Tx,
  cote: "a_repondu" | "attend_reponse" | "a_signer",
  { conseiller, taille }: { conseiller?: string | undefined; taille: number },
): Promise<LigneEnSuspens[]> {
  return await tx.db
    .selectFrom("dossier")
    .select(["reference", "nom_affiche as personne", "suspens"])
    .where("organisme_id", "=", tx.organismeId)
    .where(cote, "is not", null)
    .$if(conseiller !== undefined, (q) => q.where("conseiller", "=", conseiller!))
    .orderBy(cote)
    .orderBy("id")
    .limit(taille)
    .execute();
}
