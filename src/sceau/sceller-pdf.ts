import type { Instant } from "../values/instant.ts";
import { type CleDeSceau, signerDetache } from "./cades.ts";
import { ErreurHorodatage, type Horodatage } from "./horodatage.ts";
import type { Horodateur } from "./horodateur.ts";
import { preparerSignature } from "./pdf-signable.ts";

export interface DemandeDeSceau {
  /** The name that the seal bears, and where it stands when that is known. */
  readonly nom: string;
  readonly lieu: string | null;
  readonly le: Instant;
  readonly sceau: CleDeSceau;
  /** Null when the installation asks no authority for the time. */
  readonly horodateur: Horodateur | null;
}

export interface PdfScelle {
  readonly octets: Uint8Array;
  readonly horodatage: Horodatage | null;
  /** Why there is no time-stamp although an authority was asked; null otherwise. */
  readonly sansHorodatage: string | null;
}

const MOTIF = "Scellé par l’organisme : ce papier n’a pas changé depuis.";
const MOTIF_SANS = `${MOTIF} Sans horodatage : l’autorité n’a pas répondu comme il faut.`;
/** Room for a token with its certificates; those of authorities take 2 to 7 kB. */
const PLACE_DU_JETON = 12_288;

/**
 * Seals a PDF by a PAdES signature added at its end: B-T when the authority answers, B-B otherwise, and the file says
 * so in its reason. Without an authority, the same demand always gives the same bytes.
 */
export async function scellerPdf(pdf: Uint8Array, demande: DemandeDeSceau): Promise<PdfScelle> {
  const { horodateur } = demande;
  if (horodateur === null) return sans(pdf, demande, MOTIF, null);
  try {
    return await avec(pdf, demande, horodateur);
  } catch (erreur) {
    if (!(erreur instanceof ErreurHorodatage)) throw erreur;
    return sans(pdf, demande, MOTIF_SANS, erreur.phrase);
  }
}

async function sans(
  pdf: Uint8Array,
  demande: DemandeDeSceau,
  motif: string,
  sansHorodatage: string | null,
): Promise<PdfScelle> {
  const place = await placeDeLaSignature(demande.sceau);
  const signable = preparerSignature(pdf, { ...demande, motif }, place);
  const signature = await signerDetache(signable.aSigner, demande.sceau);
  return { octets: signable.avec(signature), horodatage: null, sansHorodatage };
}

async function avec(pdf: Uint8Array, demande: DemandeDeSceau, horodateur: Horodateur): Promise<PdfScelle> {
  const place = (await placeDeLaSignature(demande.sceau)) + PLACE_DU_JETON;
  const signable = preparerSignature(pdf, { ...demande, motif: MOTIF }, place);
  let horodatage: Horodatage | null = null;
  const signature = await signerDetache(signable.aSigner, demande.sceau, async (valeur) => {
    horodatage = await horodateur.horodater(valeur);
    return horodatage.jeton;
  });
  if (signature.length > place) {
    throw new ErreurHorodatage("Le jeton de l’autorité d’horodatage est trop grand.");
  }
  return { octets: signable.avec(signature), horodatage, sansHorodatage: null };
}

const places = new WeakMap<CleDeSceau, Promise<number>>();

/** Bytes of a signature by this key: the same whatever is signed. */
function placeDeLaSignature(sceau: CleDeSceau): Promise<number> {
  const connue = places.get(sceau);
  if (connue !== undefined) return connue;
  const place = signerDetache(new Uint8Array(), sceau).then((s) => s.length);
  places.set(sceau, place);
  return place;
}
