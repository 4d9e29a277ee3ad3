import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

/** A member who opened the sealed texts of one dossier, the first time that day. `quand` is a UTC ISO text. */
export interface LectureDeContenuLue {
  readonly quand: string;
  readonly nom: string;
  readonly quoi: string;
}

/** Notes it under the name that the organisation calls him by; that day's first row stays the only one. */
export async function noterLectureDeContenu(
  tx: Tx,
  l: { dossierId: string; jour: string; quand: string; utilisateur: string; quoi: string },
): Promise<void> {
  await sql`insert into lecture_de_contenu (organisme_id, dossier_id, jour, utilisateur, nom, quand, quoi)
    values (${tx.organismeId}, ${l.dossierId}, ${l.jour}, ${l.utilisateur},
      coalesce((select nom from membre_lu where utilisateur_id::text = ${l.utilisateur}), ''), ${l.quand}, ${l.quoi})
    on conflict do nothing`.execute(tx.db);
}

/**
 * The same for every dossier that holds texts or files of hers, when all of them are taken along at once. A row of its own
 * besides that day's: whoever reads one of them first does not take the others along unseen.
 */
export async function noterLecturesDeTout(
  tx: Tx,
  l: { jour: string; quand: string; utilisateur: string; nom: string; quoi: string },
): Promise<void> {
  await sql`insert into lecture_de_contenu (organisme_id, dossier_id, jour, utilisateur, nom, quand, quoi)
    select organisme_id, dossier_id, ${l.jour}, ${`${l.utilisateur} export`},
        coalesce((select nom from membre_lu where utilisateur_id::text = ${l.utilisateur}), ${l.nom}), ${l.quand}, ${l.quoi}
      from cle_dossier where organisme_id = ${tx.organismeId} and classe = 'contenu'
    on conflict do nothing`.execute(tx.db);
}

/** The readings of one dossier by members, the last first; all of them, or the last `combien`. */
export async function lireLecturesDeContenu(
  tx: Tx,
  dossierId: string,
  combien: number | null,
): Promise<LectureDeContenuLue[]> {
  const { rows } = await sql<LectureDeContenuLue>`
    select quand, nom, quoi from lecture_de_contenu
      where organisme_id = ${tx.organismeId} and dossier_id = ${dossierId}
      order by quand desc, utilisateur limit ${combien}`.execute(tx.db);
  return rows;
}
