import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

/** That the end of a class of a dossier was announced, since when and for which day. */
export interface AnnonceLue {
  readonly classe: string;
  readonly du: string;
  readonly annonceeLe: string;
}

/** What one dossier was announced to lose. */
export async function lireAnnonces(tx: Tx, dossierId: string): Promise<AnnonceLue[]> {
  return await tx.db
    .selectFrom("annonce")
    .select(["classe", "du", "annoncee_le as annonceeLe"])
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .execute();
}

/** Announces the end of a class; another day announced before is forgotten. */
export async function ecrireAnnonce(
  tx: Tx,
  dossierId: string,
  { classe, du, annonceeLe }: AnnonceLue,
): Promise<void> {
  await tx.db
    .insertInto("annonce")
    .values({ organisme_id: tx.organismeId, dossier_id: dossierId, classe, du, annoncee_le: annonceeLe })
    .onConflict((oc) =>
      oc.columns(["organisme_id", "dossier_id", "classe"]).doUpdateSet({ du, annoncee_le: annonceeLe }),
    )
    .execute();
}

/** Takes back the announcements of these classes: what they told will not happen, or has. */
export async function retirerAnnonces(tx: Tx, dossierId: string, classes: readonly string[]): Promise<void> {
  if (classes.length === 0) return;
  await tx.db
    .deleteFrom("annonce")
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("classe", "in", [...classes])
    .execute();
}

/** Makes every announcement of the organisation begin again. */
export async function recommencerAnnonces(tx: Tx): Promise<void> {
  await tx.db.deleteFrom("annonce").where("organisme_id", "=", tx.organismeId).execute();
}

const annoncees = (tx: Tx) =>
  tx.db
    .selectFrom("dossier as d")
    .innerJoin("annonce as a", (j) =>
      j.onRef("a.organisme_id", "=", "d.organisme_id").onRef("a.dossier_id", "=", "d.id"),
    )
    .where("d.organisme_id", "=", tx.organismeId);

/** Some of the dossiers of which something is announced, the soonest first. Emptied ones are not seen. */
export async function dossiersAnnonces(
  tx: Tx,
  passes: number,
  nombre: number,
): Promise<readonly { reference: string }[]> {
  return await annoncees(tx)
    .select("d.reference")
    .groupBy("d.reference")
    .orderBy((eb) => eb.fn.min(sql`greatest(a.du, a.annoncee_le)`))
    .orderBy("d.reference")
    .offset(passes)
    .limit(nombre)
    .execute();
}

/** How many dossiers have something announced. */
export async function compterAnnonces(tx: Tx): Promise<number> {
  const { nombre } = await annoncees(tx)
    .select((eb) => eb.fn.count<number>("d.id").distinct().as("nombre"))
    .executeTakeFirstOrThrow();
  return nombre;
}

/**
 * When the clock passed last over this organisation, and the day on which it last looked at every dossier; null while it
 * is to look at all of them again.
 */
export interface Passage {
  readonly le: string;
  readonly entierLe: string | null;
}

export async function lirePassage(tx: Tx): Promise<Passage | undefined> {
  return await tx.db
    .selectFrom("passage")
    .select(["le", "entier_le as entierLe"])
    .where("organisme_id", "=", tx.organismeId)
    .executeTakeFirst();
}

export async function ecrirePassage(tx: Tx, { le, entierLe }: Passage): Promise<void> {
  await tx.db
    .insertInto("passage")
    .values({ organisme_id: tx.organismeId, le, entier_le: entierLe })
    .onConflict((oc) => oc.column("organisme_id").doUpdateSet({ le, entier_le: entierLe }))
    .execute();
}

/** Makes the next passing look at every dossier, whatever day the last whole one was. */
export async function regarderToutDeNouveau(tx: Tx): Promise<void> {
  await tx.db
    .updateTable("passage")
    .set({ entier_le: null })
    .where("organisme_id", "=", tx.organismeId)
    .execute();
}

/**
 * The next dossiers to look at, in the order of their ids: those that are not under way or have something announced; when
 * `depuis` is given, those that changed since.
 */
export async function dossiersATenir(
  tx: Tx,
  depuis: string | null,
  apres: string,
  nombre: number,
): Promise<readonly { id: string; reference: string }[]> {
  return await tx.db
    .selectFrom("dossier as d")
    .select(["d.id", "d.reference"])
    .where("d.organisme_id", "=", tx.organismeId)
    .where("d.id", ">", apres)
    .where(
      depuis === null
        ? sql<boolean>`(d.etape not in ('engage', 'deroulement') or exists (select from annonce a
            where a.organisme_id = d.organisme_id and a.dossier_id = d.id))`
        : sql<boolean>`d.maj_le >= ${depuis}::timestamptz`,
    )
    .orderBy("d.id")
    .limit(nombre)
    .execute();
}

/** What the organisation decided of the durations that no text gives; undefined until it does. */
export async function lireChoix(tx: Tx) {
  return await tx.db
    .selectFrom("choix_de_duree")
    .select(["sans_suite as sansSuite", "preuves_lues as preuvesLues", "factures"])
    .where("organisme_id", "=", tx.organismeId)
    .executeTakeFirst();
}

export async function ecrireChoix(
  tx: Tx,
  choix: { sansSuite: number | null; preuvesLues: boolean; factures: boolean },
  { quand, utilisateur }: { quand: string; utilisateur: string },
): Promise<void> {
  const ligne = {
    sans_suite: choix.sansSuite,
    preuves_lues: choix.preuvesLues,
    factures: choix.factures,
    quand,
    utilisateur,
  };
  await tx.db
    .insertInto("choix_de_duree")
    .values({ organisme_id: tx.organismeId, ...ligne })
    .onConflict((oc) => oc.column("organisme_id").doUpdateSet(ligne))
    .execute();
}
