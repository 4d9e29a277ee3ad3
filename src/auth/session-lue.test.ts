import { randomUUID } from "node:crypto";
import { betterAuth } from "better-auth";
import { describe, expect, test } from "vitest";
import { ouvrirBaseDeTest, ouvrirOrganisme } from "../../tests/harness/base.ts";
import { optionsDeComptes, ouvrirComptes } from "./comptes.ts";
import { ajouterMembre } from "./membres.ts";

const url = "http://127.0.0.1:4180";
const secret = "un secret de test assez long pour signer des cookies";
const NADIA = {
  nom: "Nadia Benali",
  courriel: "nadia@exemple.invalid",
  motDePasse: "une phrase assez longue",
};

async function entrer() {
  const base = await ouvrirBaseDeTest();
  const comptes = ouvrirComptes({ pool: base.pool, secret, url });
  const utilisateur = await comptes.creer(NADIA);
  const entree = await comptes.seConnecter(NADIA.courriel, NADIA.motDePasse, "203.0.113.7");
  if (entree.issue !== "ouverte") throw new Error(entree.issue);
  const cookie = entree.cookies.map((c) => c.split(";")[0]).join("; ");
  const bibliotheque = betterAuth(optionsDeComptes({ pool: base.pool, secret, url }));
  const demander = async (texte: string) => {
    const headers = new Headers({ cookie: texte });
    const [lue, selonElle] = [await comptes.quiEst(headers), await bibliotheque.api.getSession({ headers })];
    expect(lue?.utilisateurId).toBe(selonElle?.user.id);
    return lue;
  };
  return { base, utilisateur, cookie, demander };
}

describe("la session lue pour chaque page dit ce que dit la bibliothèque", () => {
  test("d’un cookie intact, seul ou parmi d’autres", async () => {
    const { utilisateur, cookie, demander } = await entrer();
    expect(await demander(cookie)).toEqual({
      utilisateurId: utilisateur,
      nom: NADIA.nom,
      courriel: NADIA.courriel,
      restreinte: false,
      parReseau: false,
      pretee: null,
      places: 0,
      choisie: false,
      aSecondFacteur: false,
      secondFacteurAvant: null,
      membre: null,
    });
    expect(await demander(`theme=sombre; ${cookie}; autre=1`)).not.toBeNull();
  });

  test("d’un cookie changé, coupé, étranger ou absent : personne", async () => {
    const { cookie, demander } = await entrer();
    const [nom = "", valeur = ""] = cookie.split(/=(.*)/);
    const autre = valeur.startsWith("a") ? "b" : "a";
    const mauvais = [
      "",
      `${nom}=`,
      `${nom}=${autre}${valeur.slice(1)}`,
      `${nom}=${valeur.slice(0, -4)}`,
      `${nom}=${valeur.split(".")[0]}`,
      `${nom}=%E0%A4%A`,
      `x${nom}=${valeur}`,
    ];
    for (const texte of mauvais) expect([texte, await demander(texte)]).toEqual([texte, null]);
  });

  test("d’une session finie ou effacée : personne", async () => {
    const { base, cookie, demander } = await entrer();
    await base.pool.query(`update session set "expiresAt" = now() - interval '1 second'`);
    expect(await demander(cookie)).toBeNull();
    await base.pool.query("delete from session");
    expect(await demander(cookie)).toBeNull();
  });
});

test("la session dit pour quel organisme, et comme quoi", async () => {
  const { base, utilisateur, cookie, demander } = await entrer();
  const organismeId = await ouvrirOrganisme(base, "Cabinet Horizon fictif");
  const membre = { organismeId, role: "conseiller", intervenant: randomUUID(), gere: true } as const;
  await ajouterMembre(base.pool, utilisateur, membre);
  expect((await demander(cookie))?.membre).toEqual({
    ...membre,
    dossier: null,
    sites: null,
    organisme: { nom: "Cabinet Horizon fictif" },
  });
});

test("la lecture de la session ne laisse pas la connexion sous un autre rôle", async () => {
  const { base, utilisateur, cookie, demander } = await entrer();
  const organismeId = await ouvrirOrganisme(base);
  await ajouterMembre(base.pool, utilisateur, { organismeId, role: "conseiller", intervenant: "i1" });
  await demander(cookie);
  const { rows } = await base.pool.query(
    "select current_user = session_user as chez_soi, coalesce(current_setting('probant.organisme', true), '') as ou",
  );
  expect(rows).toEqual([{ chez_soi: true, ou: "" }]);
});

test("une session qui sert encore après un jour est prolongée d’autant", async () => {
  const { base, cookie } = await entrer();
  const comptes = ouvrirComptes({ pool: base.pool, secret, url });
  const reste = async () => {
    const { rows } = await base.pool.query(
      `select extract(epoch from "expiresAt" - now()) / 86400 as j from session`,
    );
    return Number(rows[0].j);
  };
  await base.pool.query(`update session set "expiresAt" = now() + interval '5 days'`);
  expect(await comptes.quiEst(new Headers({ cookie }))).not.toBeNull();
  expect(await reste()).toBeGreaterThan(6.9);
});
