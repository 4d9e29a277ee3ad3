import { Frontier, leafHash } from "../../evidence/merkle.ts";
import { formatTete } from "../../evidence/tete-dossier.ts";
import type { Tx } from "../connexion.ts";
import { type FaitLu, lireFaits } from "../dossier/faits.ts";
import { type ResumeEcrit, valeursDuResume } from "../dossier/resume.ts";
import type { MessageSortant } from "../messages/outbox.ts";

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
  readonly resume: ResumeEcrit;
  readonly messages?: readonly MessageSortant[];
}

export type ResultatEcriture =
  | { readonly ecrit: true; readonly tete: TeteLue }
  /** Somebody wrote first: nothing was written, and here is what he wrote. */
  | {
      readonly ecrit: false;
      readonly attendu: number;
      readonly trouve: number;
      readonly faits: readonly FaitLu[];
    };

/**
 * Writes facts, their dossier's head, the head's place in the queue of the journal, the list row and the outgoing
 * messages, all in the given transaction. On a conflict it writes nothing and the transaction stays usable.
 */
export async function ajouterFaits(tx: Tx, ecriture: Ecriture): Promise<ResultatEcriture> {
  const { dossierId, attendu, faits, resume, messages = [] } = ecriture;
  const { organismeId, hasher } = tx;
  if (faits.length === 0) throw new TypeError("an act writes at least one fact");
  const arbre = Frontier.fromBytes(hasher, attendu.taille, attendu.frontiere);
  for (const { engagement } of faits) arbre.push(leafHash(hasher, engagement));
  const tete = { taille: arbre.size, frontiere: arbre.toBytes() };
  const racine = arbre.root();
  const [fonction, ecrits] =
    faits.length === 1 ? ([UN_FAIT, unFait(faits[0]!)] as const) : ([FAITS, plusieurs(faits)] as const);
  const values = [
    organismeId,
    dossierId,
    attendu.taille,
    Buffer.from(attendu.frontiere),
    Buffer.from(tete.frontiere),
    Buffer.from(racine),
    formatTete({ dossierId, taille: tete.taille, racine }),
    ...ecrits,
    resume.beneficiaire === undefined ? null : JSON.stringify(resume.beneficiaire),
    valeursDuResume(resume),
    messages.length === 0 ? null : JSON.stringify(messages),
  ];
  // Kept prepared: reading fifteen parameters anew costs as much as writing the fact.
  const text = `select ${fonction}(${PARAMETRES}) as trouve`;
  const { rows } = await tx.client.query<{ trouve: number | null }>({
    name: tx.garder(fonction),
    text,
    values,
  });
  const trouve = rows[0]?.trouve ?? null;
  if (trouve === null) throw new Error(`no dossier ${dossierId} in this organisation`);
  if (trouve === attendu.taille) return { ecrit: true, tete };
  return {
    ecrit: false,
    attendu: attendu.taille,
    trouve,
    faits: await lireFaits(tx, { id: dossierId }, attendu.taille),
  };
}

const FAITS = "probant_ajouter_faits";
const UN_FAIT = "probant_ajouter_un_fait";
const PARAMETRES = Array.from({ length: 15 }, (_, i) => `$${i + 1}`).join(", ");

const unFait = (f: FaitAEcrire): readonly unknown[] => [
  f.id,
  f.type,
  f.jour,
  f.texte,
  Buffer.from(f.engagement),
];

const plusieurs = (faits: readonly FaitAEcrire[]): readonly unknown[] => [
  faits.map((f) => f.id),
  faits.map((f) => f.type),
  faits.map((f) => f.jour),
  faits.map((f) => f.texte),
  faits.map((f) => Buffer.from(f.engagement)),
];
