import type { Jour } from "../../../values/jour.ts";
import type { Etat, Signataire, Signature } from "../../etat.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { indetermine, sansObjet, type Verdict } from "../../verdict.ts";

/** First day on which one of these signed; null when none did. */
export function signeLe(signatures: readonly Signature[], ...par: Signataire[]): Jour | null {
  let premier: Jour | null = null;
  for (const s of signatures) {
    if (par.includes(s.par) && (premier === null || s.le < premier)) premier = s.le;
  }
  return premier;
}

/** « Inscription définitive »: the order accepted, or the first signature of the person; else the first session. */
export function jourDInscription(etat: Etat): Jour | null {
  let premier = etat.commande?.accepteLe ?? null;
  for (const papier of [etat.contrat, etat.convention]) {
    const signe = papier === null ? null : signeLe(papier.signatures, "beneficiaire");
    if (signe !== null && (premier === null || signe < premier)) premier = signe;
  }
  return premier ?? jourDuDebut(etat);
}

/** The answer while nothing binds the person: « sans objet » when she will not go on, else what is awaited. */
export function enAttente(etat: Etat, manque: string, suite: { echeance?: Jour; acte: string }): Verdict {
  if (etat.refus !== null || etat.orientation !== null || etat.commande?.annulation != null) {
    return sansObjet("La personne n’a pas donné suite.");
  }
  return indetermine(manque, suite);
}

export const financementInconnu: Verdict = indetermine("Qui finance le bilan.", {
  acte: "arreterFinancement",
});
