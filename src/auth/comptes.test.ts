import { getMigrations } from "better-auth/db/migration";
import { expect, it } from "vitest";
import { ouvrirBaseDeTest } from "../../tests/harness/base.ts";
import { optionsDeComptes, ouvrirComptes } from "./comptes.ts";

const url = "http://127.0.0.1:4180";
const secret = "un secret de test assez long pour signer des cookies";
const cookies = (recus: string[]) => new Headers({ cookie: recus.map((c) => c.split(";")[0]).join("; ") });
const nadia = {
  nom: "Nadia Benali",
  courriel: "nadia@horizon.example",
  motDePasse: "une phrase assez longue",
};
/** The database as it is when it cannot write. */
const REFUS_D_EFFACER = `
  create function panne() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
  create trigger panne before delete on session for each row execute function panne();`;

it("les tables sont exactement celles que la bibliothèque attend", async () => {
  const base = await ouvrirBaseDeTest();
  const { toBeCreated, toBeAdded } = await getMigrations(optionsDeComptes({ pool: base.pool, secret, url }));
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});

it("on entre avec son mot de passe, on sort, et la session est bien morte", async () => {
  const base = await ouvrirBaseDeTest();
  const comptes = ouvrirComptes({ pool: base.pool, secret, url });
  await comptes.creer(nadia);
  const entree = await comptes.seConnecter(nadia.courriel, nadia.motDePasse, "203.0.113.7");
  if (entree.issue !== "ouverte") return expect.fail(entree.issue);
  const session = cookies(entree.cookies);
  expect((await comptes.quiEst(session))?.nom).toBe("Nadia Benali");
  expect((await comptes.seDeconnecter(session)).issue).toBe("fermee");
  expect(await comptes.quiEst(session)).toBeNull();
});

it("une déconnexion que la base n’a pas suivie n’est pas dite réussie", async () => {
  const base = await ouvrirBaseDeTest();
  const comptes = ouvrirComptes({ pool: base.pool, secret, url });
  await comptes.creer(nadia);
  const entree = await comptes.seConnecter(nadia.courriel, nadia.motDePasse, "203.0.113.7");
  if (entree.issue !== "ouverte") return expect.fail(entree.issue);
  const session = cookies(entree.cookies);
  await base.pool.query(REFUS_D_EFFACER);
  expect(await comptes.seDeconnecter(session)).toEqual({ issue: "echouee" });
  expect((await comptes.quiEst(session))?.nom).toBe("Nadia Benali");
  await base.pool.query("drop trigger panne on session");
  expect((await comptes.seDeconnecter(session)).issue).toBe("fermee");
});

it("un mauvais mot de passe est refusé, puis ralenti, même en changeant d’en-tête", async () => {
  const base = await ouvrirBaseDeTest();
  const comptes = ouvrirComptes({ pool: base.pool, secret, url });
  await comptes.creer(nadia);
  const issues: string[] = [];
  for (let i = 0; i < 12; i += 1) {
    issues.push((await comptes.seConnecter(nadia.courriel, `faux ${i}`, "203.0.113.7")).issue);
  }
  expect(issues.slice(0, 10).every((i) => i === "refusee")).toBe(true);
  expect(issues.slice(10)).toEqual(["trop_d_essais", "trop_d_essais"]);
  expect((await comptes.seConnecter(nadia.courriel, nadia.motDePasse, "203.0.113.8")).issue).toBe("ouverte");
});

it("un bureau entier entre derrière une seule adresse, malgré les étourdis", async () => {
  const base = await ouvrirBaseDeTest();
  const comptes = ouvrirComptes({ pool: base.pool, secret, url });
  await comptes.creer(nadia);
  for (let i = 0; i < 15; i += 1) {
    await comptes.seConnecter(`collegue.${i}@horizon.example`, "une phrase oubliée", "203.0.113.7");
    const entree = await comptes.seConnecter(nadia.courriel, nadia.motDePasse, "203.0.113.7");
    expect([i, entree.issue]).toEqual([i, "ouverte"]);
  }
}, 30_000);
