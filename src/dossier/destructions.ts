import { documentsGardes } from "../law/calcul/conservation-contenus.ts";
import type { Etat } from "../law/etat.ts";
import type { Jour } from "../values/jour.ts";
import { DOCUMENTS_DE_CONTENU, type DocumentDeContenu, documentDuContenu } from "./classement.ts";
import { contenusNommes } from "./contenus-nommes.ts";
import { etatDe } from "./evolve.ts";
import type { Fait, FaitNouveau } from "./fait.ts";
import {
  clesDetruites,
  conservationRetiree,
  contenusConservesDetruits,
  contenusDetruits,
  tousContenusConservesDetruits,
} from "./faits/fin.ts";
import { desaccordExprime, signatureApposee } from "./faits/signature.ts";

const DETRUISENT = new Set([
  contenusDetruits.type,
  contenusConservesDetruits.type,
  tousContenusConservesDetruits.type,
  conservationRetiree.type,
]);
const AVIS = new Set<string>([signatureApposee.type, desaccordExprime.type]);

/** Whether a fact takes contents away. */
export const detruitDesContenus = (f: Pick<FaitNouveau, "type">) => DETRUISENT.has(f.type);

/**
 * The documents that stay in this state. After the first destruction, what an agreement in force still keeps. Before
 * it, an agreement that is withdrawn once the term is there takes away what it kept, and nothing else; one that is
 * withdrawn while the bilan goes on takes nothing.
 */
export function documentsQuiRestent(etat: Etat): ReadonlySet<DocumentDeContenu> {
  const vivantes = etat.conservations.filter((c) => c.retireLe === null && c.detruitLe === null);
  const gardes = new Set(vivantes.flatMap(documentsGardes));
  if (etat.destruction !== null) return gardes;
  const partis = new Set(etat.conservations.filter((c) => c.detruitLe !== null).flatMap(documentsGardes));
  return new Set(DOCUMENTS_DE_CONTENU.filter((d) => gardes.has(d) || !partis.has(d)));
}

/** Whether nothing goes: an agreement was withdrawn that did not keep anything yet. */
export function rienNePart(etat: Etat): boolean {
  const restent = documentsQuiRestent(etat);
  return etat.destruction === null && DOCUMENTS_DE_CONTENU.every((d) => restent.has(d));
}

/** A text that went: its kind, and the commitment that the fact holds which named it. */
export interface ContenuParti {
  nature: string;
  /** Base64 of 32 bytes. */
  engagement: string;
}

export interface Destruction {
  /** Rank of the fact that asked for it. */
  n: number;
  demandeeLe: Jour;
  pourquoi: "terme" | "fin" | "retrait";
  /** Papers and files of the counsellor's own, outside the dossier, as he attests. */
  documents: number;
  contenus: ContenuParti[];
  /** Rank of the fact that says that no copy opens any more, and its day; null until then. */
  effective: { n: number; le: Jour } | null;
}

/** The kind under which a content is kept, from the fact that names it and the key that it stands under. */
function natureDe({ type, donnees }: Fait, cle: string): string {
  return AVIS.has(type) && cle === "contenu" ? `texte_signe_${(donnees as { objet: string }).objet}` : cle;
}

const POURQUOI: Readonly<Record<string, Destruction["pourquoi"]>> = {
  [contenusDetruits.type]: "terme",
  [contenusConservesDetruits.type]: "fin",
  [tousContenusConservesDetruits.type]: "fin",
  [conservationRetiree.type]: "retrait",
};

/** Every destruction of a dossier in order, each with what it took, as the facts alone tell it. */
export function destructionsDe(initial: Etat, faits: readonly Fait[]): Destruction[] {
  const presents = new Map<string, ContenuParti>();
  const vus = new Set<string>();
  const destructions: Destruction[] = [];
  for (const [i, fait] of faits.entries()) {
    for (const { cle, id, engagement } of fait.type === "fait_corrige.v1"
      ? []
      : contenusNommes(fait.donnees)) {
      if (vus.has(id)) continue;
      vus.add(id);
      presents.set(id, { nature: natureDe(fait, cle), engagement });
    }
    if (fait.type === clesDetruites.type) {
      const attend = destructions.find((d) => d.effective === null);
      if (attend !== undefined) attend.effective = { n: i + 1, le: fait.date };
    }
    if (!detruitDesContenus(fait)) continue;
    const etat = etatDe(initial, faits.slice(0, i + 1));
    if (rienNePart(etat)) continue;
    const restent = documentsQuiRestent(etat);
    const partis = [...presents].filter(([, c]) => !restent.has(documentDuContenu(c.nature)));
    for (const [id] of partis) presents.delete(id);
    destructions.push({
      n: i + 1,
      demandeeLe: fait.date,
      pourquoi: POURQUOI[fait.type]!,
      documents: (fait.donnees as { documents?: number }).documents ?? 0,
      contenus: partis.map(([, c]) => c),
      effective: null,
    });
  }
  return destructions;
}

/** How many of each kind, in the order of the table. */
export function compterParNature(
  contenus: readonly { nature: string }[],
): [nature: string, nombre: number][] {
  const comptes = new Map<string, number>();
  for (const { nature } of contenus) comptes.set(nature, (comptes.get(nature) ?? 0) + 1);
  return [...comptes];
}
