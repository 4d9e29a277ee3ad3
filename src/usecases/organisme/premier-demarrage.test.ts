import { expect, it } from "vitest";
import { ouvrirMaisonDeTest } from "../../../tests/harness/maison.ts";
import { BILAN } from "../../law/bilan-exemple.ts";
import { fonderOrganisme } from "./fonder-organisme.ts";
import { estInstalle, fonderParCode, lireCode, preparerUnOrganisme } from "./premier-demarrage.ts";

const FONDATRICE = {
  nom: "Alix Fictif",
  courriel: "Alix@exemple.example",
  motDePasse: "quatre mots faciles à retenir",
  intervenant: "i1",
};

type MaisonDeTest = Awaited<ReturnType<typeof ouvrirMaisonDeTest>>;

async function fonderPremier(m: MaisonDeTest, code: string, fondateur = FONDATRICE) {
  return await fonderParCode(m.maison, m.comptes, code, BILAN.organisme, fondateur);
}

async function compter(m: MaisonDeTest) {
  const { rows } = await m.maison.base.pool.query(
    `select (select count(*) from organisme) as organismes, (select count(*) from utilisateur) as comptes,
      (select count(*) from membre where gere) as gerants`,
  );
  return rows[0];
}

it("demandée vingt fois en même temps, la fondation a lieu une fois", async () => {
  const m = await ouvrirMaisonDeTest({ fondee: false });
  const code = await preparerUnOrganisme(m.maison);
  const envois = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      fonderPremier(m, code, { ...FONDATRICE, courriel: `alix${i}@exemple.example` }),
    ),
  );
  expect(envois.filter((e) => e.issue === "fondee")).toHaveLength(1);
  expect(await compter(m)).toEqual({ organismes: 1, comptes: 1, gerants: 1 });
  expect(await fonderPremier(m, code)).toEqual({ issue: "deja" });
});

it("un compte refusé ne laisse pas d’organisme, et la fondation peut être redemandée", async () => {
  const m = await ouvrirMaisonDeTest({ fondee: false });
  const code = await preparerUnOrganisme(m.maison);
  const fonder = (motDePasse: string) => fonderPremier(m, code, { ...FONDATRICE, motDePasse });
  await expect(fonder("trop court")).rejects.toThrow();
  expect(await estInstalle(m.maison)).toBe(false);
  expect(await fonder(FONDATRICE.motDePasse)).toMatchObject({ issue: "fondee" });
});

it("le second compte refusé, le premier ne garde pas son adresse prise", async () => {
  const m = await ouvrirMaisonDeTest({ fondee: false });
  const fonder = (motDePasse: string) =>
    fonderOrganisme(m.maison, m.comptes, BILAN.organisme, [
      { ...FONDATRICE, gere: true },
      { ...FONDATRICE, courriel: "sacha@exemple.example", motDePasse },
    ]);
  await expect(fonder("trop court")).rejects.toThrow();
  expect(await compter(m)).toEqual({ organismes: 0, comptes: 1, gerants: 0 });
  await fonder(FONDATRICE.motDePasse);
  expect(await compter(m)).toEqual({ organismes: 1, comptes: 2, gerants: 1 });
});

it.each(["organisme", "membre", "compte"])(
  "une panne en écrivant « %s » laisse tout à refaire",
  async (table) => {
    const m = await ouvrirMaisonDeTest({ fondee: false });
    const { pool } = m.maison.base;
    await pool.query(`create function casser() returns trigger language plpgsql as $$
    begin raise exception 'panne voulue'; end $$`);
    await pool.query(`create trigger casse before insert on ${table} for each row execute function casser()`);
    const code = await preparerUnOrganisme(m.maison);
    const fonder = () => fonderPremier(m, code);
    await expect(fonder()).rejects.toThrow();
    expect(await compter(m)).toMatchObject({ organismes: 0, gerants: 0 });
    await pool.query(`drop trigger casse on ${table}`);
    expect(await fonder()).toMatchObject({ issue: "fondee" });
    expect(await compter(m)).toEqual({ organismes: 1, comptes: 1, gerants: 1 });
  },
);

it("une fois fondé, la connexion revient sous son propre rôle", async () => {
  const m = await ouvrirMaisonDeTest({ fondee: false });
  await fonderPremier(m, await preparerUnOrganisme(m.maison));
  const { rows } = await m.maison.base.pool.query("select current_user = session_user as chez_soi");
  expect(rows).toEqual([{ chez_soi: true }]);
});

it("un organisme de plus se fonde par son code, une fois, le jour même ou le lendemain", async () => {
  const m = await ouvrirMaisonDeTest({ fondee: false });
  const premier = await preparerUnOrganisme(m.maison);
  await fonderPremier(m, premier);
  m.regler("2026-11-24T09:00:00.000Z");
  const code = await preparerUnOrganisme(m.maison);
  expect([await lireCode(m.maison, premier), await lireCode(m.maison, code)]).toEqual(["servi", "ouvert"]);
  expect(
    await lireCode(
      m.maison,
      code.replace(/^./, (c) => (c === "0" ? "1" : "0")),
    ),
  ).toBe("faux");
  m.regler("2026-11-26T09:00:00.000Z");
  expect(await lireCode(m.maison, code)).toBe("faux");
  m.regler("2026-11-25T09:00:00.000Z");
  expect(await fonderPremier(m, code)).toEqual({ issue: "adresse" });
  const autre = { ...FONDATRICE, courriel: "sacha@exemple.example" };
  expect(await fonderPremier(m, code, autre)).toMatchObject({ issue: "fondee" });
  expect(await fonderPremier(m, code, autre)).toEqual({ issue: "deja" });
  expect(await compter(m)).toEqual({ organismes: 2, comptes: 2, gerants: 2 });
});
