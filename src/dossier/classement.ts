import type { Conservation } from "../law/etat.ts";

/** What an agreement may keep after the term (R6313-7 al. 2); everything else is a working paper. */
export type DocumentDeContenu = Conservation["documents"][number];

export const DOCUMENTS_DE_CONTENU: readonly DocumentDeContenu[] = [
  "synthese",
  "resultats_detailles",
  "documents_de_travail",
];

interface TexteScelle {
  libelle: string;
  document: DocumentDeContenu;
}

/**
 * Every kind of text that is sealed in a dossier, by the nature that it is kept under, and the document that it belongs
 * to: decided before the first letter is typed, and what a destruction and an agreement go by.
 */
export const TEXTES_SCELLES = {
  notes: { libelle: "Notes d’entretien et de séance", document: "documents_de_travail" },
  reponses: { libelle: "Réponses aux questionnaires", document: "documents_de_travail" },
  texte_signe_questionnaire: {
    libelle: "Questionnaires tels qu’ils ont été signés",
    document: "documents_de_travail",
  },
  resultats: { libelle: "Résultats détaillés", document: "resultats_detailles" },
  fichier_resultats: { libelle: "Fichiers de résultats joints", document: "resultats_detailles" },
  contenu: { libelle: "Travaux de la personne et projet élaboré", document: "documents_de_travail" },
  circonstances: { libelle: "Synthèse, circonstances du bilan", document: "synthese" },
  competences: { libelle: "Synthèse, compétences et aptitudes", document: "synthese" },
  projet: { libelle: "Synthèse, projet professionnel", document: "synthese" },
  texte_signe_synthese: { libelle: "Synthèses telles qu’elles ont été signées", document: "synthese" },
  observation: { libelle: "Observations ajoutées à une signature", document: "documents_de_travail" },
  raison: { libelle: "Raisons d’un désaccord", document: "documents_de_travail" },
  // The consent to show it: it is what lets a synthesis be kept (R6313-7), and stays as long as she lets it.
  lecteur: { libelle: "Noms de ceux à qui un document peut être montré", document: "synthese" },
  texte_signe_retrait_communication: {
    libelle: "Retraits d’un accord qui nomme quelqu’un, tels qu’ils ont été signés",
    document: "synthese",
  },
  lien: { libelle: "Liens des séances à distance", document: "documents_de_travail" },
} as const satisfies Record<string, TexteScelle>;

/** What is sealed beside the facts, without a commitment in any: it goes at each destruction, whatever is kept. */
export const SCELLES_A_COTE = {
  brouillon: "Brouillons",
  fichier_ecarte: "Fichiers écartés à l’arrivée",
  preparation: "Fichiers préparés pour la personne",
  piece: "Fichiers versés au dossier",
} as const;
export type ScelleACote = keyof typeof SCELLES_A_COTE;

/** Every kind of file that a dossier keeps in clear: proofs, which say nothing of what was said. */
export const PIECES_GARDEES = {
  texte_signe: "Textes signés à l’écran, sans contenu",
  feuille_emargement_signee: "Feuilles d’émargement signées à la main",
  papier_scelle: "Papiers de preuve remis, avec leur sceau",
  dossier_controle: "Dossiers de contrôle préparés",
} as const;
export type NatureDePiece = keyof typeof PIECES_GARDEES;

const estConnu = (nature: string): nature is keyof typeof TEXTES_SCELLES =>
  Object.hasOwn(TEXTES_SCELLES, nature);

/** Decides what a destruction takes and what an agreement keeps; what is not in the table is a working paper. */
export function documentDuContenu(nature: string): DocumentDeContenu {
  return estConnu(nature) ? TEXTES_SCELLES[nature].document : "documents_de_travail";
}

/** How a kind of sealed text is called where it is counted. */
export function libelleDuContenu(nature: string): string {
  return estConnu(nature) ? TEXTES_SCELLES[nature].libelle : "Autres textes";
}
