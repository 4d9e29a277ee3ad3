import { parseSync } from "rolldown/utils";

/** A node of the ESTree that the parser gives, read without knowing its kind. */
export interface Noeud {
  type: string;
  start: number;
  end: number;
  [cle: string]: unknown;
}

/** One TypeScript file, read and parsed. `chemin` is from the root of the repository, with slashes. */
export interface ModuleLu {
  chemin: string;
  texte: string;
  programme: Noeud;
  commentaires: readonly { value: string; start: number }[];
  estTest: boolean;
}

/** The parsed file, or the sentence of the parser when it is no TypeScript. */
export function lireModule(chemin: string, texte: string): ModuleLu | { erreur: string } {
  const lu = parseSync(chemin, texte, { sourceType: "module" });
  const erreur = lu.errors[0];
  if (erreur !== undefined) return { erreur: erreur.message };
  return {
    chemin,
    texte,
    programme: lu.program as unknown as Noeud,
    commentaires: lu.comments,
    estTest: /\.test\.tsx?$/.test(chemin),
  };
}

/** The line of an offset, 1-based. */
export function ligneDe(texte: string, offset: number): number {
  let ligne = 1;
  for (let i = texte.indexOf("\n"); i !== -1 && i < offset; i = texte.indexOf("\n", i + 1)) ligne += 1;
  return ligne;
}

function estNoeud(x: unknown): x is Noeud {
  return typeof x === "object" && x !== null && typeof (x as { type?: unknown }).type === "string";
}

/** Calls `visite` on every node, parents first, with the node above and the key that leads from it. */
export function parcourir(
  noeud: Noeud,
  visite: (noeud: Noeud, parent: Noeud | null, cle: string) => void,
  parent: Noeud | null = null,
  cle = "",
): void {
  visite(noeud, parent, cle);
  for (const [nom, valeur] of Object.entries(noeud)) {
    for (const enfant of Array.isArray(valeur) ? valeur : [valeur]) {
      if (estNoeud(enfant)) parcourir(enfant, visite, noeud, nom);
    }
  }
}
