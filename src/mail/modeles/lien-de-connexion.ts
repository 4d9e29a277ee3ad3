import { z } from "zod";
import { rendre } from "../blocs.ts";
import { definirModele, EXPEDITEUR_DES_COMPTES } from "./modele.ts";

const schema = z.object({ minutes: z.number().int().positive() });

/** A link to sign in without password. Says nothing of an organisation: anyone may look over a shoulder. */
export const lienDeConnexion = definirModele({
  nom: "lien-de-connexion",
  titre: "Lien de connexion",
  schema,
  expediteur: EXPEDITEUR_DES_COMPTES,
  rendre: ({ minutes }, lien) =>
    rendre("Votre lien pour entrer", [
      { phrase: "Bonjour," },
      { libelle: "Pour entrer dans votre espace, ouvrez ce lien", lien },
      { phrase: `Il sert une seule fois, pendant ${minutes}\u00a0minutes. Ne le transmettez à personne.` },
      { phrase: "Vous n’avez rien demandé\u00a0? N’ouvrez pas ce lien\u00a0: personne n’entre sans lui." },
    ]),
});
