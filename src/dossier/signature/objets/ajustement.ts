import { formatJourLong } from "../../../values/dates-fr.ts";
import { formatDuree } from "../../../values/duree.ts";
import { type ObjetASigner, PAS_D_ACCORD } from "../objet.ts";

/** A length changed on the way is agreed by both. */
export const ajustement: ObjetASigner = {
  objet: "ajustement",
  classe: "preuve",
  signataires: ["beneficiaire", "conseiller"],
  attentes: (etat, par) =>
    etat.ajustements
      .filter((a) => !a.signatures.some((s) => s.par === par))
      .map((a) => ({
        objet: "ajustement",
        sur: a.fait,
        titre: "Signer le changement de durée",
        detail: `${formatDuree(a.duree)} en tout`,
      })),
  texte: ({ etat, personne }, { sur }) => {
    const a = etat.ajustements.find((x) => x.fait === sur)!;
    return {
      modele: "ajustement.1",
      titre: "Changement de durée du bilan",
      lignes: [
        { terme: "Personne accompagnée", dit: personne },
        { terme: "Décidé le", dit: formatJourLong(a.date) },
        { terme: "Nouvelle durée", dit: formatDuree(a.duree) },
        { terme: "Raison", dit: a.motif },
      ],
      paragraphes: [],
      engagement: "Je suis d’accord avec cette nouvelle durée.",
    };
  },
  effets: () => [],
  quoi: () => "le changement de durée",
  refuser: PAS_D_ACCORD,
};
