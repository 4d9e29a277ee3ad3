/** The name under which a paper is kept: which one, of which dossier, and nobody's name. */
export function fichierDePapier(papier: string, reference: string): string {
  return `${papier}-${reference}.pdf`;
}

/** The answer that shows a paper, and gives it that name when it is saved. */
export function enteteDePapier(papier: string, reference: string) {
  return {
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="${fichierDePapier(papier, reference)}"`,
  };
}
