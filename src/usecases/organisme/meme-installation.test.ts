import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ouvrirMaisonDeTest } from "../../../tests/harness/maison.ts";
import { ouvrirTrousseau } from "../../vault/trousseau.ts";
import { exigerLaMemeInstallation } from "./meme-installation.ts";

const autreTrousseau = async () =>
  await ouvrirTrousseau(join(await mkdtemp(join(tmpdir(), "probant-autre-")), "trousseau.json"));

it("le trousseau de l’installation est accepté, avant comme après la fondation", async () => {
  const m = await ouvrirMaisonDeTest({ fondee: false });
  await expect(exigerLaMemeInstallation(m.maison)).resolves.toBeUndefined();
  await m.fonder();
  await expect(exigerLaMemeInstallation(m.maison)).resolves.toBeUndefined();
});

it("celui d’une autre installation est refusé", async () => {
  const m = await ouvrirMaisonDeTest();
  const autre = { ...m.maison, trousseau: await autreTrousseau() };
  await expect(exigerLaMemeInstallation(autre)).rejects.toThrow("pas celui de ces données");
});

it("une base neuve à côté d’un trousseau qui a servi est refusée", async () => {
  const m = await ouvrirMaisonDeTest({ fondee: false });
  await m.maison.trousseau.assurerSignataire("0b4c7f0e-0000-4000-8000-000000000001");
  await m.maison.base.pool.query("update kysely_migration set timestamp = '2999-01-01T00:00:00.000Z'");
  await expect(exigerLaMemeInstallation(m.maison)).rejects.toThrow("La base de données est neuve");
});

it("un registre plus ancien que les données est refusé", async () => {
  const m = await ouvrirMaisonDeTest({ fondee: false });
  await m.maison.base.pool.query("alter table destruction disable row level security");
  await m.maison.base.pool.query(
    "alter table destruction drop constraint destruction_organisme_id_dossier_id_fkey",
  );
  await m.maison.base.pool.query(
    `insert into destruction (organisme_id, dossier_id, n, cle_externe, demandee_le, effective_le, ligne)
       values (gen_random_uuid(), gen_random_uuid(), 1, 'x', now(), now(), 1)`,
  );
  await expect(exigerLaMemeInstallation(m.maison)).rejects.toThrow("plus ancien que ces données");
});
