import type { Child } from "hono/jsx";

/** What a field can be. « contenu » is a long text that is sealed: only two people read it. */
export type GenreDeChamp =
  | "texte"
  | "texteLong"
  | "contenu"
  | "jour"
  | "heure"
  | "duree"
  | "montant"
  | "nombre"
  | "choix"
  | "choixMultiples"
  | "selection"
  | "case";

/** `autre`: of several answers, one that is seldom chosen and lies behind the others. */
export type OptionDeChamp = { valeur: string; libelle: string; aide?: string; autre?: boolean };

/**
 * What the person typed comes back as it was typed. A value from the dossier may be given in its own type: a `Jour`
 * (`AAAA-MM-JJ`), an `Heure` (`HH:MM`), minutes for « duree », cents for « montant », a boolean for « case ».
 */
export type ValeurDeChamp = string | number | boolean | readonly string[] | null;

/** The same props for every field, so that a form can be described as data. */
export type ProprietesDeChamp = {
  nom: string;
  libelle: string;
  aide?: Child;
  erreur?: string | undefined;
  valeur?: ValeurDeChamp | undefined;
  /** Absent or false: the label says « (facultatif) ». */
  requis?: boolean;
  /** For « choix », « choixMultiples » and « selection ». */
  options?: readonly OptionDeChamp[];
  /** For « texte »: the type of the field and what the browser may fill in. */
  saisie?: "text" | "email" | "tel" | "password" | "search" | "url";
  autocompletion?: string;
  /** Width hint for « texte »; radios side by side for « choix ». */
  largeur?: "courte" | "normale" | "pleine";
  enLigne?: boolean;
  /** For long texts. */
  lignes?: number;
  lectureSeule?: boolean;
  /** For « nombre »: « jours », « % ». */
  unite?: string;
};

export type Champ = ProprietesDeChamp & { genre: GenreDeChamp };

/** The id of a field, from its name: error links and scripts find it by this alone. */
export function idDuChamp(nom: string): string {
  return `champ-${nom.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/-+$/, "")}`;
}

/** The value as a text, for the fields that are one line or several. */
export function enTexte(valeur: ValeurDeChamp | undefined): string {
  if (valeur === undefined || valeur === null) return "";
  if (typeof valeur === "boolean") return valeur ? "oui" : "non";
  return typeof valeur === "string" || typeof valeur === "number" ? String(valeur) : valeur.join(", ");
}

/** The value as a set of chosen options. */
export function enChoix(valeur: ValeurDeChamp | undefined): readonly string[] {
  if (Array.isArray(valeur)) return valeur;
  const texte = enTexte(valeur);
  return texte === "" ? [] : [texte];
}
