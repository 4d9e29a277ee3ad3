import { type Base, type Tx, transactionDeService } from "../connexion.ts";

const AUCUN = "00000000-0000-0000-0000-000000000000";

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
    // Emptied since with the proofs of its dossier, it has no fact to tell any more.
    .where("f.texte", "<>", "")
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
  return await transactionDeService(base, async (db) => {
    const compter = (table: "destruction" | "effacement") =>
      db
        .selectFrom(table)
        .select((eb) => eb.fn.count<number>("ligne").as("n"))
        .executeTakeFirstOrThrow();
    return (await compter("destruction")).n + (await compter("effacement")).n;
  });
}

/** Which of them, for one organisation. */
export async function lignesDeLOrganisme(tx: Tx): Promise<ReadonlySet<number>> {
  const lire = (table: "destruction" | "effacement") =>
    tx.db
      .selectFrom(table)
      .select("ligne")
      .where("organisme_id", "=", tx.organismeId)
      .where("ligne", "is not", null)
      .execute();
  return new Set([...(await lire("destruction")), ...(await lire("effacement"))].map((l) => l.ligne!));
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
