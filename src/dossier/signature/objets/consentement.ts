import { nonDeLaPersonne } from "../../../law/calcul/non-de-la-personne.ts";
import { consentementRecueilli } from "../../faits/accueil.ts";
import type { ObjetASigner } from "../objet.ts";

/** L6313-4 al. 2: a bilan takes place with the person's consent only, and her refusal is no fault. */
export const consentement: ObjetASigner = {
  objet: "consentement",
  classe: "preuve",
  signataires: ["beneficiaire"],
  attentes: (etat, par) =>
    par === "beneficiaire" &&
    (etat.consentement === null || nonDeLaPersonne(etat, "consentement") !== null) &&
    etat.refus === null &&
    etat.entretien?.faisable
      ? [{ objet: "consentement", sur: null, titre: "Dire si vous consentez à ce bilan", detail: null }]
      : [],
  texte: ({ etat, personne }) => ({
    modele: "consentement.1",
    titre: "Consentement à un bilan de compétences",
    lignes: [
      { terme: "Personne", dit: personne },
      { terme: "Organisme", dit: etat.organisme.raisonSociale },
    ],
    paragraphes: [
      "Un bilan de compétences ne se fait qu’avec votre accord.",
      "Refuser n’est pas une faute et n’est pas un motif de licenciement.",
      "Vous seul recevez les résultats détaillés et la synthèse. Ils ne vont à une autre personne que si vous êtes d’accord.",
    ],
    engagement: "Je consens à faire ce bilan de compétences.",
  }),
  effets: (_, _attente, le) => [
    consentementRecueilli.nouveau(le, {
      signatures: [{ par: "beneficiaire", le }],
      // The guardian of a minor signs elsewhere: the person cannot say it for him.
      accordTuteur: null,
      apresRefus: null,
    }),
  ],
  quoi: () => "votre consentement",
  // Nothing more is drawn from it: what follows is said by her and noted by her counsellor.
  refuser: { libelle: "Je ne consens pas" },
};
