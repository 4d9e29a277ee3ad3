import type { Etat, Signataire } from "../../law/etat.ts";
import type { Attente, ObjetASigner } from "./objet.ts";
import { ajustement } from "./objets/ajustement.ts";
import { consentement } from "./objets/consentement.ts";
import { devis } from "./objets/devis.ts";
import { documentSuivi } from "./objets/document-suivi.ts";
import { information } from "./objets/information.ts";
import { questionnaire } from "./objets/questionnaire.ts";
import { remise } from "./objets/remise.ts";
import { seance } from "./objets/seance.ts";
import { volontariat } from "./objets/volontariat.ts";

/** Everything that may be signed on screen, in the order of a bilan. */
export const OBJETS_A_SIGNER: readonly ObjetASigner[] = [
  information,
  consentement,
  volontariat,
  devis,
  questionnaire,
  documentSuivi,
  ajustement,
  seance,
  remise,
];

export function objetDeNom(nom: string): ObjetASigner | undefined {
  return OBJETS_A_SIGNER.find((o) => o.objet === nom);
}

/** What waits for this signatory's signature, in the order of a bilan. Nothing is stored: the facts say it. */
export function attentesDe(etat: Etat, par: Signataire): Attente[] {
  return OBJETS_A_SIGNER.filter((o) => o.signataires.includes(par)).flatMap((o) => o.attentes(etat, par));
}

/** The one that an address names; undefined when it waits for nothing (any more). */
export function attenteDe(
  etat: Etat,
  par: Signataire,
  objet: string,
  sur: string | null,
): (Attente & { definition: ObjetASigner }) | undefined {
  const definition = objetDeNom(objet);
  if (definition === undefined || !definition.signataires.includes(par)) return undefined;
  const attente = definition.attentes(etat, par).find((a) => a.sur === sur);
  return attente === undefined ? undefined : { ...attente, definition };
}
