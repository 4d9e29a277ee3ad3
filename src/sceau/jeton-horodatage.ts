import { createHash, randomBytes, verify, X509Certificate } from "node:crypto";
import { Integer, OctetString, Sequence } from "asn1js";
import {
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedData,
  type SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from "pkijs";
import type { Instant } from "../values/instant.ts";
import { lireDer, OID, octetsDe, sha256, tampon } from "./asn1.ts";
import { ErreurHorodatage, type Horodatage } from "./horodatage.ts";

/** A request, and what its answer must repeat. */
export interface Requete {
  readonly der: Uint8Array<ArrayBuffer>;
  readonly empreinte: Uint8Array;
  readonly nonce: Uint8Array;
}

/** DER request for the SHA-256 of these bytes, with a nonce, asking for the certificate (RFC 3161, 2.4.1). */
export function composerRequete(octets: Uint8Array): Requete {
  const empreinte = createHash("sha256").update(octets).digest();
  const nonce = randomBytes(16);
  // Positive and on 16 bytes, so that its writing is the same on both sides.
  nonce[0] = (nonce[0]! & 0x3f) | 0x40;
  const requete = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: sha256(),
      hashedMessage: new OctetString({ valueHex: tampon(empreinte) }),
    }),
    nonce: new Integer({ valueHex: tampon(nonce) }),
    certReq: true,
  });
  return { der: octetsDe(requete.toSchema()), empreinte, nonce };
}

/**
 * The token of an answer, once everything that can be checked without knowing the authority was: status, imprint, nonce,
 * the signature by the certificate that it carries, and that this certificate is for time-stamping. Throws
 * `ErreurHorodatage`. Whether that authority deserves trust is for whoever reads the token to say.
 */
export function lireReponse(der: Uint8Array, requete: Requete): Horodatage {
  const { jeton, statut } = ouvrir(der);
  if (statut !== 0 && statut !== 1) {
    throw new ErreurHorodatage(`L’autorité d’horodatage a refusé la demande (statut ${statut}).`);
  }
  if (jeton === undefined) throw illisible();
  const { info, signe } = ouvrirJeton(jeton);
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  if (hashAlgorithm.algorithmId !== OID.sha256 || !egaux(octets(hashedMessage), requete.empreinte)) {
    throw new ErreurHorodatage("L’autorité d’horodatage a daté une autre empreinte que la nôtre.");
  }
  if (info.nonce === undefined || !egaux(octets(info.nonce), requete.nonce)) {
    throw new ErreurHorodatage("La réponse de l’autorité d’horodatage n’est pas celle de notre demande.");
  }
  verifierSignature(signe, info.genTime);
  return {
    jeton,
    le: info.genTime.toISOString() as Instant,
    politique: info.policy,
    numero: Buffer.from(octets(info.serialNumber)).toString("hex"),
  };
}

function ouvrir(der: Uint8Array): { statut: number; jeton: Uint8Array | undefined } {
  try {
    const schema = lireDer(der);
    // Kept as the authority wrote it: what is written again may not be the same bytes.
    const brut = schema instanceof Sequence ? schema.valueBlock.value[1] : undefined;
    const jeton = brut === undefined ? undefined : Uint8Array.from(brut.valueBeforeDecodeView);
    return { statut: new TimeStampResp({ schema }).status.status, jeton };
  } catch {
    throw illisible();
  }
}

function ouvrirJeton(jeton: Uint8Array): { info: TSTInfo; signe: SignedData } {
  try {
    const signe = new SignedData({ schema: new ContentInfo({ schema: lireDer(jeton) }).content });
    if (signe.encapContentInfo.eContentType !== OID.contenuHorodatage) throw illisible();
    return { info: new TSTInfo({ schema: lireDer(contenuDe(signe)) }), signe };
  } catch {
    throw illisible();
  }
}

const EMPREINTES: Readonly<Record<string, string>> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

function verifierSignature(signe: SignedData, date: Date): void {
  const [signataire, autre] = signe.signerInfos;
  const certificat = signataire === undefined ? undefined : certificatDe(signe, signataire);
  const algorithme = EMPREINTES[signataire?.digestAlgorithm.algorithmId ?? ""];
  if (signataire?.signedAttrs === undefined || autre !== undefined || certificat === undefined)
    throw fausse();
  if (algorithme === undefined || !pourHorodater(certificat, date)) throw fausse();
  const annoncee = signataire.signedAttrs.attributes.find((a) => a.type === OID.empreinteDuMessage)
    ?.values[0];
  const calculee = createHash(algorithme).update(contenuDe(signe)).digest();
  if (!(annoncee instanceof OctetString) || !egaux(octets(annoncee), calculee)) throw fausse();
  const signes = new Uint8Array(signataire.signedAttrs.encodedValue);
  if (!verify(algorithme, signes, certificat.publicKey, octets(signataire.signature))) throw fausse();
}

function certificatDe(signe: SignedData, { sid }: SignerInfo): X509Certificate | undefined {
  if (!(sid instanceof IssuerAndSerialNumber)) return undefined;
  const trouve = (signe.certificates ?? []).find(
    (c) =>
      c instanceof Certificate && c.issuer.isEqual(sid.issuer) && c.serialNumber.isEqual(sid.serialNumber),
  );
  return trouve === undefined ? undefined : new X509Certificate(octetsDe(trouve.toSchema()));
}

/** Node calls `keyUsage` what RFC 5280 calls the extended one. */
function pourHorodater(certificat: X509Certificate, date: Date): boolean {
  return (
    certificat.keyUsage?.join() === OID.usageHorodatage &&
    Date.parse(certificat.validFrom) <= date.getTime() &&
    date.getTime() <= Date.parse(certificat.validTo)
  );
}

/** The signed content, put together when it came in pieces. */
function contenuDe(signe: SignedData): Uint8Array {
  const contenu = signe.encapContentInfo.eContent;
  if (contenu === undefined) throw illisible();
  return new Uint8Array(contenu.getValue());
}

const octets = (valeur: OctetString | Integer): Uint8Array => valeur.valueBlock.valueHexView;
const egaux = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const illisible = () => new ErreurHorodatage("La réponse de l’autorité d’horodatage est illisible.");
const fausse = () => new ErreurHorodatage("La signature de l’autorité d’horodatage ne se vérifie pas.");
