import { formatJourLong } from "../../../values/dates-fr.ts";
import { enSections } from "../clauses/clause.ts";
import { clausesDeLInformation } from "../clauses/information.ts";
import { lignesDeLOrganisme } from "../clauses/la-vente.ts";
import { type ObjetASigner, PAS_D_ACCORD } from "../objet.ts";

/** What must be told before enrolling (L6353-8), as a text that can be read, and the receipt of what was handed over. */
export const information: ObjetASigner = {
  objet: "information",
  classe: "preuve",
  signataires: ["beneficiaire"],
  attentes: ({ information: i }, par) =>
    i === null || i.signatures.some((s) => s.par === par)
      ? []
      : [{ objet: "information", sur: i.fait, titre: "Lire et signer les informations", detail: null }],
  texte: ({ etat, personne }) => ({
    modele: "information.3",
    titre: "Votre information avant l’inscription",
    lignes: [
      ...lignesDeLOrganisme(etat),
      { terme: "Remise à", dit: personne },
      { terme: "Remise le", dit: formatJourLong(etat.information!.date) },
    ],
    sections: enSections(clausesDeLInformation(etat)),
    paragraphes: [],
    engagement: "J’ai lu ce texte, et j’ai reçu par écrit ce qu’il dit remis.",
  }),
  effets: () => [],
  quoi: () => "le reçu des informations",
  refuser: PAS_D_ACCORD,
};
