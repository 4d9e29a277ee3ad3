import type { ReferenceContenu } from "./schema.ts";

/** A content that a fact names: under which key, and its reference. */
export interface ContenuNomme extends ReferenceContenu {
  cle: string;
}

/** How each kind of text is called in a page. */
const NOMS: Readonly<Record<string, string>> = {
  notes: "Notes",
  reponses: "Réponses",
  resultats: "Résultats",
  fichier: "Fichier joint",
  lecteur: "À qui",
  lien: "Lien de la séance à distance",
  raison: "Raison du désaccord",
  observation: "Observation",
  circonstances: "1. Les circonstances du bilan",
  competences: "2. Les compétences et les aptitudes",
  projet: "3. Le projet professionnel",
  contenu: "Texte",
};

/** How a sealed text is called, by the key of its fact’s data. */
export function nomDuContenu(cle: string): string {
  return NOMS[cle] ?? "Texte";
}

function estReference(valeur: object): valeur is ReferenceContenu {
  return (
    "id" in valeur &&
    typeof valeur.id === "string" &&
    "engagement" in valeur &&
    typeof valeur.engagement === "string"
  );
}

/** Every sealed content that the data of a fact name, in their order, however deep they stand. */
export function contenusNommes(donnees: unknown, cle = ""): ContenuNomme[] {
  if (typeof donnees !== "object" || donnees === null) return [];
  if (Array.isArray(donnees)) return donnees.flatMap((d) => contenusNommes(d, cle));
  if (estReference(donnees)) return [{ cle, id: donnees.id, engagement: donnees.engagement }];
  return Object.entries(donnees).flatMap(([nom, valeur]) => contenusNommes(valeur, nom));
}
