import type { Tx } from "../connexion.ts";

/** A paper as it is kept, whole: what was printed is never printed again differently. */
export interface PieceEcrite {
  readonly dossierId: string;
  readonly id: string;
  readonly nature: string;
  readonly classe: "contenu" | "preuve";
  readonly nom: string;
  readonly typeMedia: string;
  readonly empreinte: Uint8Array;
  readonly octets: Uint8Array;
}

/** Keeps a paper; throws on an id that is taken. */
export async function ecrirePiece(tx: Tx, p: PieceEcrite): Promise<void> {
  await tx.db
    .insertInto("piece")
    .values({
      organisme_id: tx.organismeId,
      dossier_id: p.dossierId,
      id: p.id,
      nature: p.nature,
      classe: p.classe,
      nom: p.nom,
      type_media: p.typeMedia,
      taille: p.octets.length,
      empreinte: Buffer.from(p.empreinte),
      octets: Buffer.from(p.octets),
    })
    .execute();
}

/** The papers of a dossier without their bytes, the oldest first. */
export async function listerPieces(tx: Tx, dossierId: string) {
  return await tx.db
    .selectFrom("piece")
    .select(["id", "nature", "classe", "nom", "taille", "empreinte", "cree_le as creeLe"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .orderBy("cree_le")
    .orderBy("id")
    .execute();
}

/** A sealed file with its bytes; undefined when this dossier has none of that id. */
export async function lirePiece(tx: Tx, dossierId: string, id: string) {
  return await tx.db
    .selectFrom("piece")
    .select([
      "id",
      "nature",
      "classe",
      "nom",
      "type_media as typeMedia",
      "octets",
      "empreinte",
      "cree_le as creeLe",
    ])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("id", "=", id)
    .executeTakeFirst();
}
