import { sameBytes, utf8 } from "../bytes.ts";
import type { Checkpoint } from "../checkpoint.ts";
import { type CleVerification, empreinteCle } from "../cle.ts";
import type { Hasher } from "../hasher.ts";
import { leafHash, verifyInclusion } from "../merkle.ts";
import { openPassation, type Passation } from "../passation.ts";
import { PreuveInvalide } from "../preuve-invalide.ts";
import { type PreuveJournal, parseTlogProof } from "../tlog-proof.ts";
import type { Carnet } from "./carnet.ts";
import { fichiersDePassation, isFichierDePassation } from "./entrees.ts";
import { readTexte } from "./fichiers.ts";

type Fichiers = ReadonlyMap<string, Uint8Array>;

/** A hand-over of the signing key: the signed note, which is a leaf of the log, and the proof of its place. */
export type PassationInscrite = { readonly note: string; readonly preuve: PreuveJournal };

/**
 * The hand-overs that lead to the key of the file, the oldest first: each signed by the key that lets go and by the one
 * that takes over, without a gap. None when the organisation never changed its key; null when they do not hold together.
 */
export function readPassations(
  h: Hasher,
  fichiers: Fichiers,
  cle: CleVerification,
  carnet: Carnet,
): readonly Passation[] | null {
  const nombre = [...fichiers.keys()].filter(isFichierDePassation).length / 2;
  if (nombre === 0) return [];
  const lues = carnet.check("cle", sayChaine(nombre), () => {
    const passations = Array.from({ length: Math.ceil(nombre) }, (_, i) =>
      openPassation(h, readTexte(fichiers, fichiersDePassation(i + 1).note)),
    );
    passations.forEach(({ nouvelle }, i) => {
      const suivante = passations[i + 1]?.ancienne ?? cle;
      if (nouvelle.nom !== suivante.nom || !sameBytes(nouvelle.publique, suivante.publique))
        throw new PreuveInvalide("Les passations de clé ne mènent pas à la clé qui signe ce dossier.");
    });
    return passations;
  });
  carnet.passations = (lues ?? []).map(({ ancienne, nouvelle, le }) => ({
    ancienne: empreinteCle(h, ancienne),
    nouvelle: empreinteCle(h, nouvelle),
    le,
    place: null,
  }));
  return lues;
}

/** Checks that each hand-over stands in the log of this very checkpoint, in order, and no further than it says. */
export function checkPassations(
  h: Hasher,
  fichiers: Fichiers,
  passations: readonly Passation[],
  { texte, checkpoint }: { readonly texte: string; readonly checkpoint: Checkpoint },
  carnet: Carnet,
): void {
  let avant = -1;
  passations.forEach(({ taille }, i) => {
    const noms = fichiersDePassation(i + 1);
    const place = carnet.check("inscription", "La passation de clé est inscrite au même journal.", () => {
      const { index, chemin, checkpoint: sien } = parseTlogProof(readTexte(fichiers, noms.preuve));
      if (sien !== texte)
        throw new PreuveInvalide("La passation de clé est prouvée par une autre tête du journal.");
      const feuille = leafHash(h, utf8(readTexte(fichiers, noms.note)));
      if (!verifyInclusion(h, index, checkpoint.taille, feuille, chemin, checkpoint.racine))
        throw new PreuveInvalide("La passation de clé n’est pas inscrite au journal à la place indiquée.");
      if (index <= avant || index > taille)
        throw new PreuveInvalide("La passation de clé n’est pas à sa place dans le journal.");
      return index;
    });
    if (place === null) return;
    avant = place;
    carnet.passations = carnet.passations.with(i, { ...carnet.passations[i]!, place });
    if (place < taille)
      carnet.remarques.push(
        "Le journal a été remis d’une sauvegarde plus ancienne que le changement de clé : la passation y a été inscrite de nouveau.",
      );
  });
}

function sayChaine(nombre: number): string {
  return nombre === 1
    ? "La clé d’avant a passé la main à celle-ci, et les deux l’ont signé."
    : "Chaque clé d’avant a passé la main à la suivante, et les deux l’ont signé.";
}
