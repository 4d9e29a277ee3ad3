import { normaliserRecherche } from "../../values/recherche.ts";

/**
 * Whether the typed name is that of the person, whatever the order, the accents, the capitals and the hyphens: the
 * whole family name and at least one given name, and nothing that is in neither.
 */
export function nomConcorde(saisi: string, personne: { prenom: string; nom: string }): boolean {
  const mots = (texte: string) =>
    normaliserRecherche(texte)
      .split(" ")
      .filter((m) => m !== "");
  const [tapes, prenoms, noms] = [mots(saisi), mots(personne.prenom), mots(personne.nom)];
  const connus = new Set([...prenoms, ...noms]);
  return (
    tapes.every((m) => connus.has(m)) &&
    noms.every((m) => tapes.includes(m)) &&
    prenoms.some((m) => tapes.includes(m))
  );
}
