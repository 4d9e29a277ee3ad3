import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { SECRETS_FAUX_MAX } from "../../src/auth/essais.ts";
import { DUREE_DES_LIENS, empreinteDe } from "../../src/auth/liens.ts";
import { ACCES } from "../../src/web/acces.ts";
import { ouvrirMaisonDeTest, URL_DE_TEST } from "../harness/maison.ts";

type Maison = Awaited<ReturnType<typeof ouvrirMaisonDeTest>>;

/** Every route whose address is a secret, read from the table. */
const SECRETES = Object.keys(ACCES).filter((r) => r.includes("/:jeton"));

async function demander(m: Maison, route: string, jeton: string, remoteAddress: string) {
  const [method = "", motif = ""] = route.split(" ");
  const init: RequestInit =
    method === "POST" ? { method, body: new URLSearchParams(), headers: { origin: URL_DE_TEST } } : {};
  const chemin = `${URL_DE_TEST}${motif.replace(":jeton", jeton)}`;
  return await m.app.request(chemin, init, { incoming: { socket: { remoteAddress } } });
}

async function lien(m: Maison, usage: "connexion" = "connexion") {
  const utilisateurId = await m.comptes.trouverOuCreer({
    nom: "Alix Fictif",
    courriel: "alix@exemple.invalid",
  });
  return { utilisateurId, jeton: await m.comptes.creerLien({ usage, utilisateurId }) };
}

const faux = () => randomBytes(32).toString("base64url");

it("qui essaie des secrets au hasard est arrêté au vingt et unième, quelle que soit la page", async () => {
  const m = await ouvrirMaisonDeTest();
  expect(SECRETES.length).toBeGreaterThanOrEqual(6);
  for (const [rang, route] of SECRETES.entries()) {
    const adresse = `203.0.113.${rang + 1}`;
    const statuts: number[] = [];
    for (let i = 0; i <= SECRETS_FAUX_MAX; i += 1)
      statuts.push((await demander(m, route, faux(), adresse)).status);
    expect([route, statuts.slice(0, -1).every((s) => s === 404), statuts.at(-1)]).toEqual([route, true, 429]);
  }
  expect(m.pannes).toEqual([]);
}, 60_000);

it("le frein dit quand revenir, ne dit pas si un secret est juste, et tombe au bout d’un quart d’heure", async () => {
  const m = await ouvrirMaisonDeTest();
  const { jeton } = await lien(m);
  const adresse = "203.0.113.9";
  const route = "GET /lien/:jeton";
  for (let i = 0; i < SECRETS_FAUX_MAX; i += 1) await demander(m, route, faux(), adresse);
  const [juste, errone] = [
    await demander(m, route, jeton, adresse),
    await demander(m, route, faux(), adresse),
  ];
  expect([juste.status, errone.status]).toEqual([429, 429]);
  expect(Number(juste.headers.get("retry-after"))).toBeGreaterThan(800);
  expect(await juste.text()).toBe(await errone.text());
  // A forged header changes nothing, and a neighbour is not shut out.
  expect((await demander(m, route, jeton, "203.0.113.10")).status).toBe(200);
  await m.maison.base.pool.query(`update limite set "lastRequest" = "lastRequest" - 900000`);
  expect((await demander(m, route, jeton, adresse)).status).toBe(200);
});

it("des milliers d’essais d’un réseau n’en font que vingt : le reste n’est même pas cherché", async () => {
  const m = await ouvrirMaisonDeTest();
  let [cherches, refuses] = [0, 0];
  const debut = performance.now();
  for (let i = 0; i < 2_000; i += 1) {
    const { status } = await demander(m, "POST /lien/:jeton", faux(), "2001:db8:1:2::1");
    if (status === 404) cherches += 1;
    else if (status === 429) refuses += 1;
  }
  const parSeconde = 2_000 / ((performance.now() - debut) / 1000);
  expect([cherches, refuses]).toEqual([SECRETS_FAUX_MAX, 1_980]);
  // At twenty a quarter of an hour, a hundred thousand guesses take fifty-two days from one network, for 2^256 secrets.
  expect(((100_000 / SECRETS_FAUX_MAX) * 15) / 60 / 24).toBeGreaterThan(50);
  process.stdout.write(
    `secrets : 2 000 essais, ${cherches} cherchés, ${Math.round(parSeconde)} par seconde\n`,
  );
}, 60_000);

it("visiter son lien autant qu’on veut ne ferme rien à personne", async () => {
  const m = await ouvrirMaisonDeTest();
  const { jeton } = await lien(m);
  for (let i = 0; i < 3 * SECRETS_FAUX_MAX; i += 1) {
    expect((await demander(m, "GET /lien/:jeton", jeton, "203.0.113.7")).status).toBe(200);
  }
});

it("un secret a 128 bits au moins, sert une fois, meurt à son heure, et la base n’en garde que l’empreinte", async () => {
  const m = await ouvrirMaisonDeTest();
  const { utilisateurId, jeton } = await lien(m);
  const jetons = [jeton];
  for (let i = 0; i < 200; i += 1) {
    jetons.push(await m.comptes.creerLien({ usage: "connexion", utilisateurId }));
  }
  expect(new Set(jetons).size).toBe(jetons.length);
  for (const j of jetons) expect(Buffer.from(j, "base64url").length).toBeGreaterThanOrEqual(16);
  const { rows } = await m.maison.base.pool.query("select t::text as ligne, empreinte from lien_secret t");
  expect(rows.some((r) => jetons.some((j) => r.ligne.includes(j)))).toBe(false);
  expect(rows.some((r) => empreinteDe(jeton).equals(r.empreinte))).toBe(true);
  const deux = await Promise.all(
    [1, 2].map((i) => demander(m, "POST /lien/:jeton", jeton, `203.0.113.${i}`)),
  );
  expect(deux.map((r) => r.status).sort()).toEqual([303, 404]);
  await m.maison.base.pool.query("update lien_secret set expire_le = expire_le - make_interval(secs => $1)", [
    DUREE_DES_LIENS.connexion,
  ]);
  expect((await demander(m, "POST /lien/:jeton", jetons[1]!, "203.0.113.3")).status).toBe(404);
});

it("l’adresse secrète ne part vers aucun autre site, et n’est gardée par aucun cache", async () => {
  const m = await ouvrirMaisonDeTest();
  const { jeton } = await lien(m);
  for (const route of SECRETES) {
    const reponse = await demander(m, route, route.includes("/lien/") ? jeton : faux(), "203.0.113.7");
    expect([route, reponse.headers.get("referrer-policy")]).toEqual([route, "same-origin"]);
    expect([route, reponse.headers.get("cache-control")]).toEqual([route, "no-store"]);
    expect(await reponse.text()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  }
});
