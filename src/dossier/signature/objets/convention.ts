import type { Convention, Etat, Signataire } from "../../../law/etat.ts";
import { payeElleMeme } from "../../../law/financeurs.ts";
import { MENTIONS_FINANCEE_2025, MENTIONS_TRIPARTITE } from "../../../law/listes/mentions-convention.ts";
import { acceptationConvention } from "../../../law/parameters/acceptation-convention.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { derniereValeur } from "../../delais.ts";
import { conventionSignee } from "../../faits/commande.ts";
import { type ObjetASigner, PAS_D_ACCORD } from "../objet.ts";
import { lignesDeLaVente } from "./vente.ts";

/** Under R6313-8 the three sign; a convention between two is signed by the organisation and by who buys. */
function parties(etat: Etat, { forme }: Convention): Signataire[] {
  if (forme === "tripartite") return ["beneficiaire", "employeur", "organisme"];
  return ["organisme", payeElleMeme(etat) ? "beneficiaire" : "employeur"];
}

const LIBELLES = new Map([...MENTIONS_FINANCEE_2025, ...MENTIONS_TRIPARTITE].map((m) => [m.code, m.libelle]));

function delai({ transmiseParEmployeurLe: le }: Convention): string[] {
  if (le === null) return [];
  const jours = derniereValeur(acceptationConvention);
  return [
    `L’employeur l’a transmise le ${formatJourLong(le)}. La personne a ${jours} jours pour accepter. Sans réponse, c’est un refus.`,
    "Refuser n’est pas une faute et n’est pas un motif de licenciement.",
  ];
}

/** The convention, each party in turn and none for another. */
export const convention: ObjetASigner = {
  objet: "convention",
  classe: "preuve",
  signataires: ["beneficiaire", "organisme", "employeur"],
  attentes: (etat, par) => {
    const c = etat.convention;
    return c === null || !parties(etat, c).includes(par) || c.signatures.some((s) => s.par === par)
      ? []
      : [{ objet: "convention", sur: c.fait, titre: "Signer la convention", detail: null }];
  },
  quoi: () => "la convention",
  texte: ({ etat, personne }) => {
    const c = etat.convention!;
    return {
      modele: "convention.1",
      titre: "Convention de bilan de compétences",
      lignes: [
        {
          terme: "Entre",
          dit:
            c.forme === "tripartite"
              ? "l’employeur, la personne et l’organisme"
              : "l’organisme et qui achète",
        },
        { terme: "Organisme", dit: etat.organisme.raisonSociale },
        { terme: "Personne", dit: personne },
        ...lignesDeLaVente(etat),
      ],
      paragraphes: [
        ...c.mentions.map((m) => `Elle dit ${LIBELLES.get(m) ?? m}.`),
        ...delai(c),
        ...(c.clauseSynthese
          ? ["Elle prévoit de remettre la synthèse à un autre que la personne."]
          : ["La personne seule reçoit les résultats détaillés et la synthèse."]),
      ],
      engagement: "Je suis d’accord avec cette convention.",
    };
  },
  effets: (_, _attente, le, par) => (par === "conseiller" ? [] : [conventionSignee.nouveau(le, { par })]),
  refuser: PAS_D_ACCORD,
};
