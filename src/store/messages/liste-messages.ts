import { type Selectable, sql } from "kysely";
import type { Tx } from "../connexion.ts";
import type { Tables } from "../tables/tables.ts";
import { peutRepartir } from "./outbox.ts";

export type EtatDeMessage = Selectable<Tables["message_sortie"]>["etat"];

/** What is known of a message, without what is secret in it. Moments are UTC. */
export interface LigneDeMessage {
  readonly id: string;
  readonly modele: string;
  readonly adresse: string;
  readonly etat: EtatDeMessage;
  readonly creeLe: string;
  readonly envoyeLe: string | null;
  readonly essais: number;
  readonly prochainEssai: string | null;
  readonly erreur: string | null;
  /** Reference of the dossier that it is about. */
  readonly dossier: string | null;
  /** Whether « Renvoyer » is possible. */
  readonly renvoyable: boolean;
}

/** Which messages a person may see: all of the organisation's, or those about a dossier. */
export type Etendue = "tous" | "dossiers";

/** One page, the last written first. `apres` is the id of the last line of the page before. */
export async function listerMessages(
  tx: Tx,
  etendue: Etendue,
  { taille, apres }: { taille: number; apres?: string | undefined },
): Promise<{ lignes: readonly LigneDeMessage[]; suite: string | undefined }> {
  let requete = lignes(tx, etendue)
    .orderBy("m.cree_le", "desc")
    .orderBy("m.id", "desc")
    .limit(taille + 1);
  if (apres !== undefined) {
    requete = requete.where(
      sql<boolean>`(m.cree_le, m.id) < (select a.cree_le, a.id from message_sortie a
        where a.organisme_id = ${tx.organismeId} and a.id = ${apres})`,
    );
  }
  const lues = await requete.execute();
  const page = lues.slice(0, taille);
  return { lignes: page, suite: lues.length > taille ? page.at(-1)?.id : undefined };
}

/** One message, or undefined when this person may not see it. */
export function lireMessage(tx: Tx, etendue: Etendue, id: string): Promise<LigneDeMessage | undefined> {
  return lignes(tx, etendue).where("m.id", "=", id).executeTakeFirst();
}

/** What the message was told, its secret left out. */
export async function lireChamps(tx: Tx, id: string): Promise<unknown> {
  const lu = await tx.db
    .selectFrom("message_sortie")
    .select(sql<unknown>`donnees - 'secret'`.as("donnees"))
    .where("organisme_id", "=", tx.organismeId)
    .where("id", "=", id)
    .executeTakeFirst();
  return lu?.donnees;
}

/** What was written about one dossier, the oldest first, secrets left out. */
export async function messagesDuDossier(tx: Tx, dossierId: string) {
  return await tx.db
    .selectFrom("message_sortie as m")
    .select([
      "m.modele",
      sql<string>`coalesce(m.destinataire ->> 'adresse', '')`.as("adresse"),
      "m.etat",
      "m.cree_le as creeLe",
      "m.envoye_le as envoyeLe",
      sql<unknown>`m.donnees - 'secret'`.as("donnees"),
    ])
    .where("m.organisme_id", "=", tx.organismeId)
    .where("m.dossier_id", "=", dossierId)
    .orderBy("m.cree_le")
    .orderBy("m.id")
    .execute();
}

/** How many messages wait since before that moment. */
export async function compterEnRetard(tx: Tx, etendue: Etendue, avant: string): Promise<number> {
  const { nombre } = await tx.db
    .selectFrom("message_sortie")
    .select((eb) => eb.fn.countAll<number>().as("nombre"))
    .where("organisme_id", "=", tx.organismeId)
    .where("etat", "=", "a_envoyer")
    .where("cree_le", "<", avant)
    .$if(etendue === "dossiers", (q) => q.where("dossier_id", "is not", null))
    .executeTakeFirstOrThrow();
  return nombre;
}

function lignes(tx: Tx, etendue: Etendue) {
  return tx.db
    .selectFrom("message_sortie as m")
    .leftJoin("dossier as d", (jointure) =>
      jointure.onRef("d.organisme_id", "=", "m.organisme_id").onRef("d.id", "=", "m.dossier_id"),
    )
    .select([
      "m.id",
      "m.modele",
      sql<string>`coalesce(m.destinataire ->> 'adresse', '')`.as("adresse"),
      "m.etat",
      "m.cree_le as creeLe",
      "m.envoye_le as envoyeLe",
      "m.essais",
      "m.prochain_essai as prochainEssai",
      "m.erreur",
      "d.reference as dossier",
      sql<boolean>`(m.etat in ('doute', 'echec') and ${peutRepartir})`.as("renvoyable"),
    ])
    .where("m.organisme_id", "=", tx.organismeId)
    .$if(etendue === "dossiers", (q) => q.where("m.dossier_id", "is not", null));
}
