import type { ArticleLegi } from "./export-legi.ts";
import type { SourceCitee } from "./sources-citees.ts";

export type Etat =
  | "conforme"
  | "version antérieure"
  | "plus récente, non lue"
  | "identifiant manquant"
  | "identifiant faux"
  | "modifié depuis la lecture"
  | "article absent";

/** One article as we cite it, against the export. */
export interface Ligne {
  article: string;
  etat: Etat;
  notre: string | null;
  export: string | null;
  luLe: string;
  detail: string;
  par: string[];
}

const ECARTS: readonly Etat[] = [
  "identifiant manquant",
  "identifiant faux",
  "modifié depuis la lecture",
  "article absent",
];

export function estEcart(ligne: Ligne): boolean {
  return ECARTS.includes(ligne.etat);
}

/** The article that a source of the Code du travail names (« D6323-1 A »); null for another kind of source. */
export function articleDe(ref: string): string | null {
  return /^Code du travail, art\. ([LRD]\*?\d+(?:-\d+)*(?: [A-Z](?![a-z]))?)/.exec(ref)?.[1] ?? null;
}

function comparer(
  citee: SourceCitee,
  numero: string,
  legi: ArticleLegi | undefined,
  plusRecentes: Record<string, string>,
): Pick<Ligne, "etat" | "detail"> {
  const { legiarti, luLe, ref } = citee.source;
  const recente = plusRecentes[numero];
  if (recente !== undefined && (legiarti === undefined || legiarti === legi?.enVigueur.legiarti)) {
    return {
      etat: "plus récente, non lue",
      detail: `version plus récente connue, texte non lu : ${recente}`,
    };
  }
  if (legi === undefined) return { etat: "article absent", detail: "introuvable dans l’export" };
  const { enVigueur } = legi;
  if (legiarti === undefined) return { etat: "identifiant manquant", detail: `c’est ${enVigueur.legiarti}` };
  if (legiarti === enVigueur.legiarti) {
    return enVigueur.debut > luLe
      ? { etat: "modifié depuis la lecture", detail: `nouvelle version le ${enVigueur.debut}` }
      : { etat: "conforme", detail: `en vigueur depuis le ${enVigueur.debut}` };
  }
  const ancienne = legi.versions.find((v) => v.legiarti === legiarti);
  if (ancienne === undefined) return { etat: "identifiant faux", detail: `c’est ${enVigueur.legiarti}` };
  const detail = `version du ${ancienne.debut} au ${ancienne.fin} ; en vigueur : ${enVigueur.legiarti}`;
  // A source that speaks of the past says so in its reference; another one was left behind by the law.
  return {
    etat: ref.includes("version antérieure") ? "version antérieure" : "modifié depuis la lecture",
    detail,
  };
}

/** Every article that the rules and parameters cite, once for each identifier, in the order of the articles. */
export function confronter(
  citees: readonly SourceCitee[],
  articles: ReadonlyMap<string, ArticleLegi>,
  plusRecentes: Record<string, string>,
): Ligne[] {
  const lignes = new Map<string, Ligne>();
  for (const citee of citees) {
    const numero = articleDe(citee.source.ref);
    if (numero === null) continue;
    const legi = articles.get(numero);
    const { etat, detail } = comparer(citee, numero, legi, plusRecentes);
    const { legiarti = null, luLe } = citee.source;
    const cle = `${numero} ${legiarti} ${etat}`;
    const ligne = lignes.get(cle) ?? {
      article: numero,
      etat,
      notre: legiarti,
      export: legi?.enVigueur.legiarti ?? null,
      luLe,
      detail,
      par: [],
    };
    if (!ligne.par.includes(citee.par)) ligne.par.push(citee.par);
    lignes.set(cle, ligne);
  }
  return [...lignes.values()].sort((a, b) => a.article.localeCompare(b.article, "fr", { numeric: true }));
}
