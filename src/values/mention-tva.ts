/** How a provider stands to VAT: exempt by attestation, franchise en base, or taxed. */
export type Regime = "attestation" | "franchise" | "assujetti";

/** What a price says of VAT, one sentence. */
export const MENTIONS_TVA: Readonly<Record<Regime, string>> = {
  attestation: "Exonération de TVA, article 261-4-4° a du code général des impôts.",
  franchise: "TVA non applicable, article 293 B du code général des impôts.",
  assujetti: "Prix toutes taxes comprises.",
};
