import type { Refus } from "../../dossier/acte.ts";
import type { Signataire } from "../../law/etat.ts";

/** Acts that the person does by signing: that one is missing is no omission of her counsellor's. */
const PAR_SA_SIGNATURE: ReadonlySet<string> = new Set([
  "recueillirConsentement",
  "confirmerVolontariat",
  "remplirQuestionnaire",
  "accepterDevis",
  "signerContrat",
  "signerConvention",
  "signerSeance",
]);

const A_NOTER: Refus = {
  phrase: "Votre conseiller doit d’abord noter une étape. Il le voit dans son dossier.",
};

/**
 * What a signatory from outside is told of a refusal. Where the law only waits for an act of the counsellor's, the rule
 * is not held against who signs: it is said that a step is missing, and by whom.
 */
export function refusDuSignataire(refus: readonly Refus[], par: Signataire): Refus[] {
  const deDehors = par === "beneficiaire" || par === "employeur";
  const omis = (r: Refus) => deDehors && r.acte !== undefined && !PAR_SA_SIGNATURE.has(r.acte);
  const siens = refus.filter((r) => !omis(r));
  return siens.length === refus.length ? siens : [A_NOTER, ...siens];
}
