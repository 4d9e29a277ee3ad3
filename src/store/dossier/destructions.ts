import { sql } from "kysely";
import { type Base, type Tx, transactionDeService } from "../connexion.ts";
import type { CleLue } from "./cles.ts";

/** Number of the lock that whoever wraps a key shares, and that whoever changes the outer keys waits for. */
const VERROU_ENVELOPPES = 7_301;
const AUCUN = "00000000-0000-0000-0000-000000000000";

/**
 * Held to the end of the transaction by whoever wraps a key: the outer key that he takes from the keyring after this is
 * not destroyed before he is done.
 */
export async function retenirLesClesExternes(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${VERROU_ENVELOPPES})`.execute(tx.db);
}

/**
 * Runs `fn` while nobody wraps a key: whoever was at it is waited for, and whoever begins later finds the outer keys as
 * `fn` leaves them.
 */
export async function sansEnveloppeEnCours<T>(base: Base, fn: () => Promise<T>): Promise<T> {
  return await transactionDeService(base, async (db) => {
    await sql`select pg_advisory_xact_lock(${VERROU_ENVELOPPES})`.execute(db);
    return await fn();
  });
}

/** Takes everything away that is sealed under the content key of a dossier, apart from the contents of these ids. */
export async function effacerContenus(tx: Tx, dossierId: string, gardes: ReadonlySet<string>): Promise<void> {
  const duDossier = (table: "contenu" | "brouillon" | "fichier_ecarte" | "piece") =>
    tx.db.deleteFrom(table).where("organisme_id", "=", tx.organismeId).where("dossier_id", "=", dossierId);
  await duDossier("contenu")
    .where("id", "not in", [...gardes, AUCUN])
    .execute();
  await duDossier("brouillon").execute();
  await duDossier("fichier_ecarte").execute();
  await duDossier("piece").where("classe", "=", "contenu").execute();
  // A person's own file, while it waits to be taken.
  await tx.db
    .deleteFrom("preparation")
    .where("organisme_id", "=", tx.organismeId)
    .where("nature", "=", "tout")
    .where("reference", "=", (eb) =>
      eb
        .selectFrom("dossier")
        .select("reference")
        .where("organisme_id", "=", tx.organismeId)
        .where("id", "=", dossierId),
    )
    .execute();
}

/** The same content sealed under another key of its dossier, with the salt of its commitment. */
export async function rescellerContenu(
  tx: Tx,
  dossierId: string,
  {
    id,
    version,
    scelle,
    selScelle,
  }: { id: string; version: number; scelle: Uint8Array; selScelle: Uint8Array },
): Promise<void> {
  await tx.db
    .updateTable("contenu")
    .set({ scelle: Buffer.from(scelle), sel_scelle: Buffer.from(selScelle) })
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("id", "=", id)
    .where("version", "=", version)
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

/** Notes that what this outer key wrapped for a dossier is to be out of reach: `n` is the rank of the fact that asks. */
export async function ecrireDestruction(
  tx: Tx,
  d: { dossierId: string; n: number; cleExterne: string; demandeeLe: string },
): Promise<void> {
  await tx.db
    .insertInto("destruction")
    .values({
      organisme_id: tx.organismeId,
      dossier_id: d.dossierId,
      n: d.n,
      cle_externe: d.cleExterne,
      demandee_le: d.demandeeLe,
      effective_le: null,
      ligne: null,
    })
    .execute();
}

/** The destructions of an organisation that are not effective yet, the oldest first, with the facts that ask. */
export async function destructionsEnAttente(tx: Tx) {
  return await tx.db
    .selectFrom("destruction as x")
    .innerJoin("dossier as d", (j) =>
      j.onRef("d.organisme_id", "=", "x.organisme_id").onRef("d.id", "=", "x.dossier_id"),
    )
    .innerJoin("fait as f", (j) =>
      j
        .onRef("f.organisme_id", "=", "x.organisme_id")
        .onRef("f.dossier_id", "=", "x.dossier_id")
        .onRef("f.n", "=", "x.n"),
    )
    .select([
      "x.dossier_id as dossierId",
      "d.reference",
      "x.n",
      "x.cle_externe as cleExterne",
      "f.texte as texteDuFait",
    ])
    .where("x.organisme_id", "=", tx.organismeId)
    .where("x.effective_le", "is", null)
    .orderBy("x.demandee_le")
    .orderBy("x.dossier_id")
    .execute();
}

/**
 * Notes that a destruction is effective, and which line of the register says so; a restored database may not know that
 * it was asked.
 */
export async function rendreEffective(
  tx: Tx,
  { dossierId, n }: { dossierId: string; n: number },
  { le, ligne }: { le: string; ligne: number },
): Promise<void> {
  await tx.db
    .insertInto("destruction")
    .values({
      organisme_id: tx.organismeId,
      dossier_id: dossierId,
      n,
      cle_externe: "",
      demandee_le: le,
      effective_le: le,
      ligne,
    })
    .onConflict((oc) =>
      oc.columns(["organisme_id", "dossier_id", "n"]).doUpdateSet({ effective_le: le, ligne }),
    )
    .execute();
}

/** How many lines of the register this database knows. */
export async function lignesConnues(base: Base): Promise<number> {
  const { n } = await transactionDeService(base, (db) =>
    db
      .selectFrom("destruction")
      .select((eb) => eb.fn.count<number>("ligne").as("n"))
      .executeTakeFirstOrThrow(),
  );
  return n;
}

/** Which of them, for one organisation. */
export async function lignesDeLOrganisme(tx: Tx): Promise<ReadonlySet<number>> {
  const lues = await tx.db
    .selectFrom("destruction")
    .select("ligne")
    .where("organisme_id", "=", tx.organismeId)
    .where("ligne", "is not", null)
    .execute();
  return new Set(lues.map((l) => l.ligne!));
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

/** The organisations where a destruction waits to be effective. */
export async function organismesADetruire(base: Base): Promise<string[]> {
  const lus = await transactionDeService(base, (db) =>
    db
      .selectFrom("destruction")
      .select("organisme_id")
      .distinct()
      .where("effective_le", "is", null)
      .execute(),
  );
  return lus.map((l) => l.organisme_id);
}

/** The next keys that one of these outer keys wraps, in the order of dossiers, after this one; held until the end. */
export async function clesSousExternes(tx: Tx, externes: readonly string[], apres: string, lot: number) {
  return await tx.db
    .selectFrom("cle_dossier")
    .select(["dossier_id as dossierId", "classe", "cle_externe as cleExterne", "enveloppe"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", ">", apres)
    .where("cle_externe", "in", [...externes])
    .orderBy("dossier_id")
    .limit(lot)
    .forUpdate()
    .execute();
}

/** The same keys under other wrappings, in one statement. */
export async function reecrireCles(
  tx: Tx,
  cles: readonly (CleLue & { readonly dossierId: string })[],
): Promise<void> {
  await sql`update cle_dossier as c set cle_externe = v.externe, enveloppe = v.enveloppe
    from unnest(${cles.map((c) => c.dossierId)}::uuid[], ${cles.map((c) => c.classe)}::text[],
      ${cles.map((c) => c.cleExterne)}::text[], ${cles.map((c) => Buffer.from(c.enveloppe))}::bytea[])
      as v (dossier, classe, externe, enveloppe)
    where c.organisme_id = ${tx.organismeId} and c.dossier_id = v.dossier and c.classe = v.classe`.execute(
    tx.db,
  );
}

/** The wrapped keys of a class, in the order of dossiers, after this one. */
export async function clesDeLaClasse(tx: Tx, classe: CleLue["classe"], apres: string, lot: number) {
  return await tx.db
    .selectFrom("cle_dossier")
    .select(["dossier_id as dossierId", "classe", "cle_externe as cleExterne", "enveloppe"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", ">", apres)
    .where("classe", "=", classe)
    .orderBy("dossier_id")
    .limit(lot)
    .execute();
}
