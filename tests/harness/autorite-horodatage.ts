import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { ALaFin } from "./base.ts";

/** A time-stamping authority of our own, on this machine: `openssl ts -reply` behind HTTP. */
export interface AutoriteDeTest {
  url: string;
  /** Certificate of the one who issued the authority's, as `openssl ts -verify -CAfile` takes it. */
  racine: string;
  /** Queries that it received. */
  recues: () => number;
  /** What is done to each answer before it leaves; nothing at first. */
  fausser: (alterer: (reponse: Buffer) => Buffer) => void;
  /** Answers every query by this one. */
  repeter: (reponse: Buffer) => void;
  /** The last answer. */
  derniere: () => Buffer;
  fermer: () => Promise<void>;
}

const CONFIG = (ici: string) => `
[req]
distinguished_name = nom
prompt = no
[nom]
CN = Autorité fictive
[tsa]
default_tsa = a
[a]
serial = ${ici}/serie
crypto_device = builtin
signer_cert = ${ici}/tsa.pem
certs = ${ici}/racine.pem
signer_key = ${ici}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
[ext_racine]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[ext_tsa]
extendedKeyUsage = critical, timeStamping
`;

export async function ouvrirAutorite(aLaFin: ALaFin = onTestFinished): Promise<AutoriteDeTest> {
  const ici = mkdtempSync(join(tmpdir(), "probant-autorite-"));
  aLaFin(async () => rmSync(ici, { recursive: true }));
  preparer(ici);
  let recues = 0;
  let derniere: Buffer = Buffer.alloc(0);
  let alterer = (reponse: Buffer): Buffer => reponse;
  const serveur = createServer((requete, reponse) => {
    const morceaux: Buffer[] = [];
    requete.on("data", (m: Buffer) => morceaux.push(m));
    requete.on("end", () => {
      recues += 1;
      derniere = alterer(repondre(ici, Buffer.concat(morceaux)));
      reponse.writeHead(200, { "content-type": "application/timestamp-reply" }).end(derniere);
    });
  });
  await new Promise<void>((resolve) => serveur.listen(0, "127.0.0.1", resolve));
  const fermer = () =>
    new Promise<void>((resolve) => {
      serveur.close(() => resolve());
      serveur.closeAllConnections();
    });
  aLaFin(fermer);
  return {
    url: `http://127.0.0.1:${(serveur.address() as AddressInfo).port}/tsa`,
    racine: join(ici, "racine.pem"),
    recues: () => recues,
    fausser: (nouvelle) => {
      alterer = nouvelle;
    },
    repeter: (fixe) => {
      alterer = () => fixe;
    },
    derniere: () => derniere,
    fermer,
  };
}

function repondre(ici: string, requete: Buffer): Buffer {
  writeFileSync(join(ici, "requete"), requete);
  openssl(
    "ts",
    "-reply",
    "-config",
    join(ici, "tsa.cnf"),
    "-section",
    "a",
    "-queryfile",
    join(ici, "requete"),
    "-out",
    join(ici, "reponse"),
  );
  return readFileSync(join(ici, "reponse"));
}

function preparer(ici: string): void {
  const fichier = (nom: string) => join(ici, nom);
  writeFileSync(fichier("tsa.cnf"), CONFIG(ici));
  writeFileSync(fichier("serie"), "01\n");
  const cle = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc", "-days", "30"];
  const config = ["-config", fichier("tsa.cnf"), "-utf8"];
  openssl(
    "req",
    "-x509",
    ...cle,
    ...config,
    "-extensions",
    "ext_racine",
    "-keyout",
    fichier("racine.key"),
    "-out",
    fichier("racine.pem"),
  );
  openssl(
    "req",
    "-x509",
    ...cle,
    ...config,
    "-subj",
    "/CN=Horodatage fictif",
    "-extensions",
    "ext_tsa",
    "-CA",
    fichier("racine.pem"),
    "-CAkey",
    fichier("racine.key"),
    "-keyout",
    fichier("tsa.key"),
    "-out",
    fichier("tsa.pem"),
  );
}

function openssl(...arguments_: string[]): void {
  execFileSync("openssl", arguments_, { stdio: "pipe" });
}
