import type { Convention, Etat } from "../../../law/etat.ts";
import { financeAvecConvention } from "../../../law/financeurs.ts";
import type { Mention } from "../../../law/listes/mention.ts";
import { MENTIONS_TRIPARTITE } from "../../../law/listes/mentions-convention.ts";
import { mentionsConvention } from "../../../law/parameters/mentions-convention.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { derniereValeur } from "../../delais.ts";
import type { Clause } from "./clause.ts";
import {
  CERTIFICAT,
  DEROULEMENT_DECIDE,
  DESTRUCTION,
  ENTRETIEN_DE_SUIVI,
  OBJET,
  REMISE,
  SECRET,
} from "./la-loi.ts";
import { deroulementDit, dureeDite, moyensDits, phasesDites, prixDit, tauxADistance } from "./la-vente.ts";

/** What the form of a convention asks for besides what the dossier already holds. */
export type TermesDeLaConvention = Pick<
  Convention,
  "debut" | "fin" | "tauxDistance" | "reglement" | "clauseSynthese"
>;

/** L6313-4 al. 2, told to who pays as well. */
const CONSENTEMENT = [
  "Le bilan ne se fait qu’avec le consentement de la personne.",
  "Le refus d’un salarié n’est pas une faute et n’est pas un motif de licenciement.",
] as const;

/** Each mention of R6313-8 and of D6353-1 I, from the facts; what the employer may not know is in none of them. */
export function clausesDeLaConvention(etat: Etat, c: TermesDeLaConvention): Clause[] {
  const deroulement = deroulementDit(etat);
  const taux = tauxADistance(etat, c.tauxDistance);
  return [
    {
      codes: ["intitule"],
      titre: "Intitulé",
      dit: ["Bilan de compétences, au sens de l’article L6313-4 du code du travail."],
    },
    { codes: ["objectif"], titre: "Objectif", dit: OBJET },
    { codes: ["contenu"], titre: "Contenu", dit: phasesDites(etat) },
    { codes: ["moyens"], titre: "Moyens prévus", dit: moyensDits(etat) },
    { codes: ["duree"], titre: "Durée", dit: dureeDite(etat) },
    {
      codes: ["periode"],
      titre: "Période de réalisation",
      dit: c.debut === null || c.fin === null ? [] : [`Du ${formatJour(c.debut)} au ${formatJour(c.fin)}.`],
    },
    {
      codes: ["deroulement"],
      titre: "Déroulement",
      dit: deroulement.length === 0 ? [] : [...deroulement, DEROULEMENT_DECIDE],
    },
    {
      codes: ["taux_distance"],
      titre: "Part à distance",
      dit: taux === null ? [] : [`${taux} % des heures d’accompagnement ont lieu à distance.`],
    },
    {
      codes: ["suivi", "sanction"],
      titre: "Suivi et sanction",
      dit: ["La personne et le conseiller signent chaque séance.", ENTRETIEN_DE_SUIVI, CERTIFICAT],
    },
    {
      codes: ["remise_resultats"],
      titre: "Remise des résultats détaillés et de la synthèse",
      dit: c.clauseSynthese
        ? ["Cette convention prévoit de remettre la synthèse à un autre que la personne."]
        : REMISE,
    },
    { codes: ["prix"], titre: "Prix", dit: prixDit(etat) },
    { codes: ["reglement"], titre: "Règlement", dit: c.reglement === null ? [] : [c.reglement] },
    { codes: [], titre: "Consentement", dit: CONSENTEMENT },
    { codes: [], titre: "Secret", dit: [SECRET] },
    { codes: [], titre: "Conservation", dit: DESTRUCTION },
  ];
}

/** The mentions without which such a convention may not be signed: R6313-8, D6353-1 I, or both. */
export function mentionsExigees(etat: Etat, { forme }: Pick<Convention, "forme">): Mention[] {
  return [
    ...(forme === "tripartite" ? MENTIONS_TRIPARTITE : []),
    ...(financeAvecConvention(etat) ? derniereValeur(mentionsConvention) : []),
  ].filter((m, i, toutes) => toutes.findIndex((n) => n.code === m.code) === i);
}
