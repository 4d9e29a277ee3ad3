/** A place where the tree breaks one of its rules: the file, the line (1-based) and the sentence of the rule. */
export interface Ecart {
  fichier: string;
  ligne: number;
  phrase: string;
}

export function formatEcart({ fichier, ligne, phrase }: Ecart): string {
  return `${fichier}:${ligne}  ${phrase}`;
}
