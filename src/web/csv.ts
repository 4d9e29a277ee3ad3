/** One cell of a file for a spreadsheet; one that begins like a formula would be run: an apostrophe keeps it a text. */
export function cellule(texte: string): string {
  const sur = /^[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte;
  return /[;"\n\r]/.test(sur) ? `"${sur.replaceAll('"', '""')}"` : sur;
}

/** A file for a spreadsheet: UTF-8 with its mark, semicolons, CRLF. */
export function csv(entetes: readonly string[], lignes: readonly (readonly string[])[]): string {
  return `\uFEFF${[entetes, ...lignes].map((l) => `${l.map(cellule).join(";")}\r\n`).join("")}`;
}
