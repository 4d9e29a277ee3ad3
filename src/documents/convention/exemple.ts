import { jour } from "../../values/jour.ts";
import { cadreExemple, heure, signatureCamille } from "../exemple-cadre.ts";
import type { DonneesConvention } from "./donnees.ts";

export const exempleConvention: DonneesConvention = {
  ...cadreExemple,
  etabliLe: jour("2026-09-10"),
  temoin: null,
  titre: "Convention de bilan de compétences",
  lignes: [
    { terme: "Entre", dit: "l’employeur, la personne et l’organisme" },
    { terme: "Organisme", dit: "Centre Horizon" },
    { terme: "Personne", dit: "Camille Moreau" },
    { terme: "Employeur", dit: "Ateliers Fictifs" },
  ],
  parties: [
    {
      titre: "Durée",
      paragraphes: ["20 h d’accompagnement. La loi limite un bilan à 24 h."],
    },
    { titre: "Prix", paragraphes: ["1 950,00 €. Exonération de TVA, article 261-4-4° a du CGI."] },
    { titre: "Règlement", paragraphes: ["En deux fois :\n- la moitié au début ;\n- le reste à la fin."] },
    {
      titre: "Remise des résultats détaillés et de la synthèse",
      paragraphes: ["La personne les reçoit au dernier rendez-vous.", "Elle seule les reçoit."],
    },
  ],
  paragraphes: ["Refuser n’est pas une faute et n’est pas un motif de licenciement."],
  incomplet: null,
  empreinte: "3f8a".repeat(16),
  signataires: [
    { qualite: "La personne", nom: "Camille Moreau", signature: signatureCamille },
    {
      qualite: "Pour l’employeur, Ateliers Fictifs",
      nom: "Lucie Inventée",
      signature: {
        jour: jour("2026-09-12"),
        heure: heure("9:12"),
        moyen: "depuis son compte, reçu n° D-2026-0147-14",
      },
    },
    { qualite: "Pour l’organisme", nom: null, signature: null },
  ],
};

/** A contract that cannot be signed yet: what lacks stands on the paper. */
export const exempleContrat: DonneesConvention = {
  ...exempleConvention,
  titre: "Contrat de bilan de compétences",
  paragraphes: [],
  incomplet: "Ce texte ne dit pas encore le niveau préalable requis (2°).",
  signataires: [
    { qualite: "La personne", nom: "Camille Moreau", signature: null },
    { qualite: "Pour l’organisme", nom: "Nadia Benali", signature: null },
  ],
};
