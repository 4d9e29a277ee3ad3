import type { Conservation } from "../law/etat.ts";

/** What an agreement may keep after the term (R6313-7 al. 2); everything else is a working paper. */
export type DocumentDeContenu = Conservation["documents"][number];

/** To which document each sealed text belongs, by its nature; what is not here belongs to the working papers. */
const DOCUMENTS: Readonly<Record<string, DocumentDeContenu>> = {
  circonstances: "synthese",
  competences: "synthese",
  projet: "synthese",
  texte_signe_synthese: "synthese",
  resultats: "resultats_detailles",
};

/** Decides what a destruction takes and what an agreement keeps. */
export function documentDuContenu(nature: string): DocumentDeContenu {
  return DOCUMENTS[nature] ?? "documents_de_travail";
}
