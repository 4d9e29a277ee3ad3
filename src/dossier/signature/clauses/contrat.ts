import type { ContratPropose, Etat } from "../../../law/etat.ts";
import { premierPaiement } from "../../../law/parameters/premier-paiement.ts";
import { retractationContrat } from "../../../law/parameters/retractation-contrat.ts";
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
import {
  conseillerDit,
  deroulementDit,
  dureeDite,
  moyensDits,
  phasesDites,
  prixDit,
  referencesDe,
} from "./la-vente.ts";

/** What the form of a contract asks for besides what the dossier already holds. */
export type TermesDuContrat = Pick<ContratPropose, "prerequis" | "reglement" | "arret">;

/** The five mentions of L6353-4, from the facts, then what the law gives to who pays for herself. */
export function clausesDuContrat(etat: Etat, c: TermesDuContrat): Clause[] {
  const [duree, deroulement, prix] = [dureeDite(etat), deroulementDit(etat), prixDit(etat)];
  const moyens = moyensDits(etat);
  const paiement = prix.length === 0 || c.reglement === null || c.arret === null;
  return [
    {
      codes: ["programme"],
      titre: "Nature, objet, programme, durée, effectif",
      dit:
        duree.length === 0
          ? []
          : [
              "Nature : bilan de compétences, au sens de l’article L6313-4 du code du travail.",
              ...OBJET,
              ...phasesDites(etat),
              ...duree,
              "Effectif : une seule personne.",
            ],
    },
    {
      codes: ["prerequis"],
      titre: "Niveau préalable requis",
      dit: c.prerequis === null ? [] : [c.prerequis],
    },
    {
      codes: ["conditions"],
      titre: "Conditions, moyens, contrôle, sanction",
      dit:
        deroulement.length === 0 || moyens.length === 0
          ? []
          : [
              ...deroulement,
              DEROULEMENT_DECIDE,
              ...moyens,
              "Contrôle : la personne et le conseiller signent chaque séance.",
              ENTRETIEN_DE_SUIVI,
              CERTIFICAT,
            ],
    },
    {
      codes: ["references"],
      titre: "Titres et références du conseiller",
      dit: referencesDe(conseillerDit(etat)),
    },
    {
      codes: ["paiement"],
      titre: "Prix, paiement, arrêt en cours de bilan",
      dit: paiement ? [] : [...prix, `Paiement : ${c.reglement}`, `En cas d’arrêt : ${c.arret}`],
    },
    { codes: [], titre: "Changer d’avis, et premier paiement", dit: CHANGER_D_AVIS },
    { codes: [], titre: "Remise des résultats détaillés et de la synthèse", dit: REMISE },
    { codes: [], titre: "Secret", dit: [SECRET] },
    { codes: [], titre: "Conservation", dit: DESTRUCTION },
  ];
}

/** L6353-5 to L6353-7. */
const CHANGER_D_AVIS = [
  `La personne a ${derniereValeur(retractationContrat)} jours après sa signature pour changer d’avis, par lettre recommandée avec avis de réception.`,
  "Elle ne paie rien avant la fin de ce délai.",
  `Son premier paiement est de ${derniereValeur(premierPaiement)} % du prix au plus. Le reste suit le déroulement du bilan.`,
  "Si une force majeure l’empêche de continuer, elle ne paie que ce qui a été fait, au prorata.",
] as const;
