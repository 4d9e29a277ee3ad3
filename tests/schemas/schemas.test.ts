import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Commande } from "../../src/cli/commande.ts";
import { controler } from "../../src/cli/commandes/controler.ts";
import { regles } from "../../src/cli/commandes/regles.ts";
import { ecrireSchema, SCHEMAS } from "../../src/cli/formats/schemas.ts";
import { lireFichier } from "../../src/dossier/fichier.ts";
import { verifierDossierControle } from "../../src/evidence/dossier-controle.ts";
import { inventaire } from "../../src/usecases/listes/inventaire.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { BYTES } from "../evidence/fabrique.ts";
import { ouvrirDossierDeTest } from "../harness/dossier.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

const racine = fileURLToPath(new URL("../../", import.meta.url));
const SCHEMAS_ECRITS = `${racine}schemas/`;
const EXEMPLES = `${racine}exemples/`;
const exemples = readdirSync(EXEMPLES).filter((n) => n.endsWith(".json"));

// An independent reader of JSON Schema, over the files as outsiders get them. The formats are annotations of its own.
const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
ajv.addFormat("date", (t) => {
  const lu = new Date(`${t}T00:00:00Z`);
  return !Number.isNaN(lu.getTime()) && lu.toISOString().startsWith(t);
});
ajv.addFormat("base64", true);
const valideurs = new Map<string, ValidateFunction>();
for (const nom of readdirSync(SCHEMAS_ECRITS)) {
  valideurs.set(nom, ajv.compile(JSON.parse(readFileSync(`${SCHEMAS_ECRITS}${nom}`, "utf8")) as object));
}

function fautes(schema: string, valeur: unknown): string[] {
  const valider = valideurs.get(`${schema}.schema.json`)!;
  return valider(valeur) ? [] : ajv.errorsText(valider.errors, { separator: "\n" }).split("\n");
}

afterEach(() => vi.restoreAllMocks());

async function sortieDe(commande: Commande, mots: string[], au: string): Promise<unknown> {
  const sortie = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await commande.executer({
    mots,
    options: new Map<string, string | true>([
      ["--json", true],
      ["--au", au],
    ]),
  });
  const texte = sortie.mock.calls.map(([t]) => String(t)).join("");
  sortie.mockRestore();
  return JSON.parse(texte);
}
const lire = (nom: string) =>
  JSON.parse(readFileSync(`${EXEMPLES}${nom}`, "utf8")) as Record<string, unknown>;

describe("les schémas publics", () => {
  it("sont ceux que les types donnent (npm run schemas)", () => {
    expect(readdirSync(SCHEMAS_ECRITS).sort()).toEqual(Object.keys(SCHEMAS).sort());
    for (const [nom, schema] of Object.entries(SCHEMAS)) {
      expect(readFileSync(`${SCHEMAS_ECRITS}${nom}`, "utf8"), nom).toBe(ecrireSchema(schema));
    }
  });

  it.each(Object.entries(SCHEMAS))("%s porte son nom et suit le dialecte 2020-12", (nom, schema) => {
    expect(schema).toMatchObject({ $id: nom, $schema: "https://json-schema.org/draft/2020-12/schema" });
    expect(ajv.validateSchema(schema)).toBe(true);
  });
});

describe("un fichier de dossier", () => {
  it.each(exemples)("%s suit le schéma", (nom) => {
    expect(fautes("probant-dossier-1", lire(nom))).toEqual([]);
  });

  it.each<[string, (d: Record<string, unknown>) => Record<string, unknown>]>([
    ["sans format", ({ format: _f, ...d }) => d],
    ["sans organisme", ({ organisme: _o, ...d }) => d],
    ["d’un type de fait inconnu", (d) => ({ ...d, faits: [{ type: "rien.v1", date: "2026-01-05" }] })],
    ["d’un jour qui n’existe pas", (d) => ({ ...d, faits: [{ type: "refus_note.v1", date: "2026-02-31" }] })],
    ["d’un fait sans ses données", (d) => ({ ...d, faits: [{ type: "devis_emis.v1", date: "2026-01-05" }] })],
    [
      "de minutes négatives",
      (d) => ({
        ...d,
        faits: [{ type: "certificat_emis.v1", date: "2026-01-05", donnees: { minutes: -1 } }],
      }),
    ],
    ["d’un financeur inconnu", (d) => ({ ...d, financement: { financeurs: ["banque"] } })],
  ])("%s est refusé par le schéma et par le programme", (_nom, abimer) => {
    const abime = abimer(lire(exemples[0]!));
    expect(fautes("probant-dossier-1", abime)).not.toEqual([]);
    expect(lireFichier(abime)).toHaveProperty("anomalies");
  });
});

describe("ce que les commandes écrivent", () => {
  it.each(["2023-06-15", "2026-11-24"])("controler --json au %s, sur chaque exemple", async (au) => {
    for (const nom of exemples) {
      expect(fautes("probant-constats-1", await sortieDe(controler, [`${EXEMPLES}${nom}`], au)), nom).toEqual(
        [],
      );
    }
  });

  it("controler --json sur plusieurs fichiers, dont un illisible", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const mots = [...exemples.slice(0, 3).map((n) => `${EXEMPLES}${n}`), `${EXEMPLES}absent.json`];
    const sortie = await sortieDe(controler, mots, "2026-11-24");
    expect(fautes("probant-constats-liste-1", sortie)).toEqual([]);
    expect(fautes("probant-constats-liste-1", [{ fichier: "a.json" }])).not.toEqual([]);
  });

  it.each(["2019-01-01", "2023-02-15", "2026-11-24", "2027-11-24"])("regles --json au %s", async (au) => {
    expect(fautes("probant-regles-1", await sortieDe(regles, [], au))).toEqual([]);
  });

  it("verifier --json, dossier intact ou abîmé", () => {
    for (const octets of [
      BYTES,
      BYTES.slice(0, 900),
      BYTES.with(2000, 255 - BYTES[2000]!),
      new Uint8Array(),
    ]) {
      const rapport = JSON.parse(JSON.stringify(verifierDossierControle(octets, hasherNode))) as object;
      expect(fautes("probant-verification-1", { format: "probant-verification/1", ...rapport })).toEqual([]);
    }
  });

  it("dossiers --json, sur une installation", async () => {
    const { maison, client } = await ouvrirMaisonDeTest();
    const { auteur } = await client("conseiller");
    await ouvrirDossierDeTest(maison, auteur);
    const lus: unknown[] = [];
    for await (const d of inventaire(maison)) lus.push(d);
    expect(lus).toHaveLength(1);
    expect(fautes("probant-dossiers-1", { format: "probant-dossiers/1", dossiers: lus })).toEqual([]);
  });

  it("une sortie d’un autre format, ou une clé de trop, est refusée", async () => {
    const constats = (await sortieDe(controler, [`${EXEMPLES}${exemples[0]}`], "2026-11-24")) as object;
    expect(fautes("probant-constats-1", { ...constats, format: "probant-constats/2" })).not.toEqual([]);
    expect(fautes("probant-constats-1", { ...constats, plus: 1 })).not.toEqual([]);
    expect(fautes("probant-dossiers-1", { format: "probant-dossiers/1", dossiers: [{}] })).not.toEqual([]);
  });
});
