// Freezes what this version keeps, for the upgrades of those that follow: `node tests/versions/figer.ts FICHIER`. Run once
// for a version that people use, and never again for it: a file that was frozen is what an installation once wrote.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ouvrirComptes } from "../../src/auth/comptes.ts";
import { lireConfig } from "../../src/config.ts";
import { raconterDemonstration } from "../../src/demonstration/raconter.ts";
import { ouvrirMaison } from "../../src/main/ouvrir-maison.ts";
import { migrationsFaites, tablesPresentes } from "../../src/store/sauvegarde/tables-presentes.ts";
import { tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import { jour } from "../../src/values/jour.ts";
import type { Figees } from "./figees.ts";

/** Lives of a minute, or of one sending: no upgrade has anything to do with them. */
const LAISSEES = ["acte_recu", "session", "limite", "verification"];

const [fichier] = process.argv.slice(2);
if (fichier === undefined) throw new Error("which file?");
const dossier = await mkdtemp(join(tmpdir(), "probant-figer-"));
const cles = join(dossier, "cles");
const env = { PROBANT_DATA: join(dossier, "donnees"), PROBANT_KEYRING: join(cles, "trousseau.json") };
const maison = await ouvrirMaison(lireConfig(env, dossier), "serveur");
try {
  const { base, trousseau } = maison;
  const comptes = ouvrirComptes({
    pool: base.pool,
    secret: trousseau.secretDeSession(),
    url: "http://localhost",
  });
  await raconterDemonstration(maison, comptes, jour("2026-11-24"), { dossiers: 0 }, () => undefined);
  await tenirLesJournaux(maison);
  const client = await base.pool.connect();
  const figees: Figees = { migrations: await migrationsFaites(client), tables: [], cles: {} };
  for (const { nom } of await tablesPresentes(client)) {
    const { rows } = await client.query<{ ligne: Record<string, unknown> }>(
      `select to_jsonb(t) as ligne from "${nom}" t order by t::text`,
    );
    const lignes = LAISSEES.includes(nom) ? [] : rows.map((r) => r.ligne);
    if (lignes.length > 0) figees.tables.push({ nom, lignes });
  }
  client.release();
  for (const nom of await readdir(cles, { withFileTypes: true })) {
    if (nom.isFile()) figees.cles[nom.name] = await readFile(join(cles, nom.name), "utf8");
  }
  await writeFile(fichier, gzipSync(JSON.stringify(figees), { level: 9 }));
} finally {
  await maison.fermer();
  await rm(dossier, { recursive: true });
}
