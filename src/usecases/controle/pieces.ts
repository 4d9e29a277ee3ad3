import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import { etatDe } from "../../dossier/evolve.ts";
import { preuvesManquantes } from "../../dossier/preuves-attendues.ts";
import type { Etat } from "../../law/etat.ts";
import type { Jour } from "../../values/jour.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { PAPIERS } from "../papiers/catalogue.ts";
import { dernierJour } from "../papiers/faits.ts";
import { dire, type PapierPret } from "../papiers/imprimer-papier.ts";
import { SANS_NOMS } from "../papiers/noms.ts";
import type { Papier } from "../papiers/papier.ts";

/** A paper that the control file holds, ready to print. `nom` is its place in the archive. */
export interface PieceComposee {
  nom: string;
  papier: Papier;
  document: DocumentImprimable;
}

export interface PieceManquante {
  libelle: string;
  motif: string | null;
}

/** The papers that the control file of such a dossier holds, or misses: a bilan under the CPF lacks no convention. */
export function papiersDeControle(etat: Etat): readonly Papier[] {
  return PAPIERS.filter((p) => p.auControle && (p.concerne?.(etat) ?? true));
}

/**
 * What a control file of this dossier holds and what it lacks, named: papers that cannot be made, papers that say
 * something of a withheld fact, proofs that no shown fact gives. `temoins` are the journal's lines by name of paper;
 * `taire` the ranks of the facts that the file does not show.
 */
export function composerPieces(
  dossier: DossierCharge,
  temoins: ReadonlyMap<string, string>,
  taire: readonly number[] = [],
  noms = SANS_NOMS,
): { pieces: PieceComposee[]; manquantes: PieceManquante[] } {
  const pieces: PieceComposee[] = [];
  const manquantes: PieceManquante[] = [];
  const montre = sansFaits(dossier, taire);
  const au = dernierJour(dossier);
  for (const papier of au === null ? [] : papiersDeControle(dossier.etat)) {
    const temoin = temoins.get(papier.nom) ?? null;
    const pret = composer(papier, dossier, temoin, au!, noms);
    if ("manque" in pret) manquantes.push({ libelle: papier.titre, motif: pret.manque });
    else if (taire.length > 0 && !estLeMeme(pret, composer(papier, montre, temoin, au!, noms)))
      manquantes.push({ libelle: papier.titre, motif: NON_JOINTE });
    else {
      const rang = String(pieces.length + 1).padStart(2, "0");
      pieces.push({ nom: `pieces/${rang}-${papier.nom}.pdf`, papier, document: pret.document });
    }
  }
  const preuves = preuvesManquantes(dossier.etat);
  const tues = preuvesManquantes(montre.etat).filter((p) => !preuves.some((q) => q.libelle === p.libelle));
  return { pieces, manquantes: [...manquantes, ...preuves, ...tues] };
}

const NON_JOINTE = "Elle s’appuie sur un fait que ce dossier de contrôle compte sans le montrer.";

/** Titles of the papers that would not be joined if the facts of these ranks were withheld. */
export function piecesPerdues(dossier: DossierCharge, taire: readonly number[]): string[] {
  const montre = sansFaits(dossier, taire);
  const au = dernierJour(dossier);
  if (au === null) return [];
  return papiersDeControle(dossier.etat)
    .filter((papier) => {
      const entier = composer(papier, dossier, null, au);
      return "document" in entier && !estLeMeme(entier, composer(papier, montre, null, au));
    })
    .map((papier) => papier.titre);
}

// Whatever a paper takes from a fact, it reads otherwise without it: no list of dependencies could fall behind.
function estLeMeme(a: PapierPret, b: PapierPret): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function composer(
  papier: Papier,
  dossier: DossierCharge,
  temoin: string | null,
  au: Jour,
  noms = SANS_NOMS,
): PapierPret {
  return dire(papier.composer({ dossier, texteDe: () => null, temoin, au, noms }));
}

/** The dossier as somebody reads it who is shown all its facts but those of these ranks. */
export function sansFaits(dossier: DossierCharge, taire: readonly number[]): DossierCharge {
  if (taire.length === 0) return dossier;
  const faits = dossier.faits.filter((f) => !taire.includes(f.n));
  return { ...dossier, faits, etat: etatDe(dossier.initial, faits) };
}
