import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { preparerRessources, routesDesRessources } from "./ressources.ts";

const ressources = preparerRessources();
const app = routesDesRessources(ressources);

test("chaque adresse citée par une page est servie pour toujours", async () => {
  for (const adresse of Object.values(ressources.adresses)) {
    const r = await app.request(adresse);
    expect(r.status).toBe(200);
    expect(r.headers.get("cache-control")).toContain("immutable");
    expect((await r.arrayBuffer()).byteLength).toBeGreaterThan(200);
  }
});

test("la feuille compressée est la feuille", async () => {
  const url = ressources.adresses.feuille;
  const [br, brut] = await Promise.all([
    app.request(url, { headers: { "accept-encoding": "gzip, br" } }),
    app.request(url),
  ]);
  expect(br.headers.get("content-encoding")).toBe("br");
  const texte = brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString("utf8");
  expect(texte).toBe(await brut.text());
});

test("une ancienne adresse n’est plus servie", async () => {
  expect((await app.request("/styles/probant.000000000000.css")).status).toBe(404);
});

test("une première vue laisse à la page au moins 15 Ko sur les 60 permis", () => {
  const chargees = [...Object.values(ressources.adresses), ...["brygada"].map(adresseDeLaPolice)];
  const octets = chargees.reduce((total, url) => {
    const f = ressources.fichiers.get(url);
    return total + (f?.br ?? f?.brut ?? new Uint8Array()).length;
  }, 0);
  expect(chargees.length + 1).toBeLessThanOrEqual(6);
  expect(octets).toBeLessThanOrEqual(45 * 1024);
});

function adresseDeLaPolice(nom: string): string {
  return [...ressources.fichiers.keys()].find((u) => u.startsWith(`/polices/${nom}.`)) ?? "";
}
