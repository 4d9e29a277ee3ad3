import { champOuiNon, facultatif } from "../champ.ts";
import { definePartie } from "./partie.ts";

const dit = (reponse: boolean | null) => (reponse === null ? "" : reponse ? "oui" : "non");

export const activite = definePartie({
  nom: "activite",
  titre: () => "L’activité et les prix",
  chapeau: () => "Ce que les règles demandent de savoir sur l’organisme lui-même.",
  bouton: "Enregistrer l’activité",
  champs: {
    autresActivites: facultatif(
      champOuiNon({ libelle: "L’organisme a d’autres activités que les bilans de compétences" }),
    ),
    equipeBilanIdentifiee: facultatif(
      champOuiNon({ libelle: "Une équipe y est identifiée pour les bilans de compétences" }),
    ),
    grilleTarifaire: facultatif(
      champOuiNon({
        libelle: "Une même grille de prix vaut pour tous",
        aide: "Répondez non si chaque prix est fixé selon le besoin de la personne.",
      }),
    ),
  },
  valeurs: (o) => ({
    autresActivites: dit(o.autresActivites),
    equipeBilanIdentifiee: dit(o.equipeBilanIdentifiee),
    grilleTarifaire: dit(o.grilleTarifaire),
  }),
  changer: (organisme, _cible, saisie) => ({
    organisme: { ...organisme, ...saisie },
    quoi: "Activité et prix changés",
  }),
});
