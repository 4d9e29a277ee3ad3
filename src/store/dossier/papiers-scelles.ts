import type { Tx } from "../connexion.ts";
import { ecrirePiece, type PieceEcrite } from "./pieces.ts";

/** A paper that left sealed, without its bytes. Fingerprints are SHA-256. */
export interface PapierScelle {
  readonly papier: string;
  readonly pieceId: string;
  readonly scellePar: string;
  readonly certificat: Uint8Array;
  readonly scelleLe: string;
  readonly horodateLe: string | null;
  readonly autorite: string | null;
  readonly sansHorodatage: string | null;
}

/** Keeps a sealed paper and its bytes, unless the same paper left sealed meanwhile: the first one stays. */
export async function ecrirePapierScelle(
  tx: Tx,
  avant: Uint8Array,
  p: Omit<PapierScelle, "pieceId">,
  piece: PieceEcrite,
): Promise<void> {
  // Two requests for one paper wait for each other here; the second one finds what the first kept.
  await tx.db
    .selectFrom("dossier")
    .select("id")
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", piece.dossierId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  if ((await lireExemplaire(tx, piece.dossierId, p.papier, avant)) !== undefined) return;
  await ecrirePiece(tx, piece);
  await tx.db
    .insertInto("papier_scelle")
    .values({
      organisme_id: tx.organismeId,
      dossier_id: piece.dossierId,
      papier: p.papier,
      avant: Buffer.from(avant),
      piece_id: piece.id,
      scelle_par: p.scellePar,
      certificat: Buffer.from(p.certificat),
      scelle_le: p.scelleLe,
      horodate_le: p.horodateLe,
      autorite: p.autorite,
      sans_horodatage: p.sansHorodatage,
    })
    .execute();
}

/** The bytes that left for this very paper, as it was before its seal; undefined when it never left. */
export async function lireExemplaire(
  tx: Tx,
  dossierId: string,
  papier: string,
  avant: Uint8Array,
): Promise<Uint8Array | undefined> {
  const lu = await tx.db
    .selectFrom("papier_scelle as s")
    .innerJoin("piece as p", (j) =>
      j
        .onRef("p.organisme_id", "=", "s.organisme_id")
        .onRef("p.dossier_id", "=", "s.dossier_id")
        .onRef("p.id", "=", "s.piece_id"),
    )
    .select("p.octets")
    .where("s.organisme_id", "=", tx.organismeId)
    .where("s.dossier_id", "=", dossierId)
    .where("s.papier", "=", papier)
    .where("s.avant", "=", Buffer.from(avant))
    .executeTakeFirst();
  return lu?.octets;
}

/** The papers of a dossier that left sealed, the newest first, each with the fingerprint of its bytes. */
export async function listerPapiersScelles(tx: Tx, dossierId: string) {
  return await tx.db
    .selectFrom("papier_scelle as s")
    .innerJoin("piece as p", (j) =>
      j
        .onRef("p.organisme_id", "=", "s.organisme_id")
        .onRef("p.dossier_id", "=", "s.dossier_id")
        .onRef("p.id", "=", "s.piece_id"),
    )
    .select([
      "s.papier",
      "s.piece_id as pieceId",
      "s.scelle_par as scellePar",
      "s.certificat",
      "s.scelle_le as scelleLe",
      "s.horodate_le as horodateLe",
      "s.autorite",
      "s.sans_horodatage as sansHorodatage",
      "p.empreinte",
    ])
    .where("s.organisme_id", "=", tx.organismeId)
    .where("s.dossier_id", "=", dossierId)
    .orderBy("s.scelle_le", "desc")
    .orderBy("s.piece_id")
    .execute();
}
