import { sql } from "kysely";
import type { Base, Tx } from "../connexion.ts";

/** A link to one document, in the name of who sent it; moments are UTC ISO texts. */
export interface LienDeCommunication {
  readonly id: string;
  readonly dossierId: string;
  readonly reference: string;
  readonly document: string;
  readonly destinataire: string;
  readonly nom: string;
  readonly courriel: string;
  /** Account and intervenant of the sender. */
  readonly utilisateur: string;
  readonly intervenant: string;
  readonly envoyeLe: string;
  readonly expireLe: string;
  /** The fact of her agreement, where that names its reader; null for a recipient that is known without a name. */
  readonly accord: string | null;
}

export interface LienLu extends LienDeCommunication {
  /** First opening by its reader; null before. */
  readonly ouvertLe: string | null;
  readonly lectures: number;
  readonly fermeLe: string | null;
}

const COLONNES = [
  "id",
  "dossier_id as dossierId",
  "reference",
  "document",
  "destinataire",
  "nom",
  "courriel",
  "utilisateur",
  "intervenant",
  "envoye_le as envoyeLe",
  "expire_le as expireLe",
  "ouvert_le as ouvertLe",
  "lectures",
  "ferme_le as fermeLe",
  "accord",
] as const;

/** Writes a link by the hash of its secret; earlier ones to the same recipient for the same document end now. */
export async function ecrireLien(tx: Tx, l: LienDeCommunication, empreinte: Uint8Array): Promise<void> {
  await tx.db
    .updateTable("communication_lien")
    .set({ ferme_le: l.envoyeLe })
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", l.dossierId)
    .where("document", "=", l.document)
    .where("destinataire", "=", l.destinataire)
    // « autre » is as many recipients as there are agreements that name one.
    .where("accord", "is not distinct from", l.accord)
    .where("ferme_le", "is", null)
    .execute();
  await tx.db
    .insertInto("communication_lien")
    .values({
      organisme_id: tx.organismeId,
      id: l.id,
      dossier_id: l.dossierId,
      reference: l.reference,
      empreinte: Buffer.from(empreinte),
      document: l.document,
      destinataire: l.destinataire,
      nom: l.nom,
      courriel: l.courriel,
      utilisateur: l.utilisateur,
      intervenant: l.intervenant,
      envoye_le: l.envoyeLe,
      expire_le: l.expireLe,
      ouvert_le: null,
      ferme_le: null,
      accord: l.accord,
    })
    .execute();
}

/** The organisation and the id behind a secret, before any organisation is known; null when nobody has it. */
export async function trouverLien(
  base: Base,
  empreinte: Uint8Array,
): Promise<{ organismeId: string; id: string } | null> {
  const { rows } = await base.pool.query<{ organismeId: string; id: string }>(
    `select organisme_id as "organismeId", id from communication_lien where empreinte = $1`,
    [Buffer.from(empreinte)],
  );
  return rows[0] ?? null;
}

/** A link by its id, ended or not; undefined when this organisation has none of that id. */
export async function lireLien(tx: Tx, id: string): Promise<LienLu | undefined> {
  return await tx.db
    .selectFrom("communication_lien")
    .select(COLONNES)
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The links of one dossier, the last sent first. */
export async function listerLiens(tx: Tx, dossierId: string): Promise<LienLu[]> {
  return await tx.db
    .selectFrom("communication_lien")
    .select(COLONNES)
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .orderBy("envoye_le", "desc")
    .orderBy("id")
    .execute();
}

/** Notes a reading of the document: the first opens it. */
export async function noterLecture(tx: Tx, id: string, quand: string): Promise<void> {
  await tx.db
    .updateTable("communication_lien")
    .set({
      ouvert_le: sql`coalesce(ouvert_le, ${quand}::timestamptz)`,
      lectures: sql`lectures + 1`,
    })
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", id)
    .execute();
}

/** Ends a link now; false when it had ended, or is of another dossier. */
export async function fermerLien(
  tx: Tx,
  { dossierId, id }: { dossierId: string; id: string },
  quand: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("communication_lien")
    .set({ ferme_le: quand })
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("id", "=", id)
    .where("ferme_le", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
