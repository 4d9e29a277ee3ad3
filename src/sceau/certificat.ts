import { createHash, createPublicKey, type KeyObject, randomBytes, sign } from "node:crypto";
import { promisify } from "node:util";
import { BitString, Integer, OctetString, PrintableString, Sequence, Set as SetOf, Utf8String } from "asn1js";
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from "pkijs";
import type { Instant } from "../values/instant.ts";
import { lireDer, octetsDe, rsaAvecSha256, tampon } from "./asn1.ts";

const signer = promisify(sign);

/** Who seals, as the certificate names it. */
export interface IdentiteDuSceau {
  readonly raisonSociale: string;
  /** 14 digits. */
  readonly siret: string;
}

export interface Validite {
  readonly du: Instant;
  readonly au: Instant;
}

// X.520 gives 64 characters to a common name and to the name of an organisation.
const NOM_MAX = 64;

/**
 * DER certificate of the organisation's RSA key, issued by itself: it says whose key this is, and nobody vouches for it.
 * The SIREN is written as ETSI EN 319 412-1 asks (NTRFR-), the SIRET as `serialNumber`.
 */
export async function emettreCertificat(
  identite: IdentiteDuSceau,
  { du, au }: Validite,
  cle: KeyObject,
): Promise<Uint8Array> {
  const spki = createPublicKey(cle).export({ format: "der", type: "spki" });
  const certificat = new Certificate({
    version: 2,
    serialNumber: new Integer({ valueHex: tampon(numeroAuHasard()) }),
    issuer: nomDe(identite),
    subject: nomDe(identite),
    notBefore: new Time({ value: new Date(du) }),
    notAfter: new Time({ value: new Date(au) }),
    signature: rsaAvecSha256(),
    signatureAlgorithm: rsaAvecSha256(),
    subjectPublicKeyInfo: new PublicKeyInfo({ schema: lireDer(spki) }),
    extensions: extensions(spki),
  });
  const aSigner = octetsDe(certificat.encodeTBS());
  certificat.signatureValue = new BitString({ valueHex: tampon(await signer("sha256", aSigner, cle)) });
  return octetsDe(certificat.toSchema(true));
}

/** 16 bytes, positive whatever comes (RFC 5280, 4.1.2.2). */
function numeroAuHasard(): Uint8Array {
  const numero = randomBytes(16);
  numero[0] = (numero[0]! & 0x3f) | 0x40;
  return numero;
}

function nomDe({ raisonSociale, siret }: IdentiteDuSceau): RelativeDistinguishedNames {
  const nom = [...raisonSociale].slice(0, NOM_MAX).join("");
  const parties = [
    ["2.5.4.6", new PrintableString({ value: "FR" })],
    ["2.5.4.10", new Utf8String({ value: nom })],
    ["2.5.4.97", new Utf8String({ value: `NTRFR-${siret.slice(0, 9)}` })],
    ["2.5.4.5", new PrintableString({ value: siret })],
    ["2.5.4.3", new Utf8String({ value: nom })],
  ] as const;
  // Given as a schema: the library would write one name of five values, where five names are meant.
  const schema = new Sequence({
    value: parties.map(
      ([type, value]) => new SetOf({ value: [new AttributeTypeAndValue({ type, value }).toSchema()] }),
    ),
  });
  return new RelativeDistinguishedNames({ schema: lireDer(octetsDe(schema)) });
}

function extensions(spki: Uint8Array): Extension[] {
  const id = new OctetString({
    valueHex: tampon(createHash("sha256").update(spki).digest().subarray(0, 20)),
  });
  // Readers of PDF (NSS) trust a certificate that nobody else issued only when it may issue: it says so, with a path of
  // zero. An extended usage would limit it, but they refuse one here. digitalSignature, contentCommitment, keyCertSign.
  const usage = new BitString({ valueHex: tampon(Uint8Array.of(0xc4)), unusedBits: 2 });
  return [
    extension(
      "2.5.29.19",
      true,
      octetsDe(new BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema()),
    ),
    extension("2.5.29.15", true, octetsDe(usage)),
    extension("2.5.29.14", false, octetsDe(id)),
  ];
}

function extension(extnID: string, critical: boolean, der: Uint8Array): Extension {
  return new Extension({ extnID, critical, extnValue: tampon(der) });
}
