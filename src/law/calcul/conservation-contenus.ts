import { ajouterAnnees, type Jour } from "../../values/jour.ts";
import type { Conservation, Etat } from "../etat.ts";
import { valeurOuPremiere } from "../parameter.ts";
import { conservationContenus } from "../parameters/conservation-contenus.ts";
import { jourDeLaFin } from "../reference-day.ts";
import type { Source } from "../sources.ts";
import { destructionAuTerme } from "../textes/conservation.ts";

export type Contenu = Conservation["documents"][number];

/** What one agreement keeps after the term, and the last day that the law and the person allow. */
export interface Garde {
  documents: readonly Contenu[];
  jusquAu: Jour;
  source: Source;
}

export interface FinDesContenus {
  /** Everything that no agreement keeps is destroyed on the day of the term; null while it is unknown. */
  auTerme: Jour | null;
  source: Source;
  gardes: Garde[];
  /** The day on which nothing is left; null while the term is unknown. */
  le: Jour | null;
}

/** Last day that the law allows after a term: one year, three for a term since 31 December 2023. */
export function limiteDeConservation(terme: Jour): { le: Jour; annees: number; source: Source } {
  const { value, source } = valeurOuPremiere(conservationContenus, terme);
  return { le: ajouterAnnees(terme, value), annees: value, source };
}

/** The end of one agreement: its own day, the law's limit or the day it is withdrawn, the earliest. */
export function finDeLaGarde(c: Conservation, terme: Jour): Jour {
  const limite = limiteDeConservation(terme).le;
  const convenue = c.jusquAu < limite ? c.jusquAu : limite;
  return c.retireLe !== null && c.retireLe < convenue ? c.retireLe : convenue;
}

/** The agreements that came to their last day by then and were not ended yet. */
export function accordsEchus(etat: Etat, au: Jour): Conservation[] {
  const terme = jourDeLaFin(etat);
  if (terme === null) return [];
  return etat.conservations.filter((c) => c.detruitLe === null && finDeLaGarde(c, terme) <= au);
}

/** What it may keep (R6313-7 al. 2): the synthesis when it is passed on, any document with a written agreement. */
export function documentsGardes(c: Conservation): Contenu[] {
  if (c.base === "communication_l6313_4") return c.documents.filter((d) => d === "synthese");
  return c.signeLe === null ? [] : c.documents;
}

/** When content is destroyed: at the term, apart from what an agreement keeps, each until its own end. */
export function finDesContenus(etat: Etat): FinDesContenus {
  const terme = jourDeLaFin(etat);
  if (terme === null) return { auTerme: null, source: destructionAuTerme, gardes: [], le: null };
  const gardes: Garde[] = [];
  let fin = terme;
  for (const c of etat.conservations) {
    const documents = documentsGardes(c);
    const jusquAu = finDeLaGarde(c, terme);
    if (documents.length === 0 || jusquAu <= terme) continue;
    gardes.push({ documents, jusquAu, source: limiteDeConservation(terme).source });
    if (jusquAu > fin) fin = jusquAu;
  }
  return { auTerme: terme, source: destructionAuTerme, gardes, le: fin };
}
