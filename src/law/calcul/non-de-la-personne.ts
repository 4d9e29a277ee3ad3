import type { Jour } from "../../values/jour.ts";
import type { Etat } from "../etat.ts";

/**
 * Day on which the person said no herself to the bilan, or that she is not a volunteer, while nothing of hers came
 * after: her own signature, or a later paper that her counsellor attests. null when her last word is no « no ».
 */
export function nonDeLaPersonne(etat: Etat, objet: "consentement" | "volontariat"): Jour | null {
  const elle = (a: { par: string; objet: string }) => a.par === "beneficiaire" && a.objet === objet;
  const non = etat.desaccords.findLast(elle);
  if (non === undefined) return null;
  // Once she agreed she is asked no more: on one day, her agreement is the later of the two.
  const oui = etat.signaturesApposees.findLast(elle);
  if (oui !== undefined && oui.date >= non.date) return null;
  const ecrit = etat[objet];
  return ecrit?.apresRefus === true && ecrit.date > non.date ? null : non.date;
}
