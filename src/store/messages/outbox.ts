import { sql } from "kysely";
import { type Base, type Tx, transactionDeService } from "../connexion.ts";

/** A message to send, written with the facts that cause it. Holds addresses and references, never content. */
export interface MessageSortant {
  readonly id: string;
  readonly canal: string;
  readonly destinataire: object;
  readonly modele: string;
  readonly donnees: object;
  /** Moment before which it does not leave; left out when it may leave at once. */
  readonly pasAvant?: string;
}

/** A message that this sender took. `prise` is what closes it, `essais` counts this attempt. */
export interface MessagePris extends MessageSortant {
  readonly prise: number;
  readonly essais: number;
}

/** What became of a message that was taken. `erreur` is a French sentence without content. */
export type Issue =
  | { readonly etat: "envoye"; readonly le: string }
  | { readonly etat: "a_envoyer"; readonly prochainEssai: string; readonly erreur: string }
  | { readonly etat: "doute" | "echec" | "inutile"; readonly erreur: string };

/** Writes messages that no fact causes; those of an act go with its facts (`ajouterFaits`). */
export async function deposerMessages(tx: Tx, messages: readonly MessageSortant[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.db
    .insertInto("message_sortie")
    .values(
      messages.map((m) => ({
        organisme_id: tx.organismeId,
        id: m.id,
        canal: m.canal,
        destinataire: JSON.stringify(m.destinataire),
        modele: m.modele,
        donnees: JSON.stringify(m.donnees),
        prochain_essai: m.pasAvant ?? null,
      })),
    )
    .execute();
}

/** Which messages are alike: of one model, about one dossier, to one address. */
export interface Semblables {
  readonly modele: string;
  readonly dossierId: string;
  readonly adresse: string;
}

/**
 * Adds to the fields of the message of that kind that still waits; false when none does. One that a sender just took
 * is no longer waiting.
 */
export async function joindreAuMessage(
  tx: Tx,
  { modele, dossierId, adresse }: Semblables,
  champs: object,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("message_sortie")
    .set({
      donnees: sql<string>`jsonb_set(donnees, '{champs}', donnees -> 'champs' || ${JSON.stringify(champs)}::jsonb)`,
    })
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("modele", "=", modele)
    .where(sql`destinataire ->> 'adresse'`, "=", adresse)
    .where("etat", "=", "a_envoyer")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** When the last message of that kind left, or perhaps left; null when none did. */
export async function dernierDepart(
  tx: Tx,
  { modele, dossierId, adresse }: Semblables,
): Promise<string | null> {
  const lu = await tx.db
    .selectFrom("message_sortie")
    .select((eb) => eb.fn.max("envoi_commence").as("le"))
    .where("organisme_id", "=", tx.organismeId)
    .where("dossier_id", "=", dossierId)
    .where("modele", "=", modele)
    .where(sql`destinataire ->> 'adresse'`, "=", adresse)
    .where("etat", "in", ["en_cours", "envoye", "doute"])
    .executeTakeFirst();
  return lu?.le ?? null;
}

/**
 * Takes the oldest message that may leave, for as long as it takes to send it: once this transaction is committed it
 * belongs to this sender alone. Another sender passes over what is being taken. Undefined when nothing waits.
 */
export function prendreMessage(tx: Tx, maintenant: string): Promise<MessagePris | undefined> {
  return tx.db
    .updateTable("message_sortie")
    .set((eb) => ({
      etat: "en_cours",
      envoi_commence: maintenant,
      prises: eb("prises", "+", 1),
      essais: eb("essais", "+", 1),
    }))
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", (eb) =>
      eb
        .selectFrom("message_sortie")
        .select("id")
        .where("organisme_id", "=", tx.organismeId)
        .where("etat", "=", "a_envoyer")
        .where((e) => e.or([e("prochain_essai", "is", null), e("prochain_essai", "<=", maintenant)]))
        .orderBy("cree_le")
        .orderBy("id")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(["id", "canal", "destinataire", "modele", "donnees", "prises as prise", "essais"])
    .executeTakeFirst();
}

/**
 * Says what became of a message. What was secret in it is erased once it can no longer leave. False when it is no longer
 * this sender's: it took so long that the message was put in doubt meanwhile.
 */
export async function cloreMessage(
  tx: Tx,
  { id, prise }: Pick<MessagePris, "id" | "prise">,
  issue: Issue,
): Promise<boolean> {
  const fini = issue.etat !== "a_envoyer" && issue.etat !== "doute";
  const { numUpdatedRows } = await tx.db
    .updateTable("message_sortie")
    .set({
      etat: issue.etat,
      envoye_le: issue.etat === "envoye" ? issue.le : null,
      prochain_essai: issue.etat === "a_envoyer" ? issue.prochainEssai : null,
      erreur: "erreur" in issue ? issue.erreur : null,
      ...(fini ? { donnees: sansSecret } : {}),
    })
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", id)
    .where("etat", "=", "en_cours")
    .where("prises", "=", prise)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Changes what a message that was taken says, in the transaction that takes it. */
export async function changerDonnees(tx: Tx, id: string, donnees: object): Promise<void> {
  await tx.db
    .updateTable("message_sortie")
    .set({ donnees: JSON.stringify(donnees) })
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", id)
    .execute();
}

const sansSecret = sql<string>`donnees - 'secret'`;

/** Puts in doubt what was begun before that moment and never closed: whoever had it is dead. Gives how many. */
export async function douterDesAbandonnes(tx: Tx, avant: string, erreur: string): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable("message_sortie")
    .set({ etat: "doute", erreur })
    .where("organisme_id", "=", tx.organismeId)
    .where("etat", "=", "en_cours")
    .where("envoi_commence", "<", avant)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Erases the secret of the doubtful messages begun before that moment: they cannot be sent again any more. */
export async function oublierSecrets(tx: Tx, avant: string): Promise<void> {
  await tx.db
    .updateTable("message_sortie")
    .set({ etat: "echec", donnees: sansSecret })
    .where("organisme_id", "=", tx.organismeId)
    .where("etat", "=", "doute")
    .where("envoi_commence", "<", avant)
    .where("a_secret", "=", true)
    .execute();
}

/**
 * Puts a doubtful or failed message back in the queue, as if never tried. False when there is none of that id, when it
 * is in another state, or when it led to a secret link that was erased.
 */
export async function remettreEnFile(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("message_sortie")
    .set({ etat: "a_envoyer", essais: 0, prochain_essai: null, erreur: null })
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", id)
    .where("etat", "in", ["doute", "echec"])
    .where(peutRepartir)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether nothing that the message needs was erased. */
export const peutRepartir = sql<boolean>`(a_secret or not coalesce((donnees ->> 'aUnSecret')::boolean, false))`;

/** The organisations that have something to send now, or to put in doubt, or to forget. */
export async function organismesAServir(
  base: Base,
  { maintenant, doute, oubli }: { maintenant: string; doute: string; oubli: string },
): Promise<readonly string[]> {
  const lus = await transactionDeService(base, (db) =>
    db
      .selectFrom("message_sortie")
      .select("organisme_id")
      .distinct()
      .where((e) =>
        e.or([
          e.and([
            e("etat", "=", "a_envoyer"),
            e.or([e("prochain_essai", "is", null), e("prochain_essai", "<=", maintenant)]),
          ]),
          e.and([e("etat", "=", "en_cours"), e("envoi_commence", "<", doute)]),
          e.and([e("etat", "=", "doute"), e("a_secret", "=", true), e("envoi_commence", "<", oubli)]),
        ]),
      )
      .execute(),
  );
  return lus.map((l) => l.organisme_id);
}

/** Names of the outer keys that the secrets of the organisation's messages still wait under. */
export async function clesDesSecrets(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ cle: string }>`
    select distinct donnees #>> '{secret,cle}' as cle from message_sortie
      where organisme_id = ${tx.organismeId} and donnees #>> '{secret,cle}' is not null`.execute(tx.db);
  return rows.map((r) => r.cle);
}
