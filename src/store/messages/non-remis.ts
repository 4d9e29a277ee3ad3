import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

/** A message about a dossier that surely or perhaps did not arrive. */
export interface MessageNonRemis {
  readonly id: string;
  readonly modele: string;
  readonly etat: "doute" | "echec";
  readonly creeLe: string;
  readonly reference: string;
  readonly personne: string;
}

/**
 * The messages about dossiers that did not arrive, the last first; of one counsellor's dossiers when it is given. One
 * that a later message of its kind, about the same dossier, has replaced is left out.
 */
export async function messagesNonRemis(
  tx: Tx,
  { conseiller, taille }: { conseiller?: string | undefined; taille: number },
): Promise<MessageNonRemis[]> {
  return await tx.db
    .selectFrom("message_sortie as m")
    .innerJoin("dossier as d", (j) =>
      j.onRef("d.organisme_id", "=", "m.organisme_id").onRef("d.id", "=", "m.dossier_id"),
    )
    .select([
      "m.id",
      "m.modele",
      sql<"doute" | "echec">`m.etat`.as("etat"),
      "m.cree_le as creeLe",
      "d.reference",
      "d.nom_affiche as personne",
    ])
    .where("m.organisme_id", "=", tx.organismeId)
    .where("m.etat", "in", ["doute", "echec"])
    .$if(conseiller !== undefined, (q) => q.where("d.conseiller", "=", conseiller!))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("message_sortie as suivant")
            .select("suivant.id")
            .whereRef("suivant.organisme_id", "=", "m.organisme_id")
            .whereRef("suivant.dossier_id", "=", "m.dossier_id")
            .whereRef("suivant.modele", "=", "m.modele")
            .whereRef("suivant.cree_le", ">", "m.cree_le")
            .where("suivant.etat", "=", "envoye"),
        ),
      ),
    )
    .orderBy("m.cree_le", "desc")
    .orderBy("m.id", "desc")
    .limit(taille)
    .execute();
}
