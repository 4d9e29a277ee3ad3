import { MENTIONS_CONTRAT } from "../../../law/listes/mentions-contrat.ts";
import { retractationContrat } from "../../../law/parameters/retractation-contrat.ts";
import { derniereValeur } from "../../delais.ts";
import { contratSigne } from "../../faits/commande.ts";
import { type ObjetASigner, PAS_D_ACCORD } from "../objet.ts";
import { lignesDeLaVente } from "./vente.ts";

const LIBELLES = new Map(MENTIONS_CONTRAT.map((m) => [m.code, m.libelle]));

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
  texte: ({ etat, personne }) => {
    const { mentions } = etat.contratPropose!;
    const jours = derniereValeur(retractationContrat);
    return {
      modele: "contrat.1",
      titre: "Contrat de bilan de compétences",
      lignes: [
        { terme: "Organisme", dit: etat.organisme.raisonSociale },
        { terme: "Personne", dit: personne },
        ...lignesDeLaVente(etat),
      ],
      paragraphes: [
        ...mentions.map((m) => `Le contrat dit ${LIBELLES.get(m) ?? m}.`),
        `La personne a ${jours} jours pour changer d’avis, par lettre recommandée avec avis de réception. Elle ne paie rien avant.`,
      ],
      engagement: "Je suis d’accord avec ce contrat.",
    };
  },
  effets: ({ contratPropose, contrat: c }, _attente, le, par) => {
    const { mentions, mentionNda } = contratPropose!;
    return [
      contratSigne.nouveau(le, { mentions, mentionNda, signatures: [...(c?.signatures ?? []), { par, le }] }),
    ];
  },
  refuser: PAS_D_ACCORD,
};
