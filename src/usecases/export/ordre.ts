import { FICHIERS, tableDuFichier } from "./format.ts";

/**
 * Tells of each file of an export, in turn, whether it comes in its place: once, the lines of the tables in the order that
 * the beginning gives, the bytes of pieces among the lines of theirs, the end last. The import goes through an export once:
 * it would leave out, without a word, what comes elsewhere.
 */
export function ordreDExport() {
  const vus = new Set<string>();
  let rang = -1;
  return (nom: string, tables: readonly { nom: string }[]): boolean => {
    if (vus.has(nom) || vus.has(FICHIERS.fin)) return false;
    vus.add(nom);
    if (nom === FICHIERS.fin) return true;
    if (nom.startsWith("pieces/")) return tables[rang]?.nom === "piece";
    if (!nom.startsWith("donnees/")) return rang === -1;
    const ici = tables.findIndex((t) => t.nom === tableDuFichier(nom));
    if (ici === -1 || ici < rang) return false;
    rang = ici;
    return true;
  };
}
