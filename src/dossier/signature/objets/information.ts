import { libelleDuPoint } from "../../../law/listes/points-information.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { type ObjetASigner, PAS_D_ACCORD } from "../objet.ts";

/** Receipt of what must be handed over before enrolling (L6353-8). */
export const information: ObjetASigner = {
  objet: "information",
  classe: "preuve",
  signataires: ["beneficiaire"],
  attentes: ({ information: i }, par) =>
    i === null || i.signatures.some((s) => s.par === par)
      ? []
      : [{ objet: "information", sur: i.fait, titre: "Signer le reçu des informations", detail: null }],
  texte: ({ etat, personne }) => ({
    modele: "information.1",
    titre: "Reçu des informations remises avant l’inscription",
    lignes: [
      { terme: "Remises par", dit: etat.organisme.raisonSociale },
      { terme: "Remises le", dit: formatJourLong(etat.information!.date) },
      { terme: "Remises à", dit: personne },
    ],
    paragraphes: etat.information!.points.map((p) => `J’ai reçu par écrit ${libelleDuPoint(p)}.`),
    engagement: "J’ai reçu ces informations par écrit.",
  }),
  effets: () => [],
  quoi: () => "le reçu des informations",
  refuser: PAS_D_ACCORD,
};
