import type pg from "pg";
import { Frontier, leafHash } from "../evidence/merkle.ts";
import { formatTete } from "../evidence/tete-dossier.ts";
import type { ActeRecu } from "./actes-recus.ts";
import { type Base, type Tx, transaction } from "./connexion.ts";
import { type FaitLu, lireFaits } from "./faits.ts";
import type { MessageSortant } from "./outbox.ts";
import { type ResumeDossier, valeursDuResume } from "./resume.ts";

/** The head of a dossier's tree as it was read: number of facts and frontier, from which the next head follows. */
export interface TeteLue {
  readonly taille: number;
  readonly frontiere: Uint8Array;
}

/** The head of a dossier without facts. */
export const TETE_VIDE: TeteLue = { taille: 0, frontiere: new Uint8Array(0) };

/** A fact to write. `texte` is its canonical form; `engagement` its keyed commitment, 32 bytes. */
export interface FaitAEcrire {
  readonly id: string;
  readonly type: string;
  readonly jour: string;
  readonly texte: string;
  readonly engagement: Uint8Array;
}

export interface Ecriture {
  readonly dossierId: string;
  readonly attendu: TeteLue;
  readonly faits: readonly FaitAEcrire[];
  readonly resume: ResumeDossier;
  readonly messages?: readonly MessageSortant[];
  /** The request that asked for it: sent a second time, it writes nothing. */
  readonly acte?: ActeRecu;
}

export type ResultatEcriture =
  | { readonly ecrit: true; readonly tete: TeteLue }
  /** Somebody wrote first: nothing was written, and here is what he wrote. */
  | {
      readonly ecrit: false;
      readonly motif: "conflit";
      readonly attendu: number;
      readonly trouve: number;
      readonly faits: readonly FaitLu[];
    }
  /** The same request was carried out before: `lireActeRecu` gives what it answered. */
  | { readonly ecrit: false; readonly motif: "deja_recu" };

/**
 * Writes facts, their dossier's head, the head's place in the queue of the journal, the list row and the outgoing
 * messages, all in the given transaction. When it does not write, it writes nothing and the transaction stays usable.
 */
export function ajouterFaits(tx: Tx, ecriture: Ecriture): Promise<ResultatEcriture> {
  return ecrire(tx.client, tx, "probant_ajouter_faits", ecriture, (apres) =>
    lireFaits(tx, ecriture.dossierId, apres),
  );
}

/** The same for an act that writes nothing else: its transaction is this one statement, for a single round trip. */
export function ajouterFaitsSeuls(
  base: Base,
  organismeId: string,
  ecriture: Ecriture,
): Promise<ResultatEcriture> {
  const qui = { organismeId, hasher: base.hasher };
  return ecrire(base.pool, qui, "probant_ecrire_seul", ecriture, (apres) =>
    transaction(base, organismeId, (tx) => lireFaits(tx, ecriture.dossierId, apres)),
  );
}

const PARAMETRES = Array.from({ length: 16 }, (_, i) => `$${i + 1}`).join(", ");

async function ecrire(
  connexion: pg.Pool | pg.PoolClient,
  { organismeId, hasher }: Pick<Tx, "organismeId" | "hasher">,
  fonction: "probant_ajouter_faits" | "probant_ecrire_seul",
  { dossierId, attendu, faits, resume, messages = [], acte }: Ecriture,
  relire: (apres: number) => Promise<readonly FaitLu[]>,
): Promise<ResultatEcriture> {
  if (faits.length === 0) throw new TypeError("an act writes at least one fact");
  const arbre = Frontier.fromBytes(hasher, attendu.taille, attendu.frontiere);
  for (const { engagement } of faits) arbre.push(leafHash(hasher, engagement));
  const tete = { taille: arbre.size, frontiere: arbre.toBytes() };
  const racine = arbre.root();
  const { rows } = await connexion.query<{ trouve: number | null }>({
    // Kept prepared: reading sixteen parameters anew costs as much as writing the fact.
    name: fonction,
    text: `select ${fonction}(${PARAMETRES}) as trouve`,
    values: [
      organismeId,
      dossierId,
      attendu.taille,
      Buffer.from(attendu.frontiere),
      Buffer.from(tete.frontiere),
      Buffer.from(racine),
      formatTete({ dossierId, taille: tete.taille, racine }),
      faits.map((f) => f.id),
      faits.map((f) => f.type),
      faits.map((f) => f.jour),
      faits.map((f) => f.texte),
      faits.map((f) => Buffer.from(f.engagement)),
      JSON.stringify(resume.beneficiaire),
      valeursDuResume(resume),
      messages.length === 0 ? null : JSON.stringify(messages),
      acte === undefined ? null : JSON.stringify(acte),
    ],
  });
  const trouve = rows[0]?.trouve ?? null;
  if (trouve === null) throw new Error(`no dossier ${dossierId} in this organisation`);
  if (trouve === attendu.taille) return { ecrit: true, tete };
  if (trouve === -1) return { ecrit: false, motif: "deja_recu" };
  return {
    ecrit: false,
    motif: "conflit",
    attendu: attendu.taille,
    trouve,
    faits: await relire(attendu.taille),
  };
}
