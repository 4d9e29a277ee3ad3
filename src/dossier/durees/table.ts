import type { Parameter } from "../../law/parameter.ts";
import { conservationComptable } from "../../law/parameters/conservation-comptable.ts";
import { conservationContenus } from "../../law/parameters/conservation-contenus.ts";
import { conservationPiecesPayees } from "../../law/parameters/conservation-pieces-payees.ts";
import { conservationPreuvesCpf } from "../../law/parameters/conservation-preuves-cpf.ts";
import { conservationSansSuite } from "../../law/parameters/conservation-sans-suite.ts";
import { conservationSauvegardes } from "../../law/parameters/conservation-sauvegardes.ts";
import { delaiDeReprise } from "../../law/parameters/delai-de-reprise.ts";
import { delaiDestruction } from "../../law/parameters/delai-destruction.ts";
import { lecture, type Source } from "../../law/sources.ts";
import {
  certificatOfficiel,
  conservationTroisAns,
  contenusSansBilan,
  copiesDeSauvegarde,
  destructionAuTerme,
  finDeReprise,
  gelDesPreuves,
  pasPlusQueNecessaire,
  piecesComptables,
  piecesFiscales,
  preuvesQuatreAns,
  sansSuiteTroisAns,
} from "../../law/textes/conservation.ts";
import { accorder } from "../../values/accorder.ts";
import { derniereValeur } from "../delais.ts";

/** How long one class of things is kept, as the law, the help and the clock read it. */
export interface Duree {
  quoi: string;
  duree: string;
  depuis: string;
  /** What happens then, in one sentence. */
  ensuite: string;
  /** Days for which it is announced before the application does it; null when it does nothing by itself. */
  annonce: number | null;
  /** No text that we read gives it: the application warns, unless the organisation decides otherwise. */
  auChoix: boolean;
  sources: readonly Source[];
}

/** « 3 ans »: a term of the law in its last version, where no dossier chooses one. */
export const ans = (duree: Parameter<number>) => accorder(derniereValeur(duree), "an");

/** Days between the announcement and the effect: those that D14 bears where the law says « dès le terme », else a month. */
const SEMAINE = derniereValeur(delaiDestruction);
const MOIS = 30;

/** The one table of retention. What has no term of its own follows what it belongs to: no duration is made up. */
export const DUREES = {
  contenus: {
    quoi: "Contenus d’un bilan : notes, réponses, résultats, synthèse",
    duree: "Jusqu’au terme",
    depuis: "Le dernier jour du bilan, ou le jour où l’on sait qu’il n’aura pas lieu",
    ensuite:
      "Le conseiller les détruit le jour même. Sinon, l’application détruit leur clé, sauf si la synthèse ou les résultats écrits ne sont pas remis, ou si le bilan n’a pas eu lieu : elle prévient.",
    annonce: SEMAINE,
    auChoix: false,
    sources: [destructionAuTerme, contenusSansBilan],
  },
  contenus_gardes: {
    quoi: "Contenus gardés par un accord de la personne",
    duree: `${ans(conservationContenus)} au plus, ou moins si l’accord le dit`,
    depuis: "Le terme du bilan",
    ensuite:
      "Leur clé est détruite le dernier jour si le reste du bilan l’est déjà, ou le jour où la personne retire son accord.",
    annonce: SEMAINE,
    auChoix: false,
    sources: [conservationTroisAns],
  },
  preuves: {
    quoi: "Preuves : faits, signatures, papiers, messages, identité",
    duree: `La plus longue : ${ans(conservationPreuvesCpf)} pour le CPF, ${ans(conservationPiecesPayees)} après l’année du dernier paiement si un certificat est dû (et après l’année du terme, hors CPF), la clôture d’un contrôle, la fin d’un gel`,
    depuis: "L’exécution du bilan, le dernier paiement",
    ensuite:
      "Les textes, l’identité et la clé sont effacés. Le journal garde des empreintes, et se vérifie toujours.",
    annonce: MOIS,
    auChoix: false,
    sources: [preuvesQuatreAns, certificatOfficiel, finDeReprise, gelDesPreuves],
  },
  preuves_lues: {
    quoi: "Preuves dont aucun texte lu ne donne la fin : sans CPF ni certificat, sans bilan, sans paiement connu",
    duree: ans(delaiDeReprise),
    depuis: "La fin de l’année du terme, ou du jour où l’on sait que le bilan n’aura pas lieu",
    ensuite:
      "L’application prévient. Elle efface seulement si l’organisme l’a décidé, et jamais tant qu’un paiement est attendu.",
    annonce: MOIS,
    auChoix: true,
    sources: [finDeReprise],
  },
  sans_suite: {
    quoi: "Personnes qui ont pris contact sans donner suite",
    duree: `${ans(conservationSansSuite)} au plus`,
    depuis: "Le dernier contact",
    ensuite: "L’application prévient. Elle efface seulement si l’organisme l’a décidé.",
    annonce: MOIS,
    auChoix: true,
    sources: [sansSuiteTroisAns],
  },
  factures: {
    quoi: "Lignes de factures, sans le nom de la personne",
    duree: ans(conservationComptable),
    depuis: "La fin de l’année de la facture",
    ensuite: "Elles restent quand les preuves partent. Puis l’application prévient, ou efface si décidé.",
    annonce: MOIS,
    auChoix: true,
    sources: [piecesComptables, piecesFiscales],
  },
  messages: {
    quoi: "Courriels envoyés pour un dossier",
    duree: "Celle des preuves du dossier",
    depuis: "L’envoi",
    ensuite: "Effacés avec les preuves.",
    annonce: null,
    auChoix: false,
    sources: [pasPlusQueNecessaire],
  },
  lectures: {
    quoi: "Qui a lu quoi d’un dossier : conseiller, employeur, destinataire",
    duree: "Celle des preuves du dossier",
    depuis: "La lecture",
    ensuite: "Effacé avec les preuves.",
    annonce: null,
    auChoix: false,
    sources: [pasPlusQueNecessaire],
  },
  comptes: {
    quoi: "Compte d’une personne qui n’a plus aucune place",
    duree: "Jusqu’à la dernière place",
    depuis: "Son premier dossier",
    ensuite: "Effacé avec les preuves de son dernier dossier.",
    annonce: null,
    auChoix: false,
    sources: [pasPlusQueNecessaire],
  },
  sessions: {
    quoi: "Sessions et liens d’entrée",
    duree: "Jusqu’à leur fin",
    depuis: "L’entrée, ou l’envoi du lien",
    ensuite: "Effacés le jour d’après.",
    annonce: null,
    auChoix: false,
    sources: [pasPlusQueNecessaire],
  },
  sauvegardes: {
    quoi: "Sauvegardes, et exports de tout l’organisme",
    duree: `${accorder(derniereValeur(conservationSauvegardes), "jour")} au plus`,
    depuis: "La sauvegarde, ou l’export",
    ensuite:
      "L’organisme les supprime lui-même : ils sont hors de portée de l’application. Un export se détruit dès que l’import est fait.",
    annonce: null,
    auChoix: false,
    sources: [copiesDeSauvegarde],
  },
  journal: {
    quoi: "Journal signé : empreintes, sans aucun texte",
    duree: "Sans fin",
    depuis: "",
    ensuite: "Il ne se coupe pas, et ne dit rien de personne.",
    annonce: null,
    auChoix: false,
    sources: [lecture("Des empreintes à clé, dont la clé est détruite, ne désignent plus personne")],
  },
} as const satisfies Record<string, Duree>;

/** The classes whose end is announced, by dossier. */
export type ClasseAnnoncee =
  | "contenus"
  | "contenus_gardes"
  | "preuves"
  | "preuves_lues"
  | "sans_suite"
  | "factures";

/** What the organisation decided where no text that we read decides; all off until it does. */
export interface ChoixDeDuree {
  /** Years after the last contact; null: warn only. */
  sansSuite: number | null;
  preuvesLues: boolean;
  factures: boolean;
}
export const AUCUN_CHOIX: ChoixDeDuree = { sansSuite: null, preuvesLues: false, factures: false };
