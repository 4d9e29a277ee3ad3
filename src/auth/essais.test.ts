import { expect, it } from "vitest";
import { type BaseDeTest, ouvrirBaseDeTest } from "../../tests/harness/base.ts";
import { ESSAIS_MAX, essaisDe } from "./essais.ts";

const NADIA = "nadia@horizon.example";

const essayer = (base: BaseDeTest, courriel: string, adresse: string) =>
  essaisDe({ pool: base.pool, secret: "un secret de test" }, courriel, adresse).compter();

async function echouer(base: BaseDeTest, fois: number, courriel: string, adresse: (i: number) => string) {
  for (let i = 0; i < fois; i += 1) expect(await essayer(base, courriel, adresse(i))).toBeNull();
}

it("un compte se ferme à qui l’essaie trop d’un endroit, et reste ouvert ailleurs", async () => {
  const base = await ouvrirBaseDeTest();
  await echouer(base, ESSAIS_MAX.compteDIci, NADIA, () => "203.0.113.7");
  expect(await essayer(base, ` ${NADIA.toUpperCase()} `, "::ffff:203.0.113.7")).toBeGreaterThan(800);
  // Trying on while refused closes nothing more.
  for (let i = 0; i < ESSAIS_MAX.compte; i += 1) await essayer(base, NADIA, "203.0.113.7");
  expect(await essayer(base, NADIA, "203.0.113.8")).toBeNull();
  expect(await essayer(base, "yves@horizon.example", "203.0.113.7")).toBeNull();
});

it("un compte essayé de partout se ferme, et son réseau essayé sur tous les comptes aussi", async () => {
  const base = await ouvrirBaseDeTest();
  await echouer(base, ESSAIS_MAX.compte, NADIA, (i) => `198.51.100.${i}`);
  expect(await essayer(base, NADIA, "192.0.2.1")).toBeGreaterThan(800);
  for (let i = 0; i < ESSAIS_MAX.prefixe; i += 1) {
    expect(await essayer(base, `compte.${i}@horizon.example`, `2001:db8::${i.toString(16)}`)).toBeNull();
  }
  expect(await essayer(base, "un.autre@horizon.example", "2001:db8::ffff")).toBeGreaterThan(800);
});

it("le quart d’heure passé, tout se rouvre ; un succès efface ses propres essais", async () => {
  const base = await ouvrirBaseDeTest();
  await echouer(base, ESSAIS_MAX.compteDIci, NADIA, () => "203.0.113.7");
  await base.pool.query(`update limite set "lastRequest" = "lastRequest" - 900000`);
  await echouer(base, ESSAIS_MAX.compteDIci, NADIA, () => "203.0.113.7");
  await essaisDe({ pool: base.pool, secret: "un secret de test" }, NADIA, "203.0.113.7").oublier();
  await echouer(base, ESSAIS_MAX.compteDIci, NADIA, () => "203.0.113.7");
  const { rows } = await base.pool.query<{ key: string }>("select key from limite");
  expect(JSON.stringify(rows)).not.toMatch(/nadia|203/);
});
