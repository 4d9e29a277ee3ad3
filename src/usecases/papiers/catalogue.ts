import { certificat } from "./certificat.ts";
import { contrat, convention } from "./convention.ts";
import { convocation } from "./convocation.ts";
import { destruction } from "./destruction.ts";
import { devis } from "./devis.ts";
import { emargement, emargementVierge } from "./emargement.ts";
import type { Papier } from "./papier.ts";
import { recepisse } from "./recepisse.ts";
import { recuDeNom } from "./recu.ts";
import { resultats } from "./resultats.ts";
import { suivi } from "./suivi.ts";
import { synthese } from "./synthese.ts";

/** Every paper, in the order of a bilan. */
export const PAPIERS: readonly Papier[] = [
  devis,
  convention,
  contrat,
  suivi,
  convocation,
  emargement,
  emargementVierge,
  synthese,
  resultats,
  recepisse,
  certificat,
  destruction,
];

/** The paper of that name, receipts included; undefined for anything else. */
export function papierDeNom(nom: string): Papier | undefined {
  return PAPIERS.find((p) => p.nom === nom) ?? recuDeNom(nom);
}
