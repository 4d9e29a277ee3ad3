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
