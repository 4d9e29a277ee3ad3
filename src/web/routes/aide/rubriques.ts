import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lirePageEcrite, type PageEcrite } from "./page-ecrite.ts";

/** The pages that people wrote, and their order; each is `<nom>.md` in `docs/aide`. */
const ECRITES = {
  "Faire un bilan": [
    "premiers-pas",
    "un-bilan-de-bout-en-bout",
    "espace-de-la-personne",
    "votre-espace",
    "faire-signer",
    "constats-et-regles",
  ],
  "Prouver et garder le secret": [
    "preuve-et-contenu",
    "dossier-de-controle",
    "verifier-a-la-main",
    "sceau-et-horodatage",
    "sauvegarde-et-cles",
  ],
  "Tenir l’installation": [
    "mon-organisme",
    "comptes-et-membres",
    "fournisseur-d-identite",
    "envoyer-des-courriels",
    "reglages",
    "commandes",
    "accessibilite",
  ],
} as const;

/** The pages made from what the code knows: the words that announce them. */
export const GENEREES = {
  regles: {
    titre: "Les règles en vigueur",
    chapeau:
      "Chaque règle du référentiel : son énoncé, ses sources, la date où on les a lues, et ce qui n’est pas sûr.",
  },
  roles: {
    titre: "Qui fait et voit quoi",
    chapeau: "Les pages ouvertes à chaque rôle, et les actes possibles à chaque étape d’un dossier.",
  },
  "employeur-auditeur-autres": {
    titre: "Employeur, auditeur, autres",
    chapeau:
      "Qui n’est pas de l’organisme et voit pourtant quelque chose : quoi, jusqu’à quand, et comment le fermer.",
  },
  "preuve-ou-contenu": {
    titre: "Ce qui est preuve, ce qui est contenu",
    chapeau:
      "Chaque sorte de texte et de fichier : sa classe, combien de temps elle reste, et quel texte le dit.",
  },
  durees: {
    titre: "Combien de temps tout est gardé",
    chapeau: "Chaque sorte de chose : sa durée, depuis quand, ce qui arrive ensuite, et quel texte le dit.",
  },
  composants: {
    titre: "Composants",
    chapeau: "Chaque pièce de la maison, et chacun de ses états.",
  },
} as const;
export type PageGeneree = keyof typeof GENEREES;

const PLACES: Readonly<Record<string, readonly PageGeneree[]>> = {
  "Faire un bilan": ["regles"],
  "Prouver et garder le secret": ["preuve-ou-contenu", "durees", "roles", "employeur-auditeur-autres"],
  "Tenir l’installation": ["composants"],
};

export interface Rubrique {
  titre: string;
  pages: { nom: string; titre: string; chapeau: string }[];
}

export interface Aide {
  rubriques: Rubrique[];
  ecrites: ReadonlyMap<string, PageEcrite>;
}

export const DOSSIER_AIDE = join(import.meta.dirname, "..", "..", "..", "..", "docs", "aide");

/** Reads every written page once. Throws when one is missing or badly made: the application does not start without it. */
export function lireAide(dossier: string = DOSSIER_AIDE): Aide {
  const ecrites = new Map<string, PageEcrite>();
  const rubriques = Object.entries(ECRITES).map(([titre, noms]) => {
    const lues = noms.map((nom) => {
      const page = lirePageEcrite(readFileSync(join(dossier, `${nom}.md`), "utf8"));
      ecrites.set(nom, page);
      return { nom, titre: page.titre, chapeau: page.chapeau };
    });
    return { titre, pages: [...lues, ...(PLACES[titre] ?? []).map((nom) => ({ nom, ...GENEREES[nom] }))] };
  });
  return { rubriques, ecrites };
}
