import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

/** Somebody outside who read something of one dossier. `quand` is a UTC ISO text. */
export interface LectureDeTiersEcrite {
  readonly dossierId: string;
  readonly quand: string;
  readonly role: "employeur" | "destinataire";
  readonly nom: string;
  readonly quoi: string;
}

export interface LectureDeTiersLue extends Omit<LectureDeTiersEcrite, "dossierId" | "role"> {
  readonly role: LectureDeTiersEcrite["role"] | "auditeur";
}

/** Notes one reading by somebody outside; nothing changes it afterwards. */
export async function noterLectureDeTiers(tx: Tx, l: LectureDeTiersEcrite): Promise<void> {
  await tx.db
    .insertInto("lecture_de_tiers")
    .values({
      organisme_id: tx.organismeId,
      dossier_id: l.dossierId,
      quand: l.quand,
      role: l.role,
      nom: l.nom,
      quoi: l.quoi,
    })
    .execute();
}

/**
 * The last `combien` readings of one dossier by anybody outside, or all of them, the last first: employer, recipients of a document,
 * and auditors, of this dossier or of a list that names it.
 */
export async function lireLecturesDeTiers(
  tx: Tx,
  dossierId: string,
  combien: number | null,
): Promise<LectureDeTiersLue[]> {
  const { rows } = await sql<LectureDeTiersLue>`
    select quand, role, nom, quoi, n from lecture_de_tiers
      where organisme_id = ${tx.organismeId} and dossier_id = ${dossierId}
    union all
    select l.quand, 'auditeur', l.nom, l.quoi, l.n
      from audit_dossier a
        join dossier d on d.organisme_id = a.organisme_id and d.id = a.dossier_id
        join audit_lecture l on l.organisme_id = a.organisme_id and l.audit_id = a.audit_id
      where a.organisme_id = ${tx.organismeId} and a.dossier_id = ${dossierId}
        and (l.reference is null or l.reference = d.reference)
    order by quand desc, n desc limit ${combien}`.execute(tx.db);
  return rows.map(({ quand, role, nom, quoi }) => ({ quand, role, nom, quoi }));
}
