import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilateur, ecrire, outil, texte } from "../../tests/documents/pdf.ts";
import { direPdfsig, extraireSignature, verifierCades } from "../../tests/documents/sceau-verifie.ts";
import { type AutoriteDeTest, ouvrirAutorite } from "../../tests/harness/autorite-horodatage.ts";
import { EXEMPLES } from "../documents/exemples.ts";
import type { Instant } from "../values/instant.ts";
import { ErreurSceau } from "./erreur-sceau.ts";
import { ouvrirHorodateur } from "./horodateur.ts";
import { ouvrirSceaux, type Sceau } from "./sceaux.ts";
import { type DemandeDeSceau, scellerPdf } from "./sceller-pdf.ts";

const LE = new Date().toISOString() as Instant;
const ORGANISME = "3f0c2b6e-9d41-4b7a-8a55-0c1d2e3f4a5b";
const NOM = "Cabinet Éclosion";
const fermetures: (() => Promise<void> | void)[] = [];
let sceau: Sceau;
let autorite: AutoriteDeTest;

beforeAll(async () => {
  const ici = mkdtempSync(join(tmpdir(), "probant-sceaux-"));
  fermetures.push(() => rmSync(ici, { recursive: true }));
  const identite = { raisonSociale: NOM, siret: "12345678200010" };
  sceau = await ouvrirSceaux(ici).sceauDe(ORGANISME, identite, LE);
  autorite = await ouvrirAutorite((fermer) => void fermetures.push(fermer));
});
afterAll(async () => {
  for (const fermer of fermetures) await fermer();
});

function imprimer(nom: string): Uint8Array {
  const composition = EXEMPLES.find((e) => e.nom === nom)!.composer();
  if (!composition.ok) throw new Error(composition.refus.join(" "));
  return compilateur.compiler(composition.document);
}

const demande = (plus: Partial<DemandeDeSceau> = {}): DemandeDeSceau => ({
  nom: NOM,
  lieu: "12 rue des Érables, 69003 Lyon",
  le: LE,
  sceau,
  horodateur: null,
  ...plus,
});

describe.each(EXEMPLES.map((e) => e.nom))("%s", (nom) => {
  it("est scellé sans qu’un octet d’avant bouge, et les lecteurs l’acceptent", async () => {
    const pdf = imprimer(nom);
    const { octets } = await scellerPdf(pdf, demande());
    expect(Buffer.compare(octets.subarray(0, pdf.length), pdf)).toBe(0);
    const fichier = ecrire(octets);
    expect(outil("qpdf", "--check", fichier)).toContain("No syntax or stream encoding errors");
    const dit = direPdfsig(fichier, sceau.certificat);
    expect(dit).toContain("Signature is Valid.");
    expect(dit).toContain("Certificate is Trusted.");
    expect(dit).toContain("Total document signed");
    expect(dit).toContain("ETSI.CAdES.detached");
    expect(dit).toContain(`Signer Certificate Common Name: ${NOM}`);
    expect(dit.match(/Signature #/g)).toHaveLength(1);
    expect(verifierCades(fichier, sceau.certificat)).toContain("CAdES Verification successful");
    const avant = ecrire(pdf);
    expect(texte(fichier)).toBe(texte(avant));
    expect(outil("pdfinfo", "-struct-text", fichier)).toBe(outil("pdfinfo", "-struct-text", avant));
    expect(outil("pdfinfo", "-meta", fichier)).toBe(outil("pdfinfo", "-meta", avant));
  });
});

it("le même papier, au même instant, donne les mêmes octets", async () => {
  const [un, deux] = [
    await scellerPdf(imprimer("devis"), demande()),
    await scellerPdf(imprimer("devis"), demande()),
  ];
  expect(Buffer.compare(un.octets, deux.octets)).toBe(0);
});

it("un octet changé se voit, où qu’il soit", async () => {
  const pdf = imprimer("certificat");
  const { octets } = await scellerPdf(pdf, demande());
  for (const position of [40, Math.floor(pdf.length / 2), pdf.length - 10, octets.length - 12]) {
    const altere = Buffer.from(octets);
    altere[position]! ^= 1;
    const fichier = ecrire(altere);
    expect(() => verifierCades(fichier, sceau.certificat)).toThrow();
  }
  const altere = Buffer.from(octets);
  altere[Math.floor(pdf.length / 2)]! ^= 1;
  expect(direPdfsig(ecrire(altere), sceau.certificat)).toContain("Digest Mismatch");
});

it("des octets ajoutés après le sceau se voient", async () => {
  const { octets } = await scellerPdf(imprimer("certificat"), demande());
  const dit = direPdfsig(ecrire(Buffer.concat([octets, Buffer.from("\n% de plus\n")])), sceau.certificat);
  expect(dit).toContain("Not total document signed");
});

it("dit en français qui scelle, pourquoi et où", async () => {
  const { octets } = await scellerPdf(imprimer("devis"), demande());
  const lu = outil("qpdf", "--json=2", "--json-key=qpdf", ecrire(octets));
  expect(lu).toContain(`"/Name": "u:${NOM}"`);
  expect(lu).toContain('"/Reason": "u:Scellé par l’organisme : ce papier n’a pas changé depuis."');
  expect(lu).toContain('"/Location": "u:12 rue des Érables, 69003 Lyon"');
});

it("porte l’heure d’une autorité quand il y en a une", async () => {
  const horodateur = ouvrirHorodateur(autorite.url);
  const { octets, horodatage, sansHorodatage } = await scellerPdf(imprimer("devis"), demande({ horodateur }));
  expect([horodatage?.politique, sansHorodatage]).toEqual(["1.2.3.4.1", null]);
  const fichier = ecrire(octets);
  expect(outil("qpdf", "--check", fichier)).toContain("No syntax or stream encoding errors");
  expect(direPdfsig(fichier, sceau.certificat)).toContain("Signature is Valid.");
  expect(verifierCades(fichier, sceau.certificat)).toContain("CAdES Verification successful");
  const lu = outil(
    "openssl",
    "cms",
    "-cmsout",
    "-print",
    "-noout",
    "-inform",
    "DER",
    "-in",
    extraireSignature(fichier).signature,
  );
  const [valeur] = lu.match(/signature:\s+((?:[0-9a-f]{4} - .*\s+)+)unsignedAttrs/) ?? [];
  expect(valeur).toBeDefined();
  expect(lu).toContain("id-smime-aa-timeStampToken");
  // The token dates the signature value, as openssl reads it out of the file.
  const jeton = ecrire(horodatage!.jeton);
  const date = ecrire(octetsEcrits(valeur!));
  expect(() =>
    outil("openssl", "ts", "-verify", "-data", date, "-in", jeton, "-token_in", "-CAfile", autorite.racine),
  ).not.toThrow();
});

/** The bytes of a dump of openssl. */
function octetsEcrits(vidage: string): Buffer {
  const lignes = [...vidage.matchAll(/^\s*[0-9a-f]{4} - ((?:[0-9a-f]{2}[ -]?)+)/gm)];
  return Buffer.from(lignes.map((l) => l[1]!.replace(/[ -]/g, "")).join(""), "hex");
}

it("part sans horodatage, et le dit, quand l’autorité ne répond pas comme il faut", async () => {
  const horodateur = ouvrirHorodateur("http://127.0.0.1:1/tsa");
  const { octets, horodatage, sansHorodatage } = await scellerPdf(imprimer("devis"), demande({ horodateur }));
  expect([horodatage, sansHorodatage]).toEqual([null, "L’autorité d’horodatage ne répond pas."]);
  const fichier = ecrire(octets);
  expect(verifierCades(fichier, sceau.certificat)).toContain("CAdES Verification successful");
  expect(outil("qpdf", "--json=2", "--json-key=qpdf", fichier)).toContain("Sans horodatage");
});

it("refuse ce qui n’est pas un papier de la maison, ou qui est déjà scellé", async () => {
  await expect(scellerPdf(Buffer.from("%PDF-1.7\n"), demande())).rejects.toThrow(ErreurSceau);
  const { octets } = await scellerPdf(imprimer("devis"), demande());
  await expect(scellerPdf(octets, demande())).rejects.toThrow(ErreurSceau);
  const source = ecrire(imprimer("devis"));
  const compresse = `${source}.flux`;
  outil("qpdf", "--object-streams=generate", source, compresse);
  await expect(scellerPdf(readFileSync(compresse), demande())).rejects.toThrow(ErreurSceau);
});
