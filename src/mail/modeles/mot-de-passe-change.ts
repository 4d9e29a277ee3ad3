import { z } from "zod";
import { rendre } from "../blocs.ts";
import { definirModele, EXPEDITEUR_DES_COMPTES, quand, sHeure, sJour } from "./modele.ts";

const schema = z.object({ jour: sJour, heure: sHeure });

/** Told to whom the account belongs, so that a change that is not his does not stay unseen. */
export const motDePasseChange = definirModele({
  nom: "mot-de-passe-change",
  titre: "Phrase de passe changée",
  schema,
  expediteur: EXPEDITEUR_DES_COMPTES,
  rendre: ({ jour, heure }) =>
    rendre("Votre phrase de passe a changé", [
      { phrase: "Bonjour," },
      {
        phrase: `La phrase de passe de votre compte a été changée le ${quand(jour, heure)}, heure de Paris.`,
      },
      { phrase: "C’est vous\u00a0? Il n’y a rien à faire." },
      {
        phrase:
          "Ce n’est pas vous\u00a0? Répondez tout de suite à ce message\u00a0: votre compte sera fermé.",
      },
    ]),
});
