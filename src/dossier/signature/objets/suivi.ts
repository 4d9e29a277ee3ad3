import type { EntretienSuivi } from "../../../law/etat.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import type { Jour } from "../../../values/jour.ts";
import { suiviPropose } from "../../faits/conclusion.ts";
import type { ObjetASigner } from "../objet.ts";

const repondre = (s: EntretienSuivi | null, le: Jour, reponse: "accepte" | "refuse") => [
  suiviPropose.nouveau(le, { prevuLe: s?.prevuLe ?? null, reponse }),
];

/** The follow-up interview (R6313-4 3° c): offered to her, and she is free to decline it. */
export const suivi: ObjetASigner = {
  objet: "suivi",
  classe: "preuve",
  signataires: ["beneficiaire"],
  attentes: ({ entretienSuivi: s }, par) =>
    s === null || par !== "beneficiaire" || s.reponse !== null || s.tenuLe !== null
      ? []
      : [{ objet: "suivi", sur: s.fait, titre: "Répondre pour l’entretien de suivi", detail: null }],
  quoi: () => "votre réponse pour l’entretien de suivi",
  texte: ({ etat, personne }) => ({
    modele: "suivi.1",
    titre: "Entretien de suivi",
    lignes: [
      { terme: "Personne", dit: personne },
      { terme: "Proposé par", dit: etat.organisme.raisonSociale },
      ...(etat.entretienSuivi!.prevuLe === null
        ? []
        : [{ terme: "Date proposée", dit: formatJourLong(etat.entretienSuivi!.prevuLe) }]),
    ],
    paragraphes: ["Cet entretien fait le point quelques mois après le bilan. Il n’est pas obligatoire."],
    engagement: "Je veux bien faire cet entretien de suivi.",
  }),
  effets: ({ entretienSuivi }, _attente, le) => repondre(entretienSuivi, le, "accepte"),
  refuser: {
    libelle: "Je n’en veux pas",
    effets: ({ entretienSuivi }, _attente, le) => repondre(entretienSuivi, le, "refuse"),
  },
};
