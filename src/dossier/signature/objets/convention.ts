import { employeurAuDossier } from "../../../law/calcul/employeur.ts";
import type { Convention, Etat, Signataire } from "../../../law/etat.ts";
import { payeElleMeme } from "../../../law/financeurs.ts";
import { acceptationConvention } from "../../../law/parameters/acceptation-convention.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { derniereValeur } from "../../delais.ts";
import { conventionSignee } from "../../faits/commande.ts";
import { ceQuiManque, enSections, PAS_DIT } from "../clauses/clause.ts";
import { clausesDeLaConvention, mentionsExigees } from "../clauses/convention.ts";
import { lignesDeLOrganisme } from "../clauses/la-vente.ts";
import { type ObjetASigner, PAS_D_ACCORD, type TexteASigner } from "../objet.ts";

/**
 * Under R6313-8 the three sign; a convention between two is signed by the organisation and by who buys: the employer where
 * the dossier has one, else the person. A funder's signature on paper is noted under « employeur » and stays his.
 */
export function partiesDeLaConvention(
  etat: Etat,
  { forme, signatures }: Pick<Convention, "forme"> & Partial<Pick<Convention, "signatures">>,
): Signataire[] {
  if (forme === "tripartite") return ["beneficiaire", "employeur", "organisme"];
  const tiers = employeurAuDossier(etat) || signatures?.some((s) => s.par === "employeur") === true;
  return ["organisme", payeElleMeme(etat) || !tiers ? "beneficiaire" : "employeur"];
}

function delai({ transmiseParEmployeurLe: le }: Convention): string[] {
  if (le === null) return [];
  const jours = derniereValeur(acceptationConvention);
  return [
    `L’employeur l’a transmise le ${formatJour(le)}. La personne a ${jours} jours pour accepter. Sans réponse, c’est un refus.`,
  ];
}

/** The convention to the letter, from the state just after it was transmitted: each party is shown the same words. */
export function texteDeLaConvention(alors: Etat, c: Convention, personne: string): TexteASigner {
  const clauses = clausesDeLaConvention(alors, c);
  // The text says the same words before and after a signature: a funder who signed is no employer.
  const employeur = employeurAuDossier(alors) && partiesDeLaConvention(alors, c).includes("employeur");
  const manque = ceQuiManque(clauses, mentionsExigees(alors, c));
  return {
    modele: "convention.2",
    titre: "Convention de bilan de compétences",
    lignes: [
      {
        terme: "Entre",
        dit:
          c.forme === "tripartite" ? "l’employeur, la personne et l’organisme" : "l’organisme et qui achète",
      },
      ...lignesDeLOrganisme(alors),
      { terme: "Personne", dit: personne },
      ...(employeur ? [{ terme: "Employeur", dit: c.entreprise ?? PAS_DIT }] : []),
    ],
    sections: enSections(clauses),
    paragraphes: delai(c),
    engagement: "Je suis d’accord avec cette convention.",
    ...(manque === undefined ? {} : { incomplet: manque }),
  };
}

/** The convention, each party in turn and none for another. */
export const convention: ObjetASigner = {
  objet: "convention",
  classe: "preuve",
  signataires: ["beneficiaire", "organisme", "employeur"],
  attentes: (etat, par) => {
    const c = etat.convention;
    return c === null ||
      !partiesDeLaConvention(etat, c).includes(par) ||
      c.signatures.some((s) => s.par === par)
      ? []
      : [{ objet: "convention", sur: c.fait, titre: "Signer la convention", detail: null }];
  },
  quoi: () => "la convention",
  texte: ({ etat, alors, personne }) =>
    texteDeLaConvention(alors(etat.convention!.fait), etat.convention!, personne),
  effets: (_, _attente, le, par) => (par === "conseiller" ? [] : [conventionSignee.nouveau(le, { par })]),
  refuser: PAS_D_ACCORD,
};
