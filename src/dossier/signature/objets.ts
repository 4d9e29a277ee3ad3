import type { Avis, Etat, Signataire } from "../../law/etat.ts";
import type { Jour } from "../../values/jour.ts";
import type { Attente, Matiere, ObjetASigner } from "./objet.ts";
import { ajustement } from "./objets/ajustement.ts";
import { communication, retraitCommunication } from "./objets/communication.ts";
import { consentement } from "./objets/consentement.ts";
import { conservation, retraitConservation } from "./objets/conservation.ts";
import { contrat } from "./objets/contrat.ts";
import { convention } from "./objets/convention.ts";
import { devis } from "./objets/devis.ts";
import { documentSuivi } from "./objets/document-suivi.ts";
import { information } from "./objets/information.ts";
import { questionnaire } from "./objets/questionnaire.ts";
import { remise } from "./objets/remise.ts";
import { seance } from "./objets/seance.ts";
import { suivi } from "./objets/suivi.ts";
import { synthese } from "./objets/synthese.ts";
import { volontariat } from "./objets/volontariat.ts";

/** Everything that may be signed on screen, in the order of a bilan. */
export const OBJETS_A_SIGNER: readonly ObjetASigner[] = [
  information,
  consentement,
  volontariat,
  devis,
  contrat,
  convention,
  questionnaire,
  documentSuivi,
  ajustement,
  seance,
  synthese,
  remise,
  suivi,
  conservation,
  retraitConservation,
  communication,
  retraitCommunication,
];

/** The thing to sign of that name, as an address sends it; undefined for anything else. */
export function objetDeNom(nom: string): ObjetASigner | undefined {
  return OBJETS_A_SIGNER.find((o) => o.objet === nom);
}

const desaccordSur = (etat: Etat, par: Signataire, { objet, sur }: Attente): Avis | undefined =>
  etat.desaccords.findLast((d) => d.objet === objet && d.sur === sur && d.par === par);

function toutesLesAttentes(etat: Etat, par: Signataire, au: Jour): Attente[] {
  return OBJETS_A_SIGNER.filter((o) => o.signataires.includes(par)).flatMap((o) => o.attentes(etat, par, au));
}

/** What waits for this signatory's signature, in the order of a bilan. Nothing is stored: the facts say it. */
export function attentesDe(etat: Etat, par: Signataire, au: Jour): Attente[] {
  return toutesLesAttentes(etat, par, au).filter((a) => desaccordSur(etat, par, a) === undefined);
}

/** What somebody disagreed with and nothing has replaced yet: an answer is due. He may still change his mind. */
export function desaccordsDe(etat: Etat, par: Signataire, au: Jour): (Attente & { desaccord: Avis })[] {
  return toutesLesAttentes(etat, par, au).flatMap((a) => {
    const desaccord = desaccordSur(etat, par, a);
    return desaccord === undefined ? [] : [{ ...a, desaccord }];
  });
}

/** What somebody may sign though nobody waits for it; `texteDe` opens the names that he may read. */
export function possiblesPour(
  etat: Etat,
  par: Signataire,
  au: Jour,
  texteDe?: Matiere["texteDe"],
): Attente[] {
  return OBJETS_A_SIGNER.flatMap((o) => o.possibles?.(etat, par, au, texteDe) ?? []);
}

/** The one that an address names; undefined when nothing of that name can be signed by him (any more). */
export function attenteDe(
  etat: Etat,
  par: Signataire,
  { objet, sur }: { objet: string; sur: string | null },
  au: Jour,
): (Attente & { definition: ObjetASigner }) | undefined {
  const definition = objetDeNom(objet);
  if (definition === undefined || !definition.signataires.includes(par)) return undefined;
  const signables = [...definition.attentes(etat, par, au), ...(definition.possibles?.(etat, par, au) ?? [])];
  const attente = signables.find((a) => a.sur === sur);
  return attente === undefined ? undefined : { ...attente, definition };
}
