import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLE, compositionExemple, DOSSIER } from "../../tests/evidence/exemple.ts";
import { empreinteCle, formatVkey } from "../evidence/cle.ts";
import { assembler } from "../evidence/dossier-controle.ts";
import { verifierFichier } from "./commande.ts";
import { hasherNode as h } from "./hasher-node.ts";
import { sRapport } from "./rapport-public.ts";

let dossier = "";
const chemin = (nom: string) => join(dossier, nom);

beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), "probant-verifier-"));
  const bytes = assembler(h, compositionExemple());
  writeFileSync(chemin("bon.zip"), bytes);
  writeFileSync(chemin("mauvais.zip"), bytes.with(900, bytes[900]! ^ 4));
  writeFileSync(chemin("autre.zip"), "autre chose");
});
afterAll(() => rmSync(dossier, { recursive: true }));

async function run(nom: string, options: { cle?: string; json?: boolean } = {}): Promise<[number, string]> {
  let sortie = "";
  const code = await verifierFichier(chemin(nom), options, (texte) => {
    sortie += texte;
  });
  return [code, sortie];
}

describe("la commande verifier", () => {
  it("finit par 0 sur un dossier intact et dit ce qu’elle a contrôlé", async () => {
    const [code, sortie] = await run("bon.zip");
    expect(code).toBe(0);
    expect(sortie).toContain("Ce dossier est intact.");
    expect(sortie).toContain(`Empreinte  ${empreinteCle(h, CLE)}`);
    expect(sortie).toContain("12 faits, dont 9 montrés et 3 retenus");
  });

  it("finit par 1 sur un octet changé ou une autre clé", async () => {
    expect((await run("mauvais.zip"))[0]).toBe(1);
    expect((await run("bon.zip", { cle: "0".repeat(64) }))[0]).toBe(1);
    expect((await run("bon.zip", { cle: formatVkey(CLE) }))[0]).toBe(0);
  });

  it("finit par 2 quand la clé attendue est mal écrite, sans accuser le dossier", async () => {
    for (const cle of ["", "abc", `${formatVkey(CLE)}x`])
      expect(await run("bon.zip", { cle })).toEqual([
        2,
        expect.stringContaining("La clé attendue est mal écrite"),
      ]);
  });

  it("finit par 2 sur ce qu’elle ne peut pas lire, avec la raison", async () => {
    expect((await run("autre.zip"))[0]).toBe(2);
    expect(await run("absent.zip")).toEqual([
      2,
      expect.stringContaining("Il n’y a pas de fichier à ce nom."),
    ]);
    expect(await run(".")).toEqual([2, expect.stringContaining("C’est un dossier, pas un fichier")]);
  });

  it("donne le même rapport en JSON", async () => {
    const [code, sortie] = await run("bon.zip", { json: true });
    expect(code).toBe(0);
    expect(JSON.parse(sortie)).toMatchObject({
      format: "probant-verification/1",
      verdict: "intact",
      dossier: DOSSIER,
      faits: { total: 12, montres: 9, retenus: 3 },
    });
    const [, absent] = await run("absent.zip", { json: true });
    for (const texte of [sortie, absent, (await run("mauvais.zip", { json: true }))[1]])
      expect(sRapport.safeParse(JSON.parse(texte)).error).toBeUndefined();
    expect(JSON.parse(absent)).toMatchObject({ verdict: "illisible", dossier: null });
  });
});
