import { nonDeLaPersonne } from "../../../law/calcul/non-de-la-personne.ts";
import { volontariatConfirme } from "../../faits/accueil.ts";
import type { ObjetASigner } from "../objet.ts";

/** Asked of the person alone when her employer pays or asks: he has no page that shows it. */
export const volontariat: ObjetASigner = {
  objet: "volontariat",
  classe: "preuve",
  signataires: ["beneficiaire"],
  attentes: (etat, par) =>
    par === "beneficiaire" &&
    etat.financement?.employeurPrescripteur === true &&
    (etat.volontariat === null || nonDeLaPersonne(etat, "volontariat") !== null) &&
    etat.refus === null
      ? [{ objet: "volontariat", sur: null, titre: "Dire si vous êtes volontaire", detail: null }]
      : [],
  texte: ({ etat, personne }) => ({
    modele: "volontariat.1",
    titre: "Faire ce bilan de votre plein gré",
    lignes: [
      { terme: "Personne", dit: personne },
      { terme: "Organisme", dit: etat.organisme.raisonSociale },
    ],
    paragraphes: [
      "Votre employeur demande ce bilan ou le paie. Il ne peut pas vous l’imposer.",
      "Votre réponse arrive à votre conseiller. Votre employeur ne la voit pas.",
    ],
    engagement: "Je fais ce bilan de mon plein gré.",
  }),
  effets: (_, _attente, le) => [volontariatConfirme.nouveau(le, { canal: "direct", apresRefus: null })],
  quoi: () => "votre réponse",
  // Nothing more is drawn from it: what follows is said by her and noted by her counsellor.
  refuser: { libelle: "Je ne suis pas volontaire" },
};
