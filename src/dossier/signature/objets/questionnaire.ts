import { formatJourLong } from "../../../values/dates-fr.ts";
import { type ObjetASigner, PAS_D_ACCORD } from "../objet.ts";

/** The cover is signed; the answers are read in the person's own space and stay sealed. */
export const questionnaire: ObjetASigner = {
  objet: "questionnaire",
  classe: "contenu",
  signataires: ["beneficiaire"],
  attentes: (etat, par) =>
    par !== "beneficiaire" || etat.destruction !== null
      ? []
      : etat.questionnaires
          .filter((q) => !q.signatures.some((s) => s.par === par))
          .map((q) => ({
            objet: "questionnaire",
            sur: q.fait,
            titre: "Signer vos réponses",
            detail: `du ${formatJourLong(q.date)}`,
          })),
  texte: ({ etat, personne, contenusDe, texteDe }, { sur }) => {
    const q = etat.questionnaires.find((x) => x.fait === sur)!;
    const reponses = contenusDe(q.fait).reponses;
    const texte = reponses === undefined ? null : texteDe(reponses);
    return {
      modele: "questionnaire.1",
      titre: "Vos réponses",
      lignes: [
        { terme: "Personne", dit: personne },
        { terme: "Répondu le", dit: formatJourLong(q.date) },
      ],
      paragraphes: texte === null ? [] : [texte],
      engagement: "Ce sont bien mes réponses.",
    };
  },
  effets: () => [],
  quoi: () => "vos réponses",
  refuser: PAS_D_ACCORD,
};
