import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ErreurTrousseau } from "./erreur-trousseau.ts";
import { creerTrousseau } from "./fichier-trousseau.ts";
import { derivationDuTrousseau } from "./trousseau-scelle.ts";

test("un chemin que rien ne peut créer est refusé en français, sans attendre sans fin", async () => {
  const lieu = await mkdtemp(join(tmpdir(), "probant-trousseau-"));
  onTestFinished(() => rm(lieu, { recursive: true }));
  const fichier = join(lieu, "fichier");
  await writeFile(fichier, "à moi");
  for (const dossier of ["/proc/probant/cles", fichier, join(fichier, "dessous")]) {
    const refus = await creerTrousseau(join(dossier, "trousseau.json")).catch((e: unknown) => e);
    expect(refus, dossier).toBeInstanceOf(ErreurTrousseau);
    expect((refus as ErreurTrousseau).phrase).toContain(`ne peut pas être créé dans ${dossier}`);
    expect((refus as ErreurTrousseau).phrase).toContain("PROBANT_KEYRING");
  }
  expect(await readFile(fichier, "utf8")).toBe("à moi");
});

test("un dossier de clés est créé avec tous ses parents, pour son propriétaire seul", async () => {
  const lieu = await mkdtemp(join(tmpdir(), "probant-trousseau-"));
  onTestFinished(() => rm(lieu, { recursive: true }));
  const chemin = join(lieu, "un", "deux", "trousseau.json");
  await creerTrousseau(chemin);
  expect(JSON.parse(await readFile(chemin, "utf8"))).toMatchObject({ format: "probant-trousseau/3" });
});

test("un dossier, ou des liens qui tournent en rond, à la place du trousseau se disent", async () => {
  const lieu = await mkdtemp(join(tmpdir(), "probant-trousseau-"));
  onTestFinished(() => rm(lieu, { recursive: true }));
  await mkdir(join(lieu, "dossier"));
  await symlink(join(lieu, "boucle"), join(lieu, "boucle"));
  expect(() => derivationDuTrousseau(join(lieu, "dossier"))).toThrow(/un dossier porte ce nom\./);
  expect(() => derivationDuTrousseau(join(lieu, "boucle"))).toThrow(/des liens y tournent en rond\./);
  expect(derivationDuTrousseau(join(lieu, "absent"))).toBeNull();
});
