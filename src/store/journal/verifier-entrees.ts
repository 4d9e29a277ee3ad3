import { sameBytes, utf8 } from "../../evidence/bytes.ts";
import { openCheckpoint } from "../../evidence/checkpoint.ts";
import type { CleVerification } from "../../evidence/cle.ts";
import { Frontier, leafHash, type NodeId } from "../../evidence/merkle.ts";
import { PreuveInvalide } from "../../evidence/preuve-invalide.ts";
import { parseTete } from "../../evidence/tete-dossier.ts";
import type { Tx } from "../connexion.ts";
import { type CheckpointLu, lireCheckpoints } from "./checkpoints.ts";
import { lireNoeuds, nommer } from "./preuve-journal.ts";

const PAGE = 5_000;

type Signaler = (phrase: string) => void;

/** Walks the log from its first entry: positions, leaves, stored nodes, signed heads, and the head kept for the next entry. */
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
  controlerCheckpoints(tx, arbre, enAttente, cle, signaler);
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
      controlerFeuille(entree, tailles, signaler);
      arbre.push(feuille, (level, index, empreinte) => {
        if (level > 0) fermes.push({ level, index, empreinte });
      });
      controlerCheckpoints(tx, arbre, enAttente, cle, signaler);
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
  await controlerTete(tx, arbre, noeuds, signaler);
  return { entrees: arbre.size, checkpoints: checkpoints.length };
}

interface Entree {
  readonly position: number;
  readonly feuille: string;
  readonly empreinte: Uint8Array;
  readonly dossier_id: string;
  readonly taille: number;
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

function controlerFeuille(entree: Entree, tailles: Map<string, number>, signaler: Signaler): void {
  const { position, feuille, dossier_id, taille } = entree;
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
