import { analyseDImpact, guideDuRecrutement } from "../../law/textes/donnees.ts";
import { consentementDeLaPersonne, lienDirectEtNecessaire, objetDuBilan } from "../../law/textes/nature.ts";
import { destinataireDesResultats } from "../../law/textes/secret.ts";
import { DUREES } from "../durees/table.ts";
import {
  aCompleter,
  type DocumentDeDroit,
  dire,
  type LigneDeDroit,
  type MatiereDeDroit,
} from "./document.ts";
import { lesDonnees, lesPersonnes, lesProtections, quiRepond } from "./morceaux.ts";

const risque = (quoi: string, mesures: string): LigneDeDroit[] => [
  dire(quoi, mesures),
  aCompleter(`${quoi} : gravité pour la personne`),
  aCompleter(`${quoi} : vraisemblance chez vous`),
];

/** The frame of an impact assessment: what the program does is written, what only the organisation knows is not. */
export function analyse(matiere: MatiereDeDroit): DocumentDeDroit {
  return {
    titre: "Analyse d’impact",
    chapeau: "Un cadre à compléter. Aucun texte lu ne dit si elle est obligatoire pour un bilan.",
    sources: [analyseDImpact],
    parties: [
      { titre: "Qui répond du traitement", lignes: quiRepond(matiere) },
      {
        titre: "Le traitement",
        lignes: [
          dire("Ce qu’il sert à faire", `Un bilan de compétences (${objetDuBilan.ref}).`),
          lesPersonnes(matiere),
          ...lesDonnees(matiere),
          aCompleter("Nombre de bilans par an"),
        ],
      },
      {
        titre: "La nécessité",
        lignes: [
          dire(
            "Lien avec l’objet",
            `La loi n’admet que ce qui a un lien direct et nécessaire avec l’objet du bilan (${lienDirectEtNecessaire.ref}).`,
          ),
          aCompleter("Ce que vous demandez, et pourquoi chaque question est nécessaire"),
          dire("Accord de la personne", `Sans lui, pas de bilan (${consentementDeLaPersonne.ref}).`),
          dire(
            "À qui vont les résultats",
            `À elle seule ; à un autre avec son accord (${destinataireDesResultats.ref}).`,
          ),
          aCompleter(`Tests utilisés, et pourquoi chacun est nécessaire (${guideDuRecrutement.ref})`),
        ],
      },
      {
        titre: "Les droits de la personne",
        lignes: [
          dire(
            "Accès et copie",
            "Dans son espace, elle télécharge seule tout ce que l’application garde d’elle.",
          ),
          dire(
            "Rectification",
            "Un fait corrigé garde l’ancien. Une identité corrigée garde qui l’a fait, et quand.",
          ),
          dire("Effacement", `${DUREES.contenus.duree}, pour les contenus. ${DUREES.contenus.ensuite}`),
          dire("Qui a lu", "Elle voit qui a ouvert ses textes, au centre et au-dehors."),
        ],
      },
      {
        titre: "Les risques",
        lignes: [
          ...risque(
            "Quelqu’un lit ce qu’il ne doit pas lire",
            "Contenus scellés, accès par rôle, lectures notées.",
          ),
          ...risque(
            "Un export est lu, ou gardé",
            "Fichier fermé par une phrase, demande notée, à détruire dès que l’import est fait.",
          ),
          ...risque("Une donnée est changée en secret", "Journal signé, faits jamais réécrits."),
          ...risque("Une donnée est perdue", "Sauvegardes chiffrées et relues, exercice de restauration."),
        ],
      },
      {
        titre: "Ce qui protège",
        lignes: [...lesProtections(), aCompleter("La machine, le réseau, les locaux")],
      },
      {
        titre: "La décision",
        lignes: [
          aCompleter("Avis du délégué à la protection des données"),
          aCompleter("Avis des personnes, ou pourquoi il n’est pas demandé"),
          aCompleter("Décision, date et signature"),
        ],
      },
    ],
  };
}
