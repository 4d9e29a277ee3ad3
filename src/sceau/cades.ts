import { createHash, type KeyObject, sign } from "node:crypto";
import { promisify } from "node:util";
import { type BaseBlock, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs";
import { lireDer, OID, octetsDe, ordonner, rsaAvecSha256, sha256, tampon } from "./asn1.ts";

const signer = promisify(sign);

/** A key that signs and the DER certificate that names whose it is. */
export interface CleDeSceau {
  readonly cle: KeyObject;
  readonly certificat: Uint8Array;
}

/**
 * DER CMS signature of bytes that stay outside it (RFC 5652), as PAdES B-B asks: ESS signing-certificate-v2 (RFC 5035),
 * no signing-time. The same bytes and key always give the same signature. `horodater` gets the signature value and
 * gives the DER time-stamp token to put beside it (B-T).
 */
export async function signerDetache(
  octets: Uint8Array,
  sceau: CleDeSceau,
  horodater?: (signature: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const certificat = new Certificate({ schema: lireDer(sceau.certificat) });
  const signes = attributsSignes(octets, sceau.certificat);
  // Signed as a SET, written as [0] (RFC 5652, 5.4).
  const aSigner = octetsDe(signes.toSchema());
  aSigner[0] = 0x31;
  const signature = new Uint8Array(await signer("sha256", aSigner, sceau.cle));
  const jeton = horodater === undefined ? null : await horodater(signature);
  const signataire = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificat.issuer, serialNumber: certificat.serialNumber }),
    digestAlgorithm: sha256(),
    signedAttrs: signes,
    signatureAlgorithm: rsaAvecSha256(),
    signature: new OctetString({ valueHex: tampon(signature) }),
    ...(jeton === null
      ? {}
      : { unsignedAttrs: attributs(1, [attribut(OID.jetonHorodatage, lireDer(jeton))]) }),
  });
  const signe = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.donnees }),
    certificates: [certificat],
    signerInfos: [signataire],
  });
  return octetsDe(
    new ContentInfo({ contentType: OID.donneesSignees, content: signe.toSchema(true) }).toSchema(),
  );
}

function attributsSignes(octets: Uint8Array, certificat: Uint8Array): SignedAndUnsignedAttributes {
  const essCertId = new Sequence({ value: [new OctetString({ valueHex: tampon(empreinte(certificat)) })] });
  const signingCertificateV2 = new Sequence({ value: [new Sequence({ value: [essCertId] })] });
  return attributs(0, [
    attribut(OID.typeDeContenu, new ObjectIdentifier({ value: OID.donnees })),
    attribut(OID.empreinteDuMessage, new OctetString({ valueHex: tampon(empreinte(octets)) })),
    attribut(OID.certificatSignataire, signingCertificateV2),
  ]);
}

function attributs(type: 0 | 1, liste: readonly Attribute[]): SignedAndUnsignedAttributes {
  return new SignedAndUnsignedAttributes({
    type,
    attributes: ordonner(liste, (a) => octetsDe(a.toSchema())),
  });
}

const attribut = (type: string, valeur: BaseBlock) => new Attribute({ type, values: [valeur] });

const empreinte = (octets: Uint8Array): Uint8Array => createHash("sha256").update(octets).digest();
