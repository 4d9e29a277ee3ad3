import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

/** One kind of what is sealed in a dossier. `table` says where it lies; `nature` its kind among the texts. */
export interface ScelleCompte {
  table: "contenu" | "brouillon" | "fichier_ecarte" | "piece" | "preparation";
  nature: string;
  nombre: number;
}

/** What is sealed in a dossier, counted by kind, nothing opened: what a destruction takes and what may be kept. */
export async function compterScelles(tx: Tx, dossierId: string, reference: string): Promise<ScelleCompte[]> {
  const ici = sql`organisme_id = ${tx.organismeId} and dossier_id = ${dossierId}`;
  const { rows } = await sql<ScelleCompte & { nombre: string }>`
    select 'contenu' as "table", nature, count(distinct id) as nombre from contenu where ${ici} group by nature
    union all select 'brouillon', '', count(*) from brouillon where ${ici}
    union all select 'fichier_ecarte', '', count(*) from fichier_ecarte where ${ici}
    union all select 'piece', '', count(*) from piece where ${ici} and classe = 'contenu'
    union all select 'preparation', '', count(*) from preparation
      where organisme_id = ${tx.organismeId} and reference = ${reference} and nature = 'tout' and scelle is not null`.execute(
    tx.db,
  );
  return rows.map((r) => ({ ...r, nombre: Number(r.nombre) })).filter((r) => r.nombre > 0);
}
