import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { outil } from "./pdf.ts";

const dossier = mkdtempSync(join(tmpdir(), "probant-sceau-"));
afterAll(() => rmSync(dossier, { recursive: true }));
let rang = 0;
const place = (suffixe: string): string => {
  rang += 1;
  return join(dossier, `${rang}${suffixe}`);
};

/** What `pdfsig` says of a file, for a reader who trusts this certificate (DER). */
export function direPdfsig(fichier: string, certificat: Uint8Array): string {
  const nss = mkdtempSync(join(dossier, "nss-"));
  const der = place(".crt");
  writeFileSync(der, certificat);
  outil("certutil", "-N", "-d", `sql:${nss}`, "--empty-password");
  outil("certutil", "-A", "-d", `sql:${nss}`, "-n", "sceau", "-t", ",C,", "-i", der);
  return outil("pdfsig", "-nssdir", `sql:${nss}`, fichier);
}

/** The signature of a sealed file and the bytes that it covers, each in a file of its own. */
export function extraireSignature(fichier: string): { signature: string; contenu: string } {
  const octets = readFileSync(fichier);
  const etendue = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(octets.toString("latin1"))!;
  const [debut, avant, apres, reste] = etendue.slice(1).map(Number) as [number, number, number, number];
  const brut = Buffer.from(octets.toString("latin1", avant + 1, apres - 1), "hex");
  const [signature, contenu] = [place(".der"), place(".bin")];
  // The room that is left over holds zeros: the value says its own length.
  writeFileSync(signature, brut.subarray(0, brut.readUInt16BE(2) + 4));
  writeFileSync(
    contenu,
    Buffer.concat([octets.subarray(debut, debut + avant), octets.subarray(apres, apres + reste)]),
  );
  return { signature, contenu };
}

/** What `openssl cms -verify -cades` says; throws when the signature is wrong. */
export function verifierCades(fichier: string, certificat: Uint8Array): string {
  const [der, pem] = [place(".crt"), place(".pem")];
  writeFileSync(der, certificat);
  outil("openssl", "x509", "-inform", "DER", "-in", der, "-out", pem);
  const { signature, contenu } = extraireSignature(fichier);
  return outil(
    "sh",
    "-c",
    'exec openssl cms -verify -cades -inform DER -in "$1" -content "$2" -binary -CAfile "$3" -out /dev/null 2>&1',
    "sh",
    signature,
    contenu,
    pem,
  );
}
