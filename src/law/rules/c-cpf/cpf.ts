import { sansSuite } from "../../calcul/deroulement.ts";
import type { Etat } from "../../etat.ts";
import { indetermine, sansObjet, type Verdict } from "../../verdict.ts";

/** The answer of every CPF rule to a dossier that the CPF does not pay, or that went no further; null when it pays. */
export function horsCpf(etat: Etat): Verdict | null {
  // A cancelled order has rules of its own (C12, C20): only a refusal or an orientation ends the matter here.
  const arret = etat.commande?.annulation ? null : sansSuite(etat);
  if (arret !== null) return sansObjet(arret);
  if (etat.financement === null) return indetermine("Qui finance le bilan.", { acte: "arreterFinancement" });
  return etat.financement.financeurs.includes("cpf") ? null : sansObjet("Le CPF ne finance pas ce bilan.");
}

/** The same, and the order was cancelled before anything began: its clocks have stopped. */
export function sansCommandeVivante(etat: Etat): Verdict | null {
  const dehors = horsCpf(etat);
  if (dehors !== null) return dehors;
  if (etat.commande === null) {
    return indetermine("La demande de souscription sur Mon Compte Formation.", { acte: "passerCommande" });
  }
  return etat.commande.annulation === null ? null : sansObjet("La commande a été annulée.");
}
