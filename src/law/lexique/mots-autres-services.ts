import { type Source, webinaire } from "../sources.ts";
import { autresActions, conseilEnEvolution, guideNestPas } from "../textes/nature.ts";
import { defineLexique } from "./reperer.ts";

/** Words that name another service than a bilan, with the text that says so. */
interface Liste {
  source: Source;
  /** Also looked for in the description of an offer; CEP and VAE are often named there for good reasons. */
  dansLeTexte: boolean;
  mots: readonly string[];
}

const LISTES: readonly Liste[] = [
  { source: webinaire(14), dansLeTexte: true, mots: ["coaching", "coachings", "coach", "coachs"] },
  {
    source: webinaire(12),
    dansLeTexte: true,
    mots: [
      "rédaction de CV",
      "rédaction du CV",
      "rédaction de votre CV",
      "atelier CV",
      "lettre de motivation",
      "lettres de motivation",
    ],
  },
  {
    source: webinaire(15),
    dansLeTexte: true,
    mots: [
      "préparation à la retraite",
      "préparer sa retraite",
      "préparer votre retraite",
      "départ en retraite",
      "départ à la retraite",
    ],
  },
  { source: webinaire(22), dansLeTexte: true, mots: ["bilan professionnel"] },
  { source: conseilEnEvolution, dansLeTexte: false, mots: ["CEP", "conseil en évolution professionnelle"] },
  {
    source: autresActions,
    dansLeTexte: false,
    mots: ["VAE", "validation des acquis", "validation des acquis de l’expérience"],
  },
  {
    source: guideNestPas,
    dansLeTexte: true,
    mots: [
      "bilan de carrière",
      "bilan d’orientation",
      "bilan d’orientation professionnelle",
      "développement personnel",
      "outplacement",
      "assessment",
      "assessment center",
      "aide à la recherche d’emploi",
      "techniques de recherche d’emploi",
    ],
  },
  { source: guideNestPas, dansLeTexte: false, mots: ["reclassement"] },
];

export const AUTRES_SERVICES_NOMMES = defineLexique(LISTES.flatMap((l) => l.mots));
export const AUTRES_SERVICES_DECRITS = defineLexique(LISTES.flatMap((l) => (l.dansLeTexte ? l.mots : [])));

const SOURCES = new Map(LISTES.flatMap((l) => l.mots.map((mot) => [mot, l.source] as const)));

/** The text that sets a word of these lists apart from a bilan. */
export function sourceDuMot(mot: string): Source {
  return SOURCES.get(mot) ?? guideNestPas;
}

/** A sentence with one of these speaks of the other service to set it apart, or offers it after the bilan. */
export const MOTS_QUI_ECARTENT = defineLexique([
  "pas",
  "ni",
  "non",
  "sans",
  "jamais",
  "hors",
  "après",
  "à l’issue",
  "complément",
  "complémentaire",
  "distinct",
  "distincte",
  "diffère",
  "différent",
  "différente",
]);
