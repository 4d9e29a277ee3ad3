import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { comprimer } from "./comprimer.ts";

const PAGE = `<p>${"Séance tenue, signée par les deux. ".repeat(200)}</p>`;
const app = new Hono()
  .use(comprimer)
  .get("/page", (c) => c.html(PAGE, 422, { "cache-control": "no-store" }))
  .get("/courte", (c) => c.html("<p>court</p>"))
  .get("/fichier", (c) => c.body(PAGE, 200, { "content-type": "text/csv" }));
const demander = (chemin: string, codages: string) =>
  app.request(chemin, { headers: { "accept-encoding": codages } });

test.each([
  ["gzip, deflate, br", "br", brotliDecompressSync],
  ["gzip", "gzip", gunzipSync],
] as const)("une page demandée en « %s » arrive en %s, entière", async (codages, codage, lire) => {
  const reponse = await demander("/page", codages);
  expect(reponse.status).toBe(422);
  expect(Object.fromEntries(reponse.headers)).toMatchObject({
    "content-encoding": codage,
    vary: "accept-encoding",
    "cache-control": "no-store",
    "content-type": "text/html; charset=UTF-8",
  });
  const octets = Buffer.from(await reponse.arrayBuffer());
  expect(octets.length).toBeLessThan(PAGE.length / 10);
  expect(lire(octets).toString("utf8")).toBe(PAGE);
});

test.each([
  ["/page", ""],
  ["/courte", "br"],
  ["/fichier", "br"],
])("%s demandé en « %s » arrive tel quel", async (chemin, codages) => {
  const reponse = await demander(chemin, codages);
  expect(reponse.headers.has("content-encoding")).toBe(false);
  expect(await reponse.text()).toBe(chemin === "/courte" ? "<p>court</p>" : PAGE);
});
