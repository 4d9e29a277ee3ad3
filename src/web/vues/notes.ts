import { definitionDe } from "../../dossier/catalogue.ts";
import type { FaitConsigne } from "../../usecases/dossier/texte-des-faits.ts";

/** What a sealed text belongs to, as its title says it: « Séance 3 », « Test : Big Five ». */
export function titreDesNotes({ type, donnees }: FaitConsigne): string {
  const { libelle, recit } = definitionDe(type);
  const { seance } = donnees as { seance?: unknown };
  if (typeof seance === "string") return nomDeLaSeance(seance);
  const detail = recit(donnees);
  return detail === null ? libelle : `${libelle}, ${detail}`;
}

/** « s3 » is the third session planned. */
export function nomDeLaSeance(id: string): string {
  return `Séance ${id.slice(1)}`;
}
