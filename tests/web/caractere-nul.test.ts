import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { ACCES } from "../../src/web/acces.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

const PORTES = Object.keys(ACCES)
  .filter((route) => route.startsWith("POST ") && route !== "POST /deconnexion")
  .map((route) => route.slice(5).replace(/:\w+/g, () => randomUUID()));

it("un caractère nul dans un formulaire se dit partout, et n’arrête rien", async () => {
  const m = await ouvrirMaisonDeTest();
  const qui = await m.client("conseiller", m.organismeId, { gere: true });
  expect(PORTES.length).toBeGreaterThan(50);
  const statuts = new Map<string, number>();
  for (const porte of PORTES) {
    const reponse = await qui.post(porte, { cle: "a\0b", session: "a\0b", reponse: "a\0b", jeton: "a\0b" });
    statuts.set(porte, reponse.status);
    if (reponse.status === 400) expect(await reponse.text()).toContain("Cet envoi ne se lit pas");
  }
  expect([...statuts].filter(([, statut]) => ![303, 400, 403, 404].includes(statut))).toEqual([]);
  for (const porte of ["/connexion/cle", "/compte/appareils", "/compte/cles/retirer", "/dossiers/nouveau"]) {
    expect([porte, statuts.get(porte)]).toEqual([porte, 400]);
  }
});

it("un nom de champ qui en cache un n’est pas lu non plus", async () => {
  const m = await ouvrirMaisonDeTest();
  const qui = await m.client("conseiller");
  expect((await qui.post("/dossiers/nouveau", { "a\0": "b" })).status).toBe(400);
});

it("une clé d’accès qui en cache un derrière un code n’ouvre rien", async () => {
  const m = await ouvrirMaisonDeTest();
  const qui = await m.client("conseiller");
  const reponse = `{"id":"a\\u0000b","rawId":"a","type":"public-key","response":{}}`;
  expect((await qui.post("/connexion/cle", { reponse })).status).toBe(422);
});
