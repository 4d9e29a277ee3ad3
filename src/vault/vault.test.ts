import { chmod, mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasherNode } from "../verifier/hasher-node.ts";
import { ScelleIllisible } from "./chiffre.ts";
import { creerCles, ouvrirCle } from "./cles-dossier.ts";
import { ouvrir, sceller } from "./contenu.ts";
import { ouvrirTrousseau } from "./trousseau.ts";

const chemin = async () => join(await mkdtemp(join(tmpdir(), "probant-")), "cles", "trousseau.json");
const ORG = "0b4c7f0e-0000-4000-8000-000000000001";
const DOS = "0b4c7f0e-0000-4000-8000-0000000000aa";
const texte = Buffer.from("Camille hésite entre deux métiers.");
const lieu = { organismeId: ORG, dossierId: DOS, contenuId: "c1", version: 1 };

describe("le trousseau", () => {
  it("naît lisible par son seul propriétaire", async () => {
    const ou = await chemin();
    await ouvrirTrousseau(ou);
    expect((await stat(ou)).mode & 0o777).toBe(0o600);
  });

  it("refuse un fichier que d’autres peuvent lire", async () => {
    const ou = await chemin();
    await ouvrirTrousseau(ou);
    await chmod(ou, 0o644);
    await expect(ouvrirTrousseau(ou)).rejects.toThrow("chmod 600");
  });

  it("refuse un fichier abîmé, sans le remplacer", async () => {
    const ou = await chemin();
    await ouvrirTrousseau(ou);
    await writeFile(ou, "{");
    await expect(ouvrirTrousseau(ou)).rejects.toThrow("abîmé");
    expect(await readFile(ou, "utf8")).toBe("{");
  });

  it("ne se recrée pas quand la base contient déjà des clés", async () => {
    await expect(ouvrirTrousseau(await chemin(), true)).rejects.toThrow("manque");
  });

  it("n’écrit pas une part qu’il ne saurait plus relire, et prend celle d’un autre trousseau", async () => {
    const [ou, ailleurs] = [await chemin(), await chemin()];
    const [neuf, source] = [await ouvrirTrousseau(ou), await ouvrirTrousseau(ailleurs)];
    const avant = await readFile(ou, "utf8");
    for (const part of ['{"signatures":{"a":1}}', '{"signatures":7}', '{"passations":"x"}']) {
      await expect(neuf.recevoirPart(ORG, part)).rejects.toThrow("ne se lisent pas");
      expect(await readFile(ou, "utf8")).toBe(avant);
    }
    await source.assurerSignataire(ORG);
    await neuf.recevoirPart(ORG, source.emporterPart(ORG));
    expect((await ouvrirTrousseau(ou)).signataire(ORG).publique).toEqual(source.signataire(ORG).publique);
  });

  it("garde la clé de signature d’un organisme d’une ouverture à l’autre", async () => {
    const ou = await chemin();
    const premier = await ouvrirTrousseau(ou);
    await premier.assurerSignataire(ORG);
    const { publique } = premier.signataire(ORG);
    const second = await ouvrirTrousseau(ou);
    await second.assurerSignataire(ORG);
    const message = new TextEncoder().encode("message");
    expect(second.signataire(ORG).publique).toEqual(publique);
    expect(hasherNode.verifyEd25519(publique, message, second.signataire(ORG).signer(message))).toBe(true);
  });
});

describe("un contenu scellé", () => {
  it("s’ouvre à sa place avec la clé de son dossier", async () => {
    const trousseau = await ouvrirTrousseau(await chemin());
    const [contenu] = await creerCles(trousseau, ORG, DOS);
    const cle = await ouvrirCle(trousseau, ORG, DOS, contenu!);
    expect(ouvrir(cle, lieu, sceller(cle, lieu, texte))).toEqual(texte);
  });

  it("ne s’ouvre ni ailleurs, ni sous une autre version, ni avec la clé des preuves", async () => {
    const trousseau = await ouvrirTrousseau(await chemin());
    const [contenu, preuve] = await creerCles(trousseau, ORG, DOS);
    const cle = await ouvrirCle(trousseau, ORG, DOS, contenu!);
    const scelle = sceller(cle, lieu, texte);
    for (const autre of [
      { ...lieu, dossierId: ORG },
      { ...lieu, contenuId: "c2" },
      { ...lieu, version: 2 },
    ]) {
      expect(() => ouvrir(cle, autre, scelle)).toThrow(ScelleIllisible);
    }
    const autre = await ouvrirCle(trousseau, ORG, DOS, preuve!);
    expect(() => ouvrir(autre, lieu, scelle)).toThrow(ScelleIllisible);
  });

  it("ne s’ouvre plus dès qu’un bit change", async () => {
    const trousseau = await ouvrirTrousseau(await chemin());
    const [contenu] = await creerCles(trousseau, ORG, DOS);
    const cle = await ouvrirCle(trousseau, ORG, DOS, contenu!);
    const scelle = sceller(cle, lieu, texte);
    for (let bit = 0; bit < scelle.length * 8; bit += 1) {
      const altere = Buffer.from(scelle);
      altere[bit >> 3] = altere[bit >> 3]! ^ (1 << (bit & 7));
      expect(() => ouvrir(cle, lieu, altere)).toThrow(ScelleIllisible);
    }
    expect(() => ouvrir(cle, lieu, scelle.subarray(0, 10))).toThrow(ScelleIllisible);
  });
});
