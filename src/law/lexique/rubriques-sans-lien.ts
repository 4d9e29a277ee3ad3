/** Headings that no professional project calls for: our reading of « lien direct et nécessaire » (L6313-4), which lists none. */
export const RUBRIQUES_EXCLUES: Readonly<Record<string, string>> = {
  religion: "la religion",
  opinions: "les opinions",
  origine: "les origines",
  syndicat: "l’appartenance syndicale",
  orientation_sexuelle: "l’orientation sexuelle",
};

/** Headings that a constraint of the project may call for (an adapted workplace, hours); to be weighed. */
export const RUBRIQUES_A_PESER: Readonly<Record<string, string>> = {
  sante: "la santé",
  famille: "la famille",
};
