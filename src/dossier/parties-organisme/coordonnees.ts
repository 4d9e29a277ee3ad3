import { z } from "zod";
import type { Refus } from "../acte.ts";
import { champTexte, facultatif } from "../champ.ts";
import { CHAMPS_ORGANISME } from "../formulaire-organisme.ts";
import { definePartie } from "./partie.ts";

const { adresse, telephone } = CHAMPS_ORGANISME;

export const coordonnees = definePartie({
  nom: "coordonnees",
  titre: () => "Les coordonnées et le représentant",
  chapeau: () => "Comme ils doivent s’imprimer sur vos papiers.",
  bouton: "Enregistrer les coordonnées",
  champs: {
    adresse,
    telephone,
    courriel: facultatif(champTexte({ libelle: "Adresse électronique de l’organisme" })),
    representant: facultatif(
      champTexte({ libelle: "Qui signe pour l’organisme", aide: "Son prénom et son nom." }),
    ),
    qualite: facultatif(
      champTexte({
        libelle: "Sa qualité",
        aide: "Par exemple : gérante. Le certificat de réalisation la demande.",
      }),
    ),
  },
  valeurs: (o) => ({
    adresse: o.adresse ?? "",
    telephone: o.telephone ?? "",
    courriel: o.courriel ?? "",
    representant: o.representant?.nom ?? "",
    qualite: o.representant?.qualite ?? "",
  }),
  changer: (organisme, _cible, { representant: nom, qualite, ...s }) => {
    const refus: Refus[] = [];
    if (s.courriel !== null && !z.email().safeParse(s.courriel).success)
      refus.push({ champ: "courriel", phrase: "Cette adresse électronique n’est pas complète." });
    if (nom !== null && qualite === null)
      refus.push({ champ: "qualite", phrase: "Indiquez aussi la qualité de la personne qui signe." });
    if (nom === null && qualite !== null)
      refus.push({ champ: "representant", phrase: "Indiquez aussi le nom de la personne qui signe." });
    if (refus.length > 0) return refus;
    const representant = nom === null || qualite === null ? null : { nom, qualite };
    return { organisme: { ...organisme, ...s, representant }, quoi: "Coordonnées changées" };
  },
});
