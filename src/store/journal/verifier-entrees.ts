import { sameBytes, utf8 } from "../../evidence/bytes.ts";
import { openCheckpoint } from "../../evidence/checkpoint.ts";
import type { CleVerification } from "../../evidence/cle.ts";
import { Frontier, leafHash, type NodeId } from "../../evidence/merkle.ts";
import { openPassation, parsePassation } from "../../evidence/passation.ts";
import { PreuveInvalide } from "../../evidence/preuve-invalide.ts";
import { parseTete } from "../../evidence/tete-dossier.ts";
import type { Tx } from "../connexion.ts";
import { type CheckpointLu, lireCheckpoints } from "./checkpoints.ts";
import { lirePassations } from "./passations.ts";
import { lireNoeuds, nommer } from "./preuve-journal.ts";

const PAGE = 5_000;

type Signaler = (phrase: string) => void;

/**
 * Walks the log from its first entry: positions, leaves, stored nodes, hand-overs of the signing key, signed heads, and the
 * head kept for the next entry. A head is to be signed by the key that was in use at its size: one that a retired key
 * signed afterwards is told. `cle` is the key in use today.
 */
export async function verifierEntrees(
  tx: Tx,
  cle: CleVerification,
  signaler: Signaler,
): Promise<{ readonly entrees: number; readonly checkpoints: number }> {
  const arbre = new Frontier(tx.hasher);
  const checkpoints = await lireCheckpoints(tx).orderBy("taille").execute();
  const enAttente = [...checkpoints];
  const tailles = new Map<string, number>();
  let noeuds = 0;
  const regne = await premierRegne(tx, cle, signaler);
  controlerCheckpoints(tx, arbre, enAttente, regne.cle, signaler);
  for (;;) {
    const page = await lirePage(tx, arbre.size);
    if (page.length === 0) break;
    const fermes: (NodeId & { readonly empreinte: Uint8Array })[] = [];
    for (const entree of page) {
      const position = arbre.size;
      if (entree.position !== position) {
        signaler(`Journal : l’entrée ${position} manque, l’entrée ${entree.position} la suit.`);
        return { entrees: position, checkpoints: checkpoints.length };
      }
      const feuille = leafHash(tx.hasher, utf8(entree.feuille));
      if (!sameBytes(feuille, entree.empreinte)) {
        signaler(`Journal, entrée ${position} : l’empreinte n’est pas celle de la feuille.`);
      }
      if (entree.dossier_id === null) controlerPassation(tx, entree, arbre, regne, signaler);
      else controlerFeuille({ ...entree, dossier_id: entree.dossier_id }, tailles, signaler);
      arbre.push(feuille, (level, index, empreinte) => {
        if (level > 0) fermes.push({ level, index, empreinte });
      });
      controlerCheckpoints(tx, arbre, enAttente, regne.cle, signaler);
    }
    noeuds += fermes.length;
    const lus = await lireNoeuds(tx, fermes);
    for (const noeud of fermes) {
      const lu = lus.get(nommer(noeud));
      if (lu === undefined || !sameBytes(lu, noeud.empreinte)) {
        signaler(`Journal : le nœud ${nommer(noeud)} de l’arbre ${lu ? "est altéré" : "manque"}.`);
      }
    }
  }
  for (const { taille } of enAttente) {
    signaler(`Journal : une tête signée couvre ${taille} entrées, il n’en reste que ${arbre.size}.`);
  }
  if (!estLaMeme(regne.cle, cle)) {
    signaler("Journal : la clé qui signe aujourd’hui n’est pas celle que la dernière passation désigne.");
  }
  await controlerTete(tx, arbre, noeuds, signaler);
  return { entrees: arbre.size, checkpoints: checkpoints.length };
}

interface Entree {
  readonly position: number;
  readonly feuille: string;
  readonly empreinte: Uint8Array;
  readonly dossier_id: string | null;
  readonly taille: number | null;
}

/** The key that signs from where the walk has come to. */
interface Regne {
  cle: CleVerification;
}

/** The log begins with the key that the first hand-over takes from, or with the one in use when there is none. */
async function premierRegne(tx: Tx, cle: CleVerification, signaler: Signaler): Promise<Regne> {
  const [premiere] = await lirePassations(tx);
  if (premiere === undefined) return { cle };
  const ou = `Journal, entrée ${premiere.position}`;
  const lue = lireOuSignaler(() => parsePassation(tx.hasher, premiere.note), ou, signaler);
  return { cle: lue?.ancienne ?? cle };
}

/** A hand-over is from the key in use until there, signed by both, at the size that it says. */
function controlerPassation(
  tx: Tx,
  { position, feuille }: Entree,
  arbre: Frontier,
  regne: Regne,
  signaler: Signaler,
): void {
  const ou = `Journal, entrée ${position}`;
  const lue = lireOuSignaler(() => openPassation(tx.hasher, feuille), ou, signaler);
  if (lue === undefined) return;
  if (!estLaMeme(lue.ancienne, regne.cle)) {
    signaler(`${ou} : la passation ne vient pas de la clé qui signait jusque-là.`);
  }
  // Put back from a backup, a log may be shorter than where its key handed over: never longer.
  if (position > lue.taille || (position === lue.taille && !sameBytes(lue.racine, arbre.root()))) {
    signaler(`${ou} : la passation n’est pas à la place qu’elle dit.`);
  }
  regne.cle = lue.nouvelle;
}

function estLaMeme(a: CleVerification, b: CleVerification): boolean {
  return a.nom === b.nom && sameBytes(a.publique, b.publique);
}

function lirePage(tx: Tx, depuis: number): Promise<Entree[]> {
  return tx.db
    .selectFrom("journal_entree")
    .select(["position", "feuille", "empreinte", "dossier_id", "taille"])
    .where("organisme_id", "=", tx.organismeId)
    .where("position", ">=", depuis)
    .orderBy("position")
    .limit(PAGE)
    .execute();
}

function controlerFeuille(
  entree: Entree & { dossier_id: string },
  tailles: Map<string, number>,
  signaler: Signaler,
): void {
  const { position, feuille, dossier_id } = entree;
  const taille = entree.taille ?? 0;
  const lue = lireOuSignaler(() => parseTete(feuille), `Journal, entrée ${position}`, signaler);
  if (lue !== undefined && (lue.dossierId !== dossier_id || lue.taille !== taille)) {
    signaler(`Journal, entrée ${position} : le dossier ou le nombre de faits n’est pas celui de la feuille.`);
  }
  if (taille <= (tailles.get(dossier_id) ?? 0)) {
    signaler(`Journal, entrée ${position} : le dossier ${dossier_id} y recule à ${taille} faits.`);
  }
  tailles.set(dossier_id, taille);
}

/** Opens every signed head of the size that the tree has just reached. */
function controlerCheckpoints(
  tx: Tx,
  arbre: Frontier,
  enAttente: CheckpointLu[],
  cle: CleVerification,
  signaler: Signaler,
): void {
  while (enAttente[0]?.taille === arbre.size) {
    const { taille, texte } = enAttente.shift()!;
    const ou = `Journal, tête signée de ${taille} entrées`;
    const lu = lireOuSignaler(() => openCheckpoint(tx.hasher, texte, cle), ou, signaler);
    if (lu !== undefined && (lu.taille !== taille || !sameBytes(lu.racine, arbre.root()))) {
      signaler(`${ou} : elle ne couvre pas ces entrées.`);
    }
  }
}

async function controlerTete(tx: Tx, arbre: Frontier, noeuds: number, signaler: Signaler): Promise<void> {
  const tete = await tx.db
    .selectFrom("journal_tete")
    .select(["taille", "frontiere"])
    .where("organisme_id", "=", tx.organismeId)
    .executeTakeFirst();
  if (tete?.taille !== arbre.size || !sameBytes(tete.frontiere, arbre.toBytes())) {
    signaler(`Journal : la tête gardée pour la suite n’est pas celle de ses ${arbre.size} entrées.`);
  }
  const { total } = await tx.db
    .selectFrom("journal_noeud")
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .where("organisme_id", "=", tx.organismeId)
    .executeTakeFirstOrThrow();
  if (total !== noeuds) signaler(`Journal : l’arbre garde ${total} nœuds, il devrait en garder ${noeuds}.`);
}

/** Undefined, and one finding, when the text is not the evidence that it claims to be. */
export function lireOuSignaler<T>(lire: () => T, ou: string, signaler: Signaler): T | undefined {
  try {
    return lire();
  } catch (erreur) {
    if (!(erreur instanceof PreuveInvalide)) throw erreur;
    signaler(`${ou} : ${erreur.message}`);
    return undefined;
  }
}
