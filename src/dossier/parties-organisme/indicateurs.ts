import type { Indicateur, Organisme } from "../../law/etat.ts";
import { champNombre, champTexte, facultatif } from "../champ.ts";
import { defineListe, NOUVEAU } from "./partie.ts";

/** What tells two indicators apart: the same result is published again for another period. */
export const cleDeLIndicateur = (i: Indicateur) => `${i.nom}~${i.periode ?? ""}`;

const trouver = (o: Organisme, cle: string) => o.indicateurs.find((i) => cleDeLIndicateur(i) === cle);

export const indicateurs = defineListe({
  nom: "indicateurs",
  titre: (o, cible) =>
    cible === NOUVEAU ? "Ajouter un indicateur de résultats" : `Changer « ${trouver(o, cible)?.nom ?? ""} »`,
  chapeau: () => "Tel que vous le rendez public, avec sa méthode, sa population et sa période.",
  bouton: "Enregistrer l’indicateur",
  existe: (o, cible) => trouver(o, cible) !== undefined,
  champs: {
    nom: champTexte({ libelle: "Ce qui est mesuré", aide: "Par exemple : satisfaction à la fin du bilan." }),
    valeur: champTexte({ libelle: "Résultat", aide: "Par exemple : 94 %." }),
    methode: facultatif(champTexte({ libelle: "Méthode" })),
    population: facultatif(champNombre({ libelle: "Nombre de personnes interrogées", min: 0, max: 999_999 })),
    periode: facultatif(champTexte({ libelle: "Période", aide: "Par exemple : 2025." })),
  },
  valeurs: (o, cible) => {
    const i = trouver(o, cible);
    if (i === undefined) return {};
    return {
      nom: i.nom,
      valeur: i.valeur,
      methode: i.methode ?? "",
      population: i.population === null ? "" : String(i.population),
      periode: i.periode ?? "",
    };
  },
  changer: (organisme, cible, saisie) => {
    const cle = cleDeLIndicateur(saisie);
    if (cle !== cible && trouver(organisme, cle) !== undefined)
      return [{ champ: "nom", phrase: "Cet indicateur est déjà dans la liste pour cette période." }];
    const ajoute = cible === NOUVEAU;
    return {
      organisme: {
        ...organisme,
        indicateurs: ajoute
          ? [...organisme.indicateurs, saisie]
          : organisme.indicateurs.map((i) => (cleDeLIndicateur(i) === cible ? saisie : i)),
      },
      quoi: `Indicateur « ${saisie.nom} » ${ajoute ? "ajouté" : "changé"}`,
    };
  },
  retrait: (o, cible) => {
    const i = trouver(o, cible);
    return i === undefined
      ? null
      : {
          titre: `Retirer l’indicateur « ${i.nom} » ?`,
          bouton: "Retirer l’indicateur",
          titrePerdu: "Ne sera plus là",
          perdu: [`Le résultat « ${i.valeur} », que les règles ne liront plus.`],
          garde: ["La trace de ce retrait, avec l’indicateur et votre nom."],
          pourquoi: "Un indicateur retiré ne compte plus pour aucun dossier, passé ou présent.",
        };
  },
  retirer: (organisme, cible) => ({
    organisme: {
      ...organisme,
      indicateurs: organisme.indicateurs.filter((i) => cleDeLIndicateur(i) !== cible),
    },
    quoi: `Indicateur « ${trouver(organisme, cible)?.nom ?? ""} » retiré`,
  }),
});
