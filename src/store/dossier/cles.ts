import type { Tx } from "../connexion.ts";

/** A dossier key as it is kept: wrapped by an outer key that lies elsewhere. */
export interface CleLue {
  readonly classe: "contenu" | "preuve";
  readonly cleExterne: string;
  readonly enveloppe: Uint8Array;
}

/** Writes the wrapped keys of a dossier; the keys themselves never come here. */
export async function ecrireCles(tx: Tx, dossierId: string, cles: readonly CleLue[]): Promise<void> {
  await tx.db
    .insertInto("cle_dossier")
    .values(
      cles.map((c) => ({
        organisme_id: tx.organismeId,
        dossier_id: dossierId,
        classe: c.classe,
        cle_externe: c.cleExterne,
        enveloppe: c.enveloppe,
      })),
    )
    .execute();
}

/** A wrapped key; undefined once it was destroyed. */
export function lireCle(tx: Tx, dossierId: string, classe: CleLue["classe"]): Promise<CleLue | undefined> {
  return laCle(tx, dossierId, classe).executeTakeFirst();
}

/** The same, held to the end of the transaction: nobody wraps it anew meanwhile. */
export function tenirCle(tx: Tx, dossierId: string, classe: CleLue["classe"]): Promise<CleLue | undefined> {
  return laCle(tx, dossierId, classe).forUpdate().executeTakeFirst();
}

function laCle(tx: Tx, dossierId: string, classe: CleLue["classe"]) {
  return tx.db
    .selectFrom("cle_dossier")
    .select(["classe", "cle_externe as cleExterne", "enveloppe"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("classe", "=", classe);
}

/** Drops a key: what it opened stays out of reach once its outer key is destroyed too. */
export async function effacerCle(tx: Tx, dossierId: string, classe: CleLue["classe"]): Promise<void> {
  await tx.db
    .deleteFrom("cle_dossier")
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("classe", "=", classe)
    .execute();
}

/** Puts a key in the place of the one of its class. */
export async function remplacerCle(tx: Tx, dossierId: string, cle: CleLue): Promise<void> {
  await tx.db
    .updateTable("cle_dossier")
    .set({ cle_externe: cle.cleExterne, enveloppe: Buffer.from(cle.enveloppe) })
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("classe", "=", cle.classe)
    .execute();
}
