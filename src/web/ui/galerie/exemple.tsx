import { jour } from "../../../values/jour.ts";
import type { ConstatAffiche } from "../constat.tsx";
import type { Tranche } from "../hours-bar.tsx";
import type { Etape } from "../phases.tsx";
import type { FaitRaconte } from "../timeline.tsx";
import { fr } from "../typographie.ts";

// One fictitious dossier, told in every component. Legal sentences here are samples: the rule book decides.

const LU = jour("2026-11-20");

export const ETAPES: readonly Etape[] = [
  { titre: "Avant", etat: "faite", lignes: ["Entretien, devis, commande", "3 au 11 septembre"] },
  { titre: "1. Préliminaire", etat: "faite", lignes: [fr("3 h 30 signées"), "28 sept. au 5 octobre"] },
  { titre: "2. Investigation", etat: "faite", lignes: [fr("12 h signées"), "12 oct. au 16 novembre"] },
  {
    titre: "3. Conclusion",
    etat: "courante",
    lignes: [fr("2 h à signer, 2 h 30 prévues"), "23 au 30 novembre"],
  },
  { titre: "Après", etat: "avenir", lignes: ["Destruction, sortie EDOF, suivi à 6 mois"] },
];

export const TRANCHES: readonly Tranche[] = [
  ...[120, 90, 120, 120, 120, 120, 120, 120].map((minutes): Tranche => ({ minutes, etat: "signee" })),
  { minutes: 120, etat: "aSigner" },
  { minutes: 150, etat: "prevue" },
];

export const HEURES_PAR_PHASE = [
  { nom: "Préliminaire", signees: 210, aSigner: 0, prevues: 0 },
  { nom: "Investigation", signees: 720, aSigner: 0, prevues: 0 },
  { nom: "Conclusion", signees: 0, aSigner: 120, prevues: 150 },
];

const WEBINAIRE = "Webinaire CDC et DGEFP, 15 février 2023";

export const CONSTATS: readonly ConstatAffiche[] = [
  {
    genre: "faire",
    regle: "D02",
    phrase: "Camille n’a pas encore signé la séance du 23 novembre.",
    precision: "Sans signature, ces 2 heures ne comptent pas dans le service fait.",
    enonce:
      "Chaque séance en face à face porte la signature de la personne et celle du conseiller, avec l’heure.",
    sources: [{ ref: `${WEBINAIRE}, question 17`, href: "#constats", luLe: LU }],
    devientConforme: "quand Camille signe, sur son téléphone ou sur place.",
    actions: [{ libelle: "Renvoyer le lien à Camille", href: "#constats" }],
    ouvert: true,
  },
  {
    genre: "faire",
    regle: "D06",
    phrase: "La synthèse n’est pas encore remise.",
    enonce: "Le bilan se termine par un document de synthèse. La personne en est la seule destinataire.",
    sources: [
      { ref: "Code du travail, L. 6313-4", href: "#constats", luLe: LU },
      { ref: "Code du travail, R. 6313-4, 3°", href: "#constats", luLe: LU },
    ],
    devientConforme: "quand Camille signe le reçu, au plus tard à la dernière séance.",
  },
  {
    genre: "alerte",
    regle: "D02",
    phrase: fr("La séance du 2 novembre a été signée 5 jours ouvrés après."),
    precision: fr("Motif noté : « panne de téléphone ». Un contrôleur peut demander pourquoi."),
    enonce: "Une signature donnée plus de 3 jours ouvrés après la séance est signalée.",
    nature: "pratique",
    sources: [{ ref: "Pratique du centre, version 2", luLe: jour("2026-05-04") }],
    reserve: "Aucun texte ne fixe ce délai.",
  },
  {
    genre: "conforme",
    regle: "B08",
    phrase: "Le devis personnalisé date d’avant la commande.",
    precision: "7 sept., commande le 10 sept.",
    enonce:
      "Le devis est fait pour la personne, après l’entretien préalable et avant toute commande dans EDOF.",
    sources: [{ ref: `${WEBINAIRE}, question 4`, href: "#constats", luLe: LU }],
  },
  {
    genre: "conforme",
    regle: "A04",
    phrase: fr("La durée prévue, 20 h, reste sous le plafond de 24 h."),
    enonce: "La durée d’un bilan ne dépasse pas vingt-quatre heures.",
    sources: [{ ref: "Code du travail, L. 6313-4, dernier alinéa", href: "#constats", luLe: LU }],
  },
  {
    genre: "conforme",
    regle: "A02",
    phrase: "Camille a consenti par écrit.",
    enonce: "Un bilan ne peut être réalisé qu’avec le consentement de la personne.",
    sources: [{ ref: "Code du travail, L. 6313-4", href: "#constats", luLe: LU }],
  },
];

export const FAUTE: ConstatAffiche = {
  genre: "faute",
  regle: "A04",
  phrase: fr("La durée prévue, 26 h, dépasse le plafond de 24 h."),
  precision: fr("Écart : 2 h de trop."),
  enonce: "La durée d’un bilan ne dépasse pas vingt-quatre heures.",
  sources: [{ ref: "Code du travail, L. 6313-4, dernier alinéa", href: "#constats", luLe: LU }],
  devientConforme: fr("quand le calendrier prévoit 24 h ou moins."),
};

const preuve = (n: string, scelle: string) => (
  <span>
    Scellé {scelle}, <a href={`#preuve-${n}`}>{fr(`preuve n° ${n}`)}</a>
  </span>
);

export const FAITS: readonly FaitRaconte[] = [
  {
    id: "fait-20",
    etat: "attente",
    instant: "2026-11-23T14:06",
    quand: fr("aujourd’hui, 14 h 06"),
    titre: "Séance 9 notée par Nadia Benali",
    precision: fr("2 h, phase de conclusion, à Rennes"),
    preuve: <span>En attente de la signature de Camille</span>,
  },
  {
    id: "fait-19",
    etat: "scelle",
    instant: "2026-11-16",
    quand: "lundi 16 novembre",
    titre: "Séance 8 signée par Camille et Nadia",
    precision: fr("2 h, phase d’investigation, en visio"),
    preuve: preuve("0147-19", fr("à 16 h 02")),
  },
  {
    id: "fait-17",
    etat: "correction",
    instant: "2026-11-10",
    quand: "mardi 10 novembre",
    titre: fr("Durée de la séance 7 corrigée : 2 h"),
    precision: fr("Remplace 2 h 30, erreur de saisie. Le fait d’origine reste lisible."),
    preuve: preuve("0147-17", fr("à 9 h 12")),
  },
  {
    id: "fait-16",
    etat: "scelle",
    instant: "2026-11-09",
    quand: "lundi 9 novembre",
    titre: fr("Séance 7 tenue, 2 h 30"),
    corrigePar: { href: "#fait-17", libelle: "voir la correction du 10 novembre" },
    preuve: preuve("0147-16", fr("à 18 h 40")),
  },
  {
    id: "fait-09",
    etat: "scelle",
    instant: "2026-10-05",
    quand: "lundi 5 octobre",
    titre: "Document de suivi décidé à deux et signé",
    precision: fr("10 séances, 20 h, calendrier jusqu’au 30 novembre"),
    preuve: preuve("0147-09", fr("à 11 h 40")),
  },
  {
    id: "fait-02",
    etat: "scelle",
    instant: "2026-09-03",
    quand: "jeudi 3 septembre",
    titre: "Entretien préalable tenu",
    precision: fr("1 h, gratuit, avec Nadia Benali. Questionnaire signé, volontariat confirmé."),
    preuve: preuve("0147-02", fr("à 15 h 10")),
  },
];
