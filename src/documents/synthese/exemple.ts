import { jour } from "../../values/jour.ts";
import { cadreExemple, signatureCamille, signatureNadia } from "../exemple-cadre.ts";
import type { DonneesSynthese } from "./donnees.ts";

export const exempleSynthese: DonneesSynthese = {
  ...cadreExemple,
  beneficiaire: "Camille Moreau",
  conseiller: "Nadia Benali",
  du: jour("2026-09-28"),
  au: jour("2026-11-30"),
  circonstances:
    "Assistante comptable depuis neuf ans dans une entreprise de menuiserie, Camille a vu son poste évoluer vers la préparation de la paie. Elle a demandé ce bilan, à son initiative, pour savoir si elle pouvait en faire son métier.\n\nLe bilan a compté huit séances en face-à-face, à Rennes et à distance, et des enquêtes auprès de trois gestionnaires de paie.",
  competences:
    "Les entretiens et les mises en situation ont montré :\n- la tenue rigoureuse de données chiffrées, contrôlées et justifiées ;\n- la veille sur les textes : conventions collectives, cotisations, déclaration sociale ;\n- une écoute appréciée des salariés, utile quand un bulletin est contesté.\n\nAu regard du métier visé, deux points restent à construire : la paie du bâtiment, et l'usage d'un logiciel de paie courant.",
  projetProfessionnel:
    "Devenir gestionnaire de paie, d'abord dans l'entreprise actuelle, puis en cabinet. Les trois enquêtes menées confirment des postes ouverts dans un rayon de 40 km.\n\nSi la place ne se crée pas dans l'entreprise : « assistante ressources humaines, paie comprise », dans une collectivité.",
  projetDeFormation:
    "Un titre professionnel de gestionnaire de paie, en alternance d'un jour par semaine : 10 mois, compatible avec le poste actuel.",
  etapes: [
    { quoi: "Présenter le projet à l'employeur", quand: "décembre 2026" },
    { quoi: "Déposer la demande de formation", quand: "janvier 2027" },
    { quoi: "Prendre en charge la paie de six salariés, avec tutorat", quand: "de février à juin 2027" },
    { quoi: "Faire le point avec Nadia Benali, si Camille le souhaite", quand: null },
  ],
  remarques: "Je garde l'idée du cabinet pour plus tard. Le bilan m'a surtout rendu confiance.",
  signataires: [
    { qualite: "Le bénéficiaire", nom: "Camille Moreau", signature: signatureCamille },
    { qualite: "Le conseiller", nom: "Nadia Benali", signature: signatureNadia },
  ],
};
