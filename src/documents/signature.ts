import { formatMoment, type Moment } from "./champs.ts";

/** A signature that the journal holds: when, and by which means it was given. */
export interface Signature extends Moment {
  /** How the person was recognised: « lien personnel reçu par courriel », « sur l’appareil du conseiller, en présence ». */
  readonly moyen: string;
}

/** A person who signs a paper; without `signature`, the paper leaves room to sign by hand. */
export interface Signataire {
  /** « Le bénéficiaire », « Pour l’organisme ». */
  readonly qualite: string;
  readonly nom: string | null;
  readonly signature: Signature | null;
}

/** What the `signatures` block of the papers prints. */
export function blocSignature({ qualite, nom, signature }: Signataire) {
  return {
    qualite,
    nom,
    signature:
      signature === null ? null : { quand: `Signé le ${formatMoment(signature)}`, moyen: signature.moyen },
  };
}
