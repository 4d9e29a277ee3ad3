import { sql } from "kysely";
import { utf8 } from "../../evidence/bytes.ts";
import { Frontier, leafHash } from "../../evidence/merkle.ts";
import { type Base, type Tx, transaction, transactionDeService } from "../connexion.ts";

const LOT = 2_000;

/**
 * Gives a position in the organisation's log to heads that wait, oldest first, at most `limite` of them; gives how many.
 * The lock on the log's head makes one process at a time do it. What is taken leaves the queue, so a head committed
 * late is simply found next time: no memory of “read up to here” can pass over it.
 */
export async function sequencer(tx: Tx, limite: number = LOT): Promise<number> {
  const { organismeId, db } = tx;
  const tete = await tenirTete(tx);
  // A statement of its own, after the lock: its snapshot sees what the previous holder took.
  const attente = await db
    .deleteFrom("journal_attente")
    .where("organisme_id", "=", organismeId)
    .where("id", "in", (eb) =>
      eb
        .selectFrom("journal_attente")
        .select("id")
        .where("organisme_id", "=", organismeId)
        .orderBy("id")
        .limit(limite),
    )
    .returning(["id", "dossier_id", "taille", "feuille"])
    .execute();
  if (attente.length === 0) return 0;
  await inscrire(
    tx,
    tete,
    attente.toSorted((a, b) => a.id - b.id),
  );
  return attente.length;
}

/** Writes the hand-over of the signing key at the end of the log. What waits for a place is left waiting. */
export async function inscrirePassation(tx: Tx, note: string): Promise<void> {
  await inscrire(tx, await tenirTete(tx), [{ dossier_id: null, taille: null, feuille: note }]);
}

/** The head of the log, held to the end of the transaction: nobody adds to it or signs it meanwhile. */
export function tenirTete(tx: Tx): Promise<TeteDuJournal> {
  return tx.db
    .selectFrom("journal_tete")
    .select(["taille", "frontiere"])
    .where("organisme_id", "=", tx.organismeId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

interface TeteDuJournal {
  readonly taille: number;
  readonly frontiere: Uint8Array;
}

interface AInscrire {
  readonly dossier_id: string | null;
  readonly taille: number | null;
  readonly feuille: string;
}

async function inscrire(tx: Tx, tete: TeteDuJournal, lot: readonly AInscrire[]): Promise<void> {
  const { organismeId, hasher, db } = tx;
  const arbre = Frontier.fromBytes(hasher, tete.taille, tete.frontiere);
  const noeuds: Noeud[] = [];
  const empreintes = lot.map(({ feuille }) => leafHash(hasher, utf8(feuille)));
  for (const empreinte of empreintes) {
    arbre.push(empreinte, (niveau, indice, valeur) => {
      if (niveau > 0) noeuds.push({ niveau, indice, empreinte: valeur });
    });
  }
  await sql`insert into journal_entree (organisme_id, position, feuille, empreinte, dossier_id, taille)
    select ${organismeId}, e.* from unnest(
      ${lot.map((_, i) => tete.taille + i)}::bigint[], ${lot.map((l) => l.feuille)}::text[],
      ${empreintes.map((e) => Buffer.from(e))}::bytea[], ${lot.map((l) => l.dossier_id)}::uuid[],
      ${lot.map((l) => l.taille)}::integer[]) as e`.execute(db);
  await ecrireNoeuds(tx, noeuds);
  await db
    .updateTable("journal_tete")
    .set({ taille: arbre.size, frontiere: Buffer.from(arbre.toBytes()) })
    .where("organisme_id", "=", organismeId)
    .execute();
}

/** Empties the queues of all organisations, batch by batch; gives how many heads found their place. */
export async function sequencerTout(base: Base): Promise<number> {
  const organismes = await transactionDeService(base, (db) =>
    db.selectFrom("journal_attente").select("organisme_id").distinct().execute(),
  );
  let total = 0;
  for (const { organisme_id } of organismes) {
    let lot = LOT;
    while (lot === LOT) {
      lot = await transaction(base, organisme_id, (tx) => sequencer(tx));
      total += lot;
    }
  }
  return total;
}

interface Noeud {
  readonly niveau: number;
  readonly indice: number;
  readonly empreinte: Uint8Array;
}

/** The roots of complete subtrees are kept, so that a proof reads a few of them and not the log. */
async function ecrireNoeuds(tx: Tx, noeuds: readonly Noeud[]): Promise<void> {
  if (noeuds.length === 0) return;
  await sql`insert into journal_noeud (organisme_id, niveau, indice, empreinte)
    select ${tx.organismeId}, n.* from unnest(
      ${noeuds.map((n) => n.niveau)}::integer[], ${noeuds.map((n) => n.indice)}::bigint[],
      ${noeuds.map((n) => Buffer.from(n.empreinte))}::bytea[]) as n`.execute(tx.db);
}
