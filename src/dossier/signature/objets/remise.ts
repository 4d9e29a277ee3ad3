import { formatJourLong } from "../../../values/dates-fr.ts";
import { type ObjetASigner, PAS_D_ACCORD } from "../objet.ts";

const DOCUMENTS = {
  synthese: "le document de synthèse",
  resultats_detailles: "les résultats détaillés",
} as const;

/** Receipt of the synthesis and the detailed results (L6313-4): what proves that they were handed over. */
export const remise: ObjetASigner = {
  objet: "remise",
  classe: "preuve",
  signataires: ["beneficiaire"],
  attentes: ({ remise: r }, par) =>
    r === null || par !== "beneficiaire" || r.signatures.some((s) => s.par === par)
      ? []
      : [{ objet: "remise", sur: r.fait, titre: "Signer le reçu de vos documents", detail: null }],
  texte: ({ etat, personne }) => ({
    modele: "remise.1",
    titre: "Reçu de vos documents",
    lignes: [
      { terme: "Remis par", dit: etat.organisme.raisonSociale },
      { terme: "Remis à", dit: personne },
      { terme: "Remis le", dit: formatJourLong(etat.remise!.date) },
    ],
    paragraphes: etat.remise!.documents.map((d) => `J’ai reçu ${DOCUMENTS[d]}.`),
    engagement: "J’ai reçu ces documents.",
  }),
  effets: () => [],
  quoi: () => "le reçu de vos documents",
  refuser: PAS_D_ACCORD,
};
