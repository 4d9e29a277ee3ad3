import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { outil } from "../../tests/documents/pdf.ts";
import type { Instant } from "../values/instant.ts";
import { coffreDeSceaux } from "../vault/coffre-de-sceaux.ts";
import { ouvrirTrousseau } from "../vault/trousseau.ts";
import { ErreurSceau } from "./erreur-sceau.ts";
import { ouvrirSceaux } from "./sceaux.ts";

const ID = "3f0c2b6e-9d41-4b7a-8a55-0c1d2e3f4a5b";
const ECLOSION = { raisonSociale: "Cabinet Éclosion", siret: "12345678200010" };
const le = (jour: string) => `${jour}T10:00:00.000Z` as Instant;

function dossierNeuf(): string {
  const ici = mkdtempSync(join(tmpdir(), "probant-sceaux-"));
  onTestFinished(() => rmSync(ici, { recursive: true }));
  return ici;
}

it("fait une clé une seule fois, lisible de son seul propriétaire", async () => {
  const ici = dossierNeuf();
  const premier = await ouvrirSceaux(ici).sceauDe(ID, ECLOSION, le("2026-11-25"));
  const encore = await ouvrirSceaux(ici).sceauDe(ID, ECLOSION, le("2029-11-24"));
  expect(encore.empreinte).toBe(premier.empreinte);
  expect(readdirSync(join(ici, ID))).toEqual(["1.json"]);
  expect(statSync(join(ici, ID)).mode & 0o777).toBe(0o700);
  expect(statSync(join(ici, ID, "1.json")).mode & 0o777).toBe(0o600);
});

it("nomme l’organisme dans son certificat, qu’openssl lit", async () => {
  const ici = dossierNeuf();
  const { certificat, empreinte } = await ouvrirSceaux(ici).sceauDe(ID, ECLOSION, le("2026-11-25"));
  const der = join(ici, "c.crt");
  writeFileSync(der, certificat);
  const lu = outil(
    "openssl",
    "x509",
    "-inform",
    "DER",
    "-in",
    der,
    "-noout",
    "-text",
    "-nameopt",
    "utf8,sep_comma_plus_space",
  );
  expect(lu).toContain(
    "C=FR, O=Cabinet Éclosion, organizationIdentifier=NTRFR-123456782, serialNumber=12345678200010, CN=Cabinet Éclosion",
  );
  expect(lu).toContain("Not After : Nov 25 10:00:00 2034 GMT");
  expect(lu).toContain("Public-Key: (3072 bit)");
  expect(outil("openssl", "dgst", "-sha256", "-r", der)).toContain(empreinte);
});

it("change de clé après trois ans ou quand le nom change, garde les certificats et oublie l’ancienne clé", async () => {
  const ici = dossierNeuf();
  const sceaux = ouvrirSceaux(ici);
  expect(await sceaux.certificats(ID)).toEqual([]);
  const a = await sceaux.sceauDe(ID, ECLOSION, le("2026-11-25"));
  const b = await sceaux.sceauDe(ID, ECLOSION, le("2029-11-25"));
  const c = await sceaux.sceauDe(ID, { ...ECLOSION, raisonSociale: "Éclosion Conseil" }, le("2029-11-26"));
  const gardes = await sceaux.certificats(ID);
  expect(gardes.map((x) => x.empreinte)).toEqual([c.empreinte, b.empreinte, a.empreinte]);
  expect(gardes[0]?.au).toBe("2037-11-26T10:00:00.000Z");
  const cles = [1, 2, 3].map(
    (n) => JSON.parse(readFileSync(join(ici, ID, `${n}.json`), "utf8")).cle !== null,
  );
  expect(cles).toEqual([false, false, true]);
});

it("tourne à la demande, une fois par certificat ; un autre processus cesse de sceller avec l’ancienne clé", async () => {
  const ici = dossierNeuf();
  const [un, autre] = [ouvrirSceaux(ici), ouvrirSceaux(ici)];
  const a = await un.sceauDe(ID, ECLOSION, le("2026-11-25"));
  await autre.sceauDe(ID, ECLOSION, le("2026-11-25"));
  const b = await un.tourner(ID, ECLOSION, le("2026-11-26"), a.empreinte);
  expect((await un.tourner(ID, ECLOSION, le("2026-11-26"), a.empreinte)).empreinte).toBe(b.empreinte);
  expect(b.empreinte).not.toBe(a.empreinte);
  expect((await autre.sceauDe(ID, ECLOSION, le("2026-11-26"))).empreinte).toBe(b.empreinte);
  expect((await un.certificats(ID)).map((c) => c.empreinte)).toEqual([b.empreinte, a.empreinte]);
  expect(JSON.parse(readFileSync(join(ici, ID, "1.json"), "utf8")).cle).toBeNull();
});

it("une clé que l’on n’a pas eu le temps d’oublier l’est au sceau suivant", async () => {
  const ici = dossierNeuf();
  const a = await ouvrirSceaux(ici).sceauDe(ID, ECLOSION, le("2026-11-25"));
  const avant = readFileSync(join(ici, ID, "1.json"));
  await ouvrirSceaux(ici).tourner(ID, ECLOSION, le("2026-11-26"), a.empreinte);
  writeFileSync(join(ici, ID, "1.json"), avant);
  await ouvrirSceaux(ici).sceauDe(ID, ECLOSION, le("2026-11-27"));
  expect(JSON.parse(readFileSync(join(ici, ID, "1.json"), "utf8")).cle).toBeNull();
});

it("deux processus à la fois ne font qu’un sceau", async () => {
  const ici = dossierNeuf();
  const sceaux = await Promise.all(
    [1, 2, 3].map(() => ouvrirSceaux(ici).sceauDe(ID, ECLOSION, le("2026-11-25"))),
  );
  expect(new Set(sceaux.map((s) => s.empreinte)).size).toBe(1);
  expect(readdirSync(join(ici, ID))).toEqual(["1.json"]);
});

it("refuse une clé que d’autres comptes lisent, ou abîmée, et n’en fait pas une autre", async () => {
  const ici = dossierNeuf();
  await ouvrirSceaux(ici).sceauDe(ID, ECLOSION, le("2026-11-25"));
  const fichier = join(ici, ID, "1.json");
  chmodSync(fichier, 0o644);
  await expect(ouvrirSceaux(ici).sceauDe(ID, ECLOSION, le("2026-11-25"))).rejects.toThrow(ErreurSceau);
  chmodSync(fichier, 0o600);
  writeFileSync(fichier, "{}");
  await expect(ouvrirSceaux(ici).sceauDe(ID, ECLOSION, le("2026-11-25"))).rejects.toThrow(ErreurSceau);
  expect(readdirSync(join(ici, ID))).toEqual(["1.json"]);
});

it("fermées par un trousseau, ses clés ne s’ouvrent qu’avec lui ; celles d’avant se ferment, et suivent une clé neuve", async () => {
  const ici = dossierNeuf();
  const trousseau = await ouvrirTrousseau(join(dossierNeuf(), "cles", "trousseau.json"));
  const coffre = coffreDeSceaux(trousseau);
  const lu = () => readFileSync(join(ici, ID, "1.json"), "utf8");
  const cleEnClair = async () => (await ouvrirSceaux(ici, coffre).secrets(ID))[0]!.cle!;

  const enClair = await ouvrirSceaux(ici).sceauDe(ID, ECLOSION, le("2026-11-25"));
  const cle = JSON.parse(lu()).cle as string;
  await ouvrirSceaux(ici, coffre).refermer();
  expect(lu()).not.toContain(cle.slice(0, 64));
  expect(await cleEnClair()).toBe(cle);
  const ferme = await ouvrirSceaux(ici, coffre).sceauDe(ID, ECLOSION, le("2026-11-26"));
  expect(ferme.empreinte).toBe(enClair.empreinte);
  expect(statSync(join(ici, ID, "1.json")).mode & 0o777).toBe(0o600);

  const ancienne = trousseau.externesDe("sceau");
  await trousseau.ajouterExterne("sceau");
  await ouvrirSceaux(ici, coffre).refermer();
  await trousseau.detruireExternes(ancienne, le("2026-11-26"));
  expect(await cleEnClair()).toBe(cle);

  const autre = coffreDeSceaux(await ouvrirTrousseau(join(dossierNeuf(), "cles", "trousseau.json")));
  for (const sans of [undefined, autre]) {
    const refus = ouvrirSceaux(ici, sans).sceauDe(ID, ECLOSION, le("2026-11-26"));
    await expect(refus).rejects.toMatchObject({ phrase: expect.stringContaining("de la même copie") });
    // What anybody may compare needs no key.
    expect(await ouvrirSceaux(ici, sans).certificats(ID)).toHaveLength(1);
  }
});

it("une clé faite pendant que le trousseau tourne se ferme sous la clé neuve : l’ancienne détruite, elle s’ouvre encore", async () => {
  const ici = dossierNeuf();
  const trousseau = await ouvrirTrousseau(join(dossierNeuf(), "cles", "trousseau.json"));
  const coffre = coffreDeSceaux(trousseau);
  let tournee = false;
  const entreDeux: typeof coffre = {
    ...coffre,
    fermer: async (lieu, clair) => {
      const ferme = await coffre.fermer(lieu, clair);
      if (tournee) return ferme;
      tournee = true;
      const ancienne = trousseau.externesDe("sceau");
      await trousseau.ajouterExterne("sceau");
      await ouvrirSceaux(ici, coffre).refermer();
      await trousseau.detruireExternes(ancienne, le("2026-11-26"));
      return ferme;
    },
  };
  const fait = await ouvrirSceaux(ici, entreDeux).sceauDe(ID, ECLOSION, le("2026-11-25"));
  const rouvert = await ouvrirSceaux(ici, coffre).sceauDe(ID, ECLOSION, le("2026-11-26"));
  expect([tournee, rouvert.empreinte]).toEqual([true, fait.empreinte]);
});
