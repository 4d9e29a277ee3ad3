/** First names and names of people who do not exist, for dossiers made in bulk. */
export const PRENOMS: readonly string[] =
  "Alix Camille Claude Dominique Éléonore Gaël Inès Jeanne Karim Léa Maëlle Noé Océane Rémi Zoé".split(" ");

export const NOMS: readonly string[] =
  "Arnaud Benali Chevalier Diallo Étienne Faure Garnier Hamon Idrissi Jourdan Kaya Lefèvre Moreau Nguyen".split(
    " ",
  );
