import type { Objectif } from "../etat.ts";
import { type Source, webinaire } from "../sources.ts";
import { autresActions, conseilEnEvolution, guideNestPas } from "../textes/nature.ts";

/** A service that is not a bilan, and the text that says so. */
export interface AutreService {
  /** With its article, to be read inside a sentence. */
  nom: string;
  source: Source;
}

/** What a person may want that no bilan answers; the five objects of a bilan are not in it. */
export const AUTRES_SERVICES: Partial<Record<Objectif, AutreService>> = {
  coaching: { nom: "un coaching", source: webinaire(14) },
  cep: { nom: "un conseil en évolution professionnelle", source: conseilEnEvolution },
  vae: { nom: "une validation des acquis de l’expérience", source: autresActions },
  formation: { nom: "une formation", source: autresActions },
  cv_lettre: { nom: "une aide au CV ou à la lettre de motivation", source: webinaire(12) },
  preparation_retraite: { nom: "une préparation à la retraite", source: webinaire(15) },
  reclassement: { nom: "un reclassement", source: guideNestPas },
  evaluation: { nom: "une évaluation", source: guideNestPas },
  developpement_personnel: { nom: "un développement personnel", source: guideNestPas },
};

/** What is not sure of a service known only through an account of the guide. */
const RESERVE_GUIDE =
  "La liste de ce qui n’est pas un bilan vient du guide d’éligibilité, connu ici par une source secondaire.";

/** What is not sure of a word that this source calls another service; undefined when a text of law says it. */
export function reserveDe(source: Source): string | undefined {
  return source.confiance === "texte" ? undefined : RESERVE_GUIDE;
}
