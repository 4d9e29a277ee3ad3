import { type Forme, Mark, MOTS_DES_MARQUES } from "./mark.tsx";
import { fr } from "./typographie.ts";

/** The five statuses of a task, an act or a dossier. There is no sixth. */
export type GenreDeStatut = "termine" | "enCours" | "aSigner" | "pasPossible" | "probleme";

const STATUTS: Readonly<Record<GenreDeStatut, { ton: string; forme?: Forme; mot: string }>> = {
  termine: { ton: "calme", mot: "Terminé" },
  enCours: { ton: "faire", forme: "faire", mot: "En cours" },
  aSigner: { ton: "attente", forme: "attente", mot: "À signer" },
  pasPossible: { ton: "calme", mot: "Pas encore possible" },
  probleme: { ton: "faute", forme: "faute", mot: "Il y a un problème" },
};

/** A status: colour, shape and word. `mot` may be more precise (« 1 signature attendue »), never longer than a few words. */
export function Status({ genre, mot }: { genre: GenreDeStatut; mot?: string }) {
  const s = STATUTS[genre];
  return (
    <span class={`status status--${s.ton}`}>
      {s.forme === undefined ? null : <Mark forme={s.forme} taille="petite" />}
      {fr(mot ?? s.mot)}
    </span>
  );
}

/** What the rule book or a piece says, as a chip in a table: the shape is the verdict's own. */
export type GenreDeVerdict = "conforme" | "alerte" | "faute" | "faire" | "attente" | "manque";

/** `seul` is false where the line already begins with the mark: the word alone is written. */
export function Verdict({
  genre,
  mot,
  seul = true,
}: {
  genre: GenreDeVerdict;
  mot?: string;
  seul?: boolean;
}) {
  return (
    <span class={`status status--${genre === "manque" ? "faute" : genre}`}>
      {seul ? <Mark forme={genre} taille="petite" /> : null}
      {fr(mot ?? MOTS_DES_MARQUES[genre])}
    </span>
  );
}
