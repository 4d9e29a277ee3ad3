/** Where the pages of the employer lie. */
export const ESPACE = "/employeur";

/** The way back from any page of his space. */
export const RETOUR = { libelle: "Votre espace", href: ESPACE };
