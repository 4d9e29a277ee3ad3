import type { Mention } from "./mention.ts";

/** L6353-4: without one of them the contract is void. */
export const MENTIONS_CONTRAT: readonly Mention[] = [
  { code: "programme", libelle: "la nature, la durée, le programme, l’objet et l’effectif (1°)" },
  { code: "prerequis", libelle: "le niveau préalable requis (2°)" },
  {
    code: "conditions",
    libelle: "les conditions, la distance, les moyens, les contrôles et la sanction (3°)",
  },
  { code: "references", libelle: "les diplômes, titres ou références des intervenants (4°)" },
  { code: "paiement", libelle: "le paiement et les conditions financières d’un arrêt (5°)" },
];
