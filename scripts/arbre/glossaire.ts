/** One word that the code must not use, and the one that it uses instead. */
export interface Synonyme {
  interdit: string;
  motDuCode: string;
}

const ENTRE_ACCENTS = /`([^`]+)`/g;

/** « documentSuivi », « document-suivi » and « document_suivi » in words, lower case, without the plural's s. */
export function motsDe(nom: string): string[] {
  return nom
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((mot) => mot !== "")
    .map((mot) => mot.toLowerCase().replace(/(?<=..)s$/, ""));
}

function motsEntreAccents(cellule: string): string[] {
  return [...cellule.matchAll(ENTRE_ACCENTS)].map((x) => x[1]!);
}

/**
 * The forbidden synonyms of GLOSSAIRE.md: rows of its tables « term | code | source | never », in which code words and
 * forbidden words stand between backquotes. Throws when a row has not four cells or forbids a word that the code uses.
 */
export function lireGlossaire(texte: string): Synonyme[] {
  const synonymes: Synonyme[] = [];
  const employes = new Map<string, string>();
  for (const ligne of texte.split("\n")) {
    if (!ligne.startsWith("|") || /^\|[\s:|-]+\|$/.test(ligne)) continue;
    const cellules = ligne.split("|").slice(1, -1);
    if (cellules.length !== 4) throw new Error(`GLOSSAIRE.md: four cells to a row, not « ${ligne} »`);
    const codes = motsEntreAccents(cellules[1]!);
    if (codes.length === 0) continue;
    for (const mot of codes) employes.set(motsDe(mot).join(" "), mot);
    for (const interdit of motsEntreAccents(cellules[3]!))
      synonymes.push({ interdit, motDuCode: codes.join(", ") });
  }
  for (const { interdit } of synonymes) {
    const employe = employes.get(motsDe(interdit).join(" "));
    if (employe !== undefined) throw new Error(`GLOSSAIRE.md: « ${employe} » is both used and forbidden`);
  }
  return synonymes;
}

/** The synonym that a name contains, word for word; undefined when it contains none. */
export function synonymeDans(nom: string, synonymes: readonly Synonyme[]): Synonyme | undefined {
  const mots = ` ${motsDe(nom).join(" ")} `;
  return synonymes.find(({ interdit }) => mots.includes(` ${motsDe(interdit).join(" ")} `));
}
