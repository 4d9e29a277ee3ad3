import { type BaseBlock, fromBER, Null } from "asn1js";
import { AlgorithmIdentifier } from "pkijs";

export const OID = {
  sha256: "2.16.840.1.101.3.4.2.1",
  rsaAvecSha256: "1.2.840.113549.1.1.11",
  donnees: "1.2.840.113549.1.7.1",
  donneesSignees: "1.2.840.113549.1.7.2",
  typeDeContenu: "1.2.840.113549.1.9.3",
  empreinteDuMessage: "1.2.840.113549.1.9.4",
  certificatSignataire: "1.2.840.113549.1.9.16.2.47",
  jetonHorodatage: "1.2.840.113549.1.9.16.2.14",
  contenuHorodatage: "1.2.840.113549.1.9.16.1.4",
  usageHorodatage: "1.3.6.1.5.5.7.3.8",
} as const;

export const sha256 = () => new AlgorithmIdentifier({ algorithmId: OID.sha256 });
/** RSA PKCS #1 v1.5: the same bytes always have the same signature. */
export const rsaAvecSha256 = () =>
  new AlgorithmIdentifier({ algorithmId: OID.rsaAvecSha256, algorithmParams: new Null() });

/** A copy in a buffer of its own, as the ASN.1 library takes bytes. */
export function tampon(octets: Uint8Array): ArrayBuffer {
  return Uint8Array.from(octets).buffer;
}

/** DER of a value. */
export function octetsDe(valeur: BaseBlock): Uint8Array<ArrayBuffer> {
  return new Uint8Array(valeur.toBER());
}

/** Reads one DER value that fills the bytes; throws RangeError otherwise. */
export function lireDer(octets: Uint8Array): BaseBlock {
  const { offset, result } = fromBER(tampon(octets));
  if (offset !== octets.length) throw new RangeError("not one DER value");
  return result;
}

/** The values of a SET OF in the order that DER asks: by their bytes. */
export function ordonner<V>(valeurs: readonly V[], der: (valeur: V) => Uint8Array): V[] {
  return [...valeurs].sort((a, b) => Buffer.compare(der(a), der(b)));
}
