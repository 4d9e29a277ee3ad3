import { expect, it } from "vitest";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

it("qui n’a pas pu se déconnecter le lit, et peut recommencer", async () => {
  const { client, maison } = await ouvrirMaisonDeTest();
  const nadia = await client("conseiller");
  await maison.base.pool.query(`
    create function panne() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
    create trigger panne before delete on session for each row execute function panne();`);
  const refus = await nadia.post("/deconnexion");
  expect(refus.status).toBe(503);
  expect(refus.headers.getSetCookie()).toEqual([]);
  expect(await refus.text()).toContain("Vous êtes encore connecté");
  expect((await nadia.get("/aujourdhui")).status).toBe(200);

  await maison.base.pool.query("drop trigger panne on session");
  const sortie = await nadia.post("/deconnexion");
  expect([sortie.status, sortie.headers.get("location")]).toEqual([303, "/connexion"]);
  expect((await nadia.get("/aujourdhui")).headers.get("location")).toContain("/connexion");
});
