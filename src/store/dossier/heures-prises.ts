import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

/** A session of an intervenant in another dossier; `reference` is null where this transaction sees no such dossier. */
export interface HeuresPrises {
  readonly reference: string | null;
  readonly debut: string;
  readonly fin: string;
  readonly statut: string;
  readonly individuelle: boolean;
}

/**
 * What an intervenant has that day in the other dossiers of the organisation, whatever the sites. From here to the end of
 * the transaction nobody else reads the same day of the same intervenant so: of two acts at once, the second sees what
 * the first wrote.
 */
export async function reserverSonJour(
  tx: Tx,
  { intervenant, jour, sauf }: { intervenant: string; jour: string; sauf: string },
): Promise<HeuresPrises[]> {
  const cle = `heures ${tx.organismeId} ${intervenant} ${jour}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${cle}, 0))`.execute(tx.db);
  // A statement of its own: it sees what was committed while the lock was waited for.
  const { rows } = await sql<HeuresPrises>`
    select d.reference, h.debut, h.fin, h.statut, h.individuelle
      from probant_heures_prises(${tx.organismeId}::uuid, ${intervenant}, ${jour}::date) h
        left join dossier d on d.organisme_id = ${tx.organismeId} and d.id = h.dossier_id
      where h.dossier_id <> ${sauf}::uuid`.execute(tx.db);
  return rows;
}
