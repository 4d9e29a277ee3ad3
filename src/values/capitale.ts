/** Capital first letter: « élan » gives « Élan ». */
export function capitale(texte: string): string {
  return texte.charAt(0).toLocaleUpperCase("fr-FR") + texte.slice(1);
}
