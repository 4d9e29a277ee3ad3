import type { Etat, Signature } from "../../law/etat.ts";
import type { Objet } from "./objet.ts";

type Signee = { signatures: Signature[] };

const avec = <S extends Signee>(s: S, signature: Signature): S => ({
  ...s,
  signatures: [...s.signatures, signature],
});

const surLeFait = <S extends Signee & { fait: string }>(liste: S[], sur: string, signature: Signature): S[] =>
  liste.map((s) => (s.fait === sur ? avec(s, signature) : s));

/**
 * The part of the state that a signature changes: it is added to what it names. Things whose signature is a fact of
 * its own (consent, devis, convention …) change by that fact, and nothing more here.
 */
export function porterSignature(
  etat: Etat,
  objet: Objet,
  sur: string | null,
  signature: Signature,
): Partial<Etat> {
  if (sur === null) return {};
  switch (objet) {
    case "seance":
      return { seances: etat.seances.map((s) => (s.id === sur ? avec(s, signature) : s)) };
    case "questionnaire":
      return { questionnaires: surLeFait(etat.questionnaires, sur, signature) };
    case "document_suivi":
      return { documentsSuivi: surLeFait(etat.documentsSuivi, sur, signature) };
    case "ajustement":
      return { ajustements: surLeFait(etat.ajustements, sur, signature) };
    case "information":
      return etat.information?.fait === sur ? { information: avec(etat.information, signature) } : {};
    case "remise":
      return etat.remise?.fait === sur ? { remise: avec(etat.remise, signature) } : {};
    default:
      return {};
  }
}
