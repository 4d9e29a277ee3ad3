import { defineLexique } from "./reperer.ts";

/**
 * What an offer says when it promises something for enrolling (L6323-8-1). The list is ours: a word can be innocent, so
 * it only warns. « Remise » alone is not in it: the synthesis is handed over too.
 */
export const AVANTAGES = defineLexique(
  [
    "cadeau",
    "cadeaux",
    "carte cadeau",
    "carte cadeaux",
    "chèque cadeau",
    "chèques cadeaux",
    "bon d’achat",
    "bons d’achat",
    "offert",
    "offerte",
    "offerts",
    "offertes",
    "prime",
    "primes",
    "récompense",
    "récompenses",
    "remboursé",
    "remboursement",
    "cashback",
    "parrainage",
    "parrainez",
    "tirage au sort",
    "gagnez",
    "code promo",
    "prix promo",
    "en promotion",
    "offre promotionnelle",
    "offre spéciale",
    "offre limitée",
    "remise exceptionnelle",
    "rabais",
    "soldes",
    "black friday",
  ],
  [
    "entretien offert",
    "entretien préalable offert",
    "rendez-vous offert",
    "premier rendez-vous offert",
    "prime d’activité",
    "conditions de remboursement",
  ],
);
