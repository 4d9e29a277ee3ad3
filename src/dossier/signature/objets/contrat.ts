import type { ContratPropose, Etat } from "../../../law/etat.ts";
import { MENTIONS_CONTRAT } from "../../../law/listes/mentions-contrat.ts";
import { contratSigne } from "../../faits/commande.ts";
import { ceQuiManque, enSections } from "../clauses/clause.ts";
import { clausesDuContrat } from "../clauses/contrat.ts";
import { lignesDeLOrganisme } from "../clauses/la-vente.ts";
import { type ObjetASigner, PAS_D_ACCORD, type TexteASigner } from "../objet.ts";

/** The contract to the letter, from the state just after it was proposed: both are shown the same words. */
export function texteDuContrat(alors: Etat, propose: ContratPropose, personne: string): TexteASigner {
  const clauses = clausesDuContrat(alors, propose);
  const manque = ceQuiManque(clauses, MENTIONS_CONTRAT);
  return {
    modele: "contrat.2",
    titre: "Contrat de bilan de compétences",
    lignes: [...lignesDeLOrganisme(alors), { terme: "Personne", dit: personne }],
    sections: enSections(clauses),
    paragraphes: [],
    engagement: "Je suis d’accord avec ce contrat.",
    ...(manque === undefined ? {} : { incomplet: manque }),
  };
}

/** Contract of a person who pays herself (L6353-3 to 6), with its ten days to change her mind. */
export const contrat: ObjetASigner = {
  objet: "contrat",
  classe: "preuve",
  signataires: ["beneficiaire", "organisme"],
  attentes: ({ contratPropose, contrat: c }, par) =>
    contratPropose === null || c?.signatures.some((s) => s.par === par) === true
      ? []
      : [{ objet: "contrat", sur: contratPropose.fait, titre: "Signer le contrat", detail: null }],
  quoi: () => "le contrat",
  texte: ({ etat, alors, personne }) =>
    texteDuContrat(alors(etat.contratPropose!.fait), etat.contratPropose!, personne),
  effets: ({ contratPropose, contrat: c }, _attente, le, par) => {
    const { mentions, mentionNda } = contratPropose!;
    return [
      contratSigne.nouveau(le, { mentions, mentionNda, signatures: [...(c?.signatures ?? []), { par, le }] }),
    ];
  },
  refuser: PAS_D_ACCORD,
};
