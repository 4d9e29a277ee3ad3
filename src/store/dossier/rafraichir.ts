import type { Tx } from "../connexion.ts";
import { colonnesDuResume, type ResumeDossier } from "./resume.ts";

/** Dossiers whose row was not written since `depuis` and that are not closed: what a new day may change. */
export async function dossiersARafraichir(
  tx: Tx,
  depuis: string,
  clos: readonly string[],
  nombre: number,
): Promise<readonly { reference: string }[]> {
  return await tx.db
    .selectFrom("dossier")
    .select("reference")
    .where("organisme_id", "=", tx.organismeId)
    .where("maj_le", "<", depuis)
    .where("etape", "not in", [...clos])
    .orderBy("id")
    .limit(nombre)
    .execute();
}

/** Writes the row of a dossier again, from the same facts, if nobody wrote a fact meanwhile. */
export async function reecrireResume(
  tx: Tx,
  dossierId: string,
  n: number,
  resume: ResumeDossier,
  le: string,
): Promise<void> {
  const { beneficiaire: _beneficiaire, ...colonnes } = colonnesDuResume(resume);
  await tx.db
    .updateTable("dossier")
    .set({ ...colonnes, maj_le: le })
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", dossierId)
    .where("n", "=", n)
    .execute();
}
