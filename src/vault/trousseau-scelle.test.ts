import { argon2Sync } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { deriver, refusDePhrase } from "./phrase.ts";
import { ouvrirTrousseau } from "./trousseau.ts";
import {
  derivationDuTrousseau,
  ouvreLeTrousseau,
  PhraseFausse,
  TrousseauScelle,
} from "./trousseau-scelle.ts";

const PHRASE = "cinq mots sans lien, été compris";
const ORG = "0b4c7f0e-0000-4000-8000-000000000001";

async function scelle() {
  const dossier = await mkdtemp(join(tmpdir(), "probant-scelle-"));
  onTestFinished(() => rm(dossier, { recursive: true }));
  const chemin = join(dossier, "trousseau.json");
  const trousseau = await ouvrirTrousseau(chemin);
  await trousseau.assurerSignataire(ORG);
  const [externe] = JSON.parse(await readFile(chemin, "utf8")).externes;
  const secrets = [trousseau.secretDeSession(), externe.cle];
  await trousseau.sceller(PHRASE);
  return { chemin, trousseau, secrets, cle: await deriver(PHRASE, derivationDuTrousseau(chemin)!) };
}

it("Argon2id de Node rend le vecteur de la RFC 9106", () => {
  const rendu = argon2Sync("argon2id", {
    message: Buffer.alloc(32, 1),
    nonce: Buffer.alloc(16, 2),
    secret: Buffer.alloc(8, 3),
    associatedData: Buffer.alloc(12, 4),
    parallelism: 4,
    tagLength: 32,
    memory: 32,
    passes: 3,
  });
  expect(rendu.toString("hex")).toBe("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
});

it("scellé, il ne montre aucune clé, s’ouvre avec sa phrase et avec elle seule", async () => {
  const { chemin, secrets, cle } = await scelle();
  const texte = await readFile(chemin, "utf8");
  for (const secret of secrets) expect(texte).not.toContain(secret);
  await expect(ouvrirTrousseau(chemin)).rejects.toThrow(TrousseauScelle);
  const fausse = await deriver(`${PHRASE} `, cle.derivation);
  await expect(ouvrirTrousseau(chemin, true, fausse)).rejects.toThrow(PhraseFausse);
  expect([ouvreLeTrousseau(chemin, fausse), ouvreLeTrousseau(chemin, cle)]).toEqual([false, true]);
  const ouvert = await ouvrirTrousseau(chemin, true, cle);
  expect([ouvert.estScelle(), ouvert.secretDeSession()]).toEqual([true, secrets[0]]);
  // The same letters, composed otherwise.
  expect((await deriver(PHRASE.normalize("NFD"), cle.derivation)).cle).toEqual(cle.cle);
});

it("ce qui s’y écrit ensuite reste scellé ; descellé, il se relit sans phrase", async () => {
  const { chemin, cle } = await scelle();
  const trousseau = await ouvrirTrousseau(chemin, true, cle);
  const id = await trousseau.ajouterExterne("contenu");
  expect(await readFile(chemin, "utf8")).not.toContain(id);
  expect((await ouvrirTrousseau(chemin, true, cle)).externesDe("contenu").at(-1)).toBe(id);
  await trousseau.sceller(null);
  expect((await ouvrirTrousseau(chemin)).externesDe("contenu").at(-1)).toBe(id);
  // A process that still has the key goes on in clear: it writes as the file is.
  await (await ouvrirTrousseau(chemin, true, cle)).ajouterExterne("preuve");
  expect(await readFile(chemin, "utf8")).toContain(id);
});

it("un processus qui le tenait en clair, ou sous l’ancienne phrase, cesse de s’en servir et dit quoi faire", async () => {
  const { chemin, cle, trousseau } = await scelle();
  const ancien = await ouvrirTrousseau(chemin, true, cle);
  await trousseau.sceller(`${PHRASE}, deuxième`);
  await expect(ancien.ajouterExterne("contenu")).rejects.toThrow("La phrase du trousseau a changé");
  expect(() => ancien.externesDe("contenu")).toThrow("Redémarrez Probant");
});

it("un bit changé dans le fichier ne s’ouvre pas, ni des coûts abaissés", async () => {
  const { chemin, cle } = await scelle();
  const lu = JSON.parse(await readFile(chemin, "utf8"));
  const octets = Buffer.from(lu.scelle, "base64");
  for (const i of [0, 12, octets.length >> 1, octets.length - 1]) {
    const altere = Buffer.from(octets);
    altere[i] = altere[i]! ^ 1;
    await writeFile(chemin, JSON.stringify({ ...lu, scelle: altere.toString("base64") }));
    expect(ouvreLeTrousseau(chemin, cle)).toBe(false);
  }
  await writeFile(chemin, JSON.stringify({ ...lu, derivation: { ...lu.derivation, passes: 1 } }));
  expect(ouvreLeTrousseau(chemin, cle)).toBe(false);
});

it("une phrase courte est refusée par une phrase", () => {
  expect(refusDePhrase("trop court")).toContain("au moins 16 caractères");
  expect(refusDePhrase(PHRASE)).toBeNull();
});
