import { expect, it } from "vitest";
import { ouvrirMaisonDeTest } from "./maison.ts";

it("une maison de test est entière : on y entre, on y lit, et un inconnu est renvoyé à l’entrée", async () => {
  const { app, client, pannes } = await ouvrirMaisonDeTest();
  const nadia = await client("conseiller");
  expect((await nadia.get("/aide/inconnue")).status).toBe(404);
  expect((await nadia.get("/")).headers.get("location")).toBe("/aujourdhui");
  expect((await app.request("/")).headers.get("location")).toBe("/connexion?suite=%2F");
  expect((await nadia.post("/deconnexion")).status).toBe(303);
  expect((await nadia.get("/")).headers.get("location")).toBe("/connexion?suite=%2F");
  expect(pannes).toEqual([]);
});
