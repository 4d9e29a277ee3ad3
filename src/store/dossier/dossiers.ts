import { sql } from "kysely";
import type { Tx } from "../connexion.ts";
import type { TeteLue } from "../journal/journal.ts";
import { type CleDossier, type FaitLu, lireFaits } from "./faits.ts";
import { colonnesDuResume, type ResumeDossier } from "./resume.ts";

/** A dossier as an act needs it: its facts, and the head that the next writing must find unchanged. */
export interface DossierLu {
  readonly id: string;
  readonly reference: string;
  /** Identity and status of the person. */
  readonly beneficiaire: object;
  readonly faits: readonly FaitLu[];
  readonly tete: TeteLue;
}

/** The next reference of the year, `D-2026-0147`. Two openings at once wait for one another: no number is skipped. */
export async function prochaineReference(tx: Tx, annee: number): Promise<string> {
  const { dernier } = await tx.db
    .insertInto("compteur_reference")
    .values({ organisme_id: tx.organismeId, annee, dernier: 1 })
    .onConflict((oc) =>
      oc.columns(["organisme_id", "annee"]).doUpdateSet({ dernier: sql`compteur_reference.dernier + 1` }),
    )
    .returning("dernier")
    .executeTakeFirstOrThrow();
  return `D-${annee}-${String(dernier).padStart(4, "0")}`;
}

/** Makes the row of a new dossier, without facts; `ajouterFaits` follows with `TETE_VIDE`, in the same transaction. */
export async function creerDossier(
  tx: Tx,
  {
    id,
    reference,
    resume,
    site = null,
  }: {
    readonly id: string;
    readonly reference: string;
    readonly resume: ResumeDossier;
    readonly site?: string | null;
  },
): Promise<void> {
  const colonnes = colonnesDuResume(resume);
  await tx.db
    .insertInto("dossier")
    .values({
      organisme_id: tx.organismeId,
      id,
      reference,
      ...colonnes,
      site,
      beneficiaire: JSON.stringify(colonnes.beneficiaire),
      n: 0,
    })
    .execute();
  await tx.db
    .insertInto("dossier_tete")
    .values({
      organisme_id: tx.organismeId,
      dossier_id: id,
      taille: 0,
      frontiere: Buffer.alloc(0),
      racine: Buffer.from(tx.hasher.sha256(new Uint8Array(0))),
    })
    .execute();
}

/** The dossier of that id or of that reference, or undefined. */
export async function lireDossier(tx: Tx, cle: CleDossier): Promise<DossierLu | undefined> {
  // Sent together, answered in turn. Head first: facts written between the two reads make the next writing a conflict,
  // never an unseen fact.
  const [ligne, faits] = await Promise.all([lireTete(tx, cle), lireFaits(tx, cle)]);
  if (ligne === undefined) return undefined;
  const { id, reference, beneficiaire, taille, frontiere } = ligne;
  return { id, reference, beneficiaire, faits: faits.slice(0, taille), tete: { taille, frontiere } };
}

function lireTete(tx: Tx, cle: CleDossier) {
  return tx.db
    .selectFrom("dossier as d")
    .innerJoin("dossier_tete as t", (j) =>
      j.onRef("t.organisme_id", "=", "d.organisme_id").onRef("t.dossier_id", "=", "d.id"),
    )
    .select(["d.id", "d.reference", "d.beneficiaire", "t.taille", "t.frontiere"])
    .where("d.organisme_id", "=", tx.organismeId)
    .where((eb) => ("id" in cle ? eb("d.id", "=", cle.id) : eb("d.reference", "=", cle.reference)))
    .executeTakeFirst();
}

/**
 * Holds the head of a dossier until the end of the transaction, before it is read: no fact enters meanwhile, and one that
 * was entering is waited for. `partage` for who writes no fact; who writes one holds it alone, first of all its locks.
 */
export async function tenirTete(tx: Tx, reference: string, partage: "partage" | "seul"): Promise<void> {
  const tete = tx.db
    .selectFrom("dossier as d")
    .innerJoin("dossier_tete as t", (j) =>
      j.onRef("t.organisme_id", "=", "d.organisme_id").onRef("t.dossier_id", "=", "d.id"),
    )
    .select("t.taille")
    .where("d.organisme_id", "=", tx.organismeId)
    .where("d.reference", "=", reference);
  await (partage === "partage" ? tete.forShare("t") : tete.forNoKeyUpdate("t")).execute();
}

/** The reference of a dossier by its id; undefined when this database does not know it. */
export async function referenceDe(tx: Tx, dossierId: string): Promise<string | undefined> {
  const lu = await tx.db
    .selectFrom("dossier")
    .select("reference")
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", dossierId)
    .executeTakeFirst();
  return lu?.reference;
}
