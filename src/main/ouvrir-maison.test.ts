import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { dossierTemporaire } from "../../tests/harness/enfant-postgres.ts";
import { lireOrigine } from "../../tests/harness/origine.ts";
import { lireConfig } from "../config.ts";
import { ErreurTrousseau } from "../vault/erreur-trousseau.ts";
import { ouvrirMaison } from "./ouvrir-maison.ts";

test("un trousseau abîmé se dit seul : ce qui était ouvert se ferme dans l’ordre, sans accuser la base", async () => {
  const donnees = await dossierTemporaire();
  await mkdir(join(donnees, "cles"));
  await writeFile(join(donnees, "cles", "trousseau.json"), "abîmé", { mode: 0o600 });
  const dit = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    const config = lireConfig({ PROBANT_DATA: donnees, PROBANT_PG_BINAIRES: lireOrigine() }, donnees);
    await expect(ouvrirMaison(config, "serveur")).rejects.toBeInstanceOf(ErreurTrousseau);
    const phrases = dit.mock.calls.map(([texte]) => String(texte));
    expect(phrases.at(-1)).toMatch(/^Création de la base de données/);
  } finally {
    dit.mockRestore();
  }
});
