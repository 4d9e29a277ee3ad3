import { sql } from "kysely";
import type { Tx } from "../connexion.ts";

/** What is drawn and shown, until when. Days are `AAAA-MM-JJ`; `population` is what the sample was drawn among. */
export interface AuditEcrit {
  readonly id: string;
  readonly du: string;
  readonly au: string;
  readonly taille: number;
  readonly graine: string;
  readonly population: readonly string[];
  readonly montreNoms: boolean;
  readonly finLe: string;
  readonly creePar: string;
  readonly creeLe: string;
}

export interface AuditLu extends AuditEcrit {
  readonly closLe: string | null;
}

/** `nom` is what the organisation wrote; `courriel` is that of his account. */
export interface AuditeurLu {
  readonly utilisateurId: string;
  readonly nom: string;
  readonly courriel: string;
}

/** Something that an auditor read; `reference` is null for what is of no dossier. */
export interface LectureEcrite {
  readonly auditId: string;
  readonly quand: string;
  readonly utilisateur: string;
  readonly nom: string;
  readonly quoi: string;
  readonly reference: string | null;
}
export interface LectureLue extends Omit<LectureEcrite, "auditId"> {
  readonly n: number;
}

/** References of the dossiers whose bilan had begun by `au` and had not ended before `du`, in their order. */
export async function referencesDeLaPeriode(tx: Tx, du: string, au: string): Promise<string[]> {
  const lues = await tx.db
    .selectFrom("dossier")
    .select("reference")
    .where("organisme_id", "=", tx.organismeId)
    .where("debut", "<=", au)
    .where((eb) => eb.or([eb("fin", "is", null), eb("fin", ">=", du)]))
    .orderBy("reference")
    .execute();
  return lues.map((l) => l.reference);
}

/** Writes an audit, its sample in the order of the draw, and its auditors. */
export async function ecrireAudit(
  tx: Tx,
  audit: AuditEcrit,
  tires: readonly string[],
  auditeurs: readonly Omit<AuditeurLu, "courriel">[],
): Promise<void> {
  const organisme_id = tx.organismeId;
  await tx.db
    .insertInto("audit")
    .values({
      organisme_id,
      id: audit.id,
      du: audit.du,
      au: audit.au,
      taille: audit.taille,
      graine: audit.graine,
      population: [...audit.population],
      montre_noms: audit.montreNoms,
      fin_le: audit.finLe,
      cree_par: audit.creePar,
      cree_le: audit.creeLe,
    })
    .execute();
  await sql`insert into audit_dossier (organisme_id, audit_id, dossier_id, rang)
    select d.organisme_id, ${audit.id}, d.id, t.rang from unnest(${[...tires]}::text[])
      with ordinality as t (reference, rang)
      join dossier d on d.organisme_id = ${organisme_id} and d.reference = t.reference`.execute(tx.db);
  await tx.db
    .insertInto("audit_auditeur")
    .values(
      auditeurs.map(({ utilisateurId: utilisateur_id, nom: nom_donne }) => ({
        organisme_id,
        audit_id: audit.id,
        utilisateur_id,
        nom_donne,
      })),
    )
    .execute();
}

const COLONNES = [
  "id",
  "du",
  "au",
  "taille",
  "graine",
  "population",
  "montre_noms as montreNoms",
  "fin_le as finLe",
  "cree_par as creePar",
  "cree_le as creeLe",
  "clos_le as closLe",
] as const;

/** Every audit of the organisation, the newest first. */
export async function listerAudits(tx: Tx): Promise<AuditLu[]> {
  return await tx.db
    .selectFrom("audit")
    .select(COLONNES)
    .where("organisme_id", "=", tx.organismeId)
    .orderBy("cree_le", "desc")
    .orderBy("id")
    .execute();
}

/** One audit, whoever it was given to. */
export async function lireAudit(tx: Tx, id: string): Promise<AuditLu | undefined> {
  return await tx.db
    .selectFrom("audit")
    .select(COLONNES)
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The audits that were given to this auditor, the newest first; whether one is still open is for the caller to say. */
export async function listerAuditsDe(tx: Tx, utilisateurId: string): Promise<AuditLu[]> {
  return await tx.db
    .selectFrom("audit")
    .select(COLONNES)
    .where("organisme_id", "=", tx.organismeId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("audit_auditeur as x")
          .select("x.audit_id")
          .where("x.organisme_id", "=", tx.organismeId)
          .where("x.utilisateur_id", "=", utilisateurId)
          .whereRef("x.audit_id", "=", "audit.id"),
      ),
    )
    .orderBy("cree_le", "desc")
    .orderBy("id")
    .execute();
}

/** The sample, in the order of the draw. */
export async function lireEchantillon(tx: Tx, auditId: string) {
  return await tx.db
    .selectFrom("audit_dossier as a")
    .innerJoin("dossier as d", (j) =>
      j.onRef("d.organisme_id", "=", "a.organisme_id").onRef("d.id", "=", "a.dossier_id"),
    )
    .select(["d.id", "d.reference", "d.nom_affiche as nom", "d.debut", "d.fin", "d.n as faits"])
    .where("a.organisme_id", "=", tx.organismeId)
    .where("a.audit_id", "=", auditId)
    .orderBy("a.rang")
    .execute();
}

/** To whom an audit was given, under the name that the organisation wrote. */
export async function lireAuditeurs(tx: Tx, auditId: string): Promise<AuditeurLu[]> {
  return await tx.db
    .selectFrom("audit_auditeur_lu")
    .select(["utilisateur_id as utilisateurId", "nom", "courriel"])
    .where("organisme_id", "=", tx.organismeId)
    .where("audit_id", "=", auditId)
    .orderBy("courriel")
    .execute();
}

/** Ends an audit now; false when it had ended already. */
export async function cloreAudit(tx: Tx, id: string, quand: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("audit")
    .set({ clos_le: quand })
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", id)
    .where("clos_le", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Notes one reading in an audit; nothing changes it afterwards. */
export async function noterLecture(tx: Tx, l: LectureEcrite): Promise<void> {
  await tx.db
    .insertInto("audit_lecture")
    .values({
      organisme_id: tx.organismeId,
      audit_id: l.auditId,
      quand: l.quand,
      utilisateur: l.utilisateur,
      nom: l.nom,
      quoi: l.quoi,
      reference: l.reference,
    })
    .execute();
}

/** What was read in an audit, the last first; all of it, or the last `combien`. */
export async function lireLectures(tx: Tx, auditId: string, combien?: number): Promise<LectureLue[]> {
  let requete = tx.db
    .selectFrom("audit_lecture")
    .select(["n", "quand", "utilisateur", "nom", "quoi", "reference"])
    .where("organisme_id", "=", tx.organismeId)
    .where("audit_id", "=", auditId)
    .orderBy("n", "desc");
  if (combien !== undefined) requete = requete.limit(combien);
  return await requete.execute();
}
