import { expect, it } from "vitest";
import { consulterOrganisme } from "../../src/usecases/organisme/changer-organisme.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";

const ORIGINE = "http://127.0.0.1:4180";
const JAUNE = "#ffcc00";
const VERT = "#1d5c3a";

async function ouvrir() {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller", m.organismeId, { gere: true });
  const lire = () => consulterOrganisme(m.maison, { organismeId: m.organismeId });
  return { ...m, nadia, lire };
}

async function envoyer(client: Client, champs: Record<string, string>) {
  const html = await (await client.get("/organisme/couleur")).text();
  const valeur = (nom: string) => new RegExp(`name="${nom}" value="([^"]*)"`).exec(html)?.[1] ?? "";
  return await client.post("/organisme/couleur", { jeton: valeur("jeton"), vu: valeur("vu"), ...champs });
}

it("une couleur qui se lit est gardée, racontée, et teinte les pages de l’organisme, pas celles d’un autre", async () => {
  const m = await ouvrir();
  expect(await (await m.nadia.get("/aujourdhui")).text()).not.toContain("/styles/couleur/");
  expect((await envoyer(m.nadia, { palette: VERT, code: "" })).status).toBe(303);
  const { organisme, changements } = await m.lire();
  expect(organisme.couleur).toBe(VERT);
  expect(changements[0]).toMatchObject({ quoi: `Couleur choisie, ${VERT}`, nom: expect.any(String) });
  for (const client of [m.nadia, await m.client("responsable"), await m.client("assistant")])
    expect(await (await client.get("/aujourdhui")).text()).toContain(
      '<link rel="stylesheet" href="/styles/couleur/1d5c3a.css"/>',
    );
  const ailleurs = await m.client("conseiller", await m.fonder());
  expect(await (await ailleurs.get("/aujourdhui")).text()).not.toContain("/styles/couleur/");
  expect(await (await m.app.request(`${ORIGINE}/connexion`)).text()).not.toContain("/styles/couleur/");
  expect(m.pannes).toEqual([]);
});

it("sa feuille est courte, gardée pour toujours, et n’existe que pour une couleur qui se lit", async () => {
  const { app } = await ouvrir();
  const feuille = await app.request(`${ORIGINE}/styles/couleur/1d5c3a.css`);
  expect([feuille.status, feuille.headers.get("content-type"), feuille.headers.get("cache-control")]).toEqual(
    [200, "text/css; charset=utf-8", "public, max-age=31536000, immutable"],
  );
  expect(await feuille.text()).toContain("--band:#1d5c3a");
  for (const code of ["ffcc00", "1D5C3A", "1d5c3", "rouge", "1d5c3a%3B"])
    expect([code, (await app.request(`${ORIGINE}/styles/couleur/${code}.css`)).status]).toEqual([code, 404]);
});

it("une couleur qui se lit mal est refusée avec sa mesure, et la plus proche se prend d’un bouton", async () => {
  const m = await ouvrir();
  const refus = await envoyer(m.nadia, { palette: JAUNE, code: "" });
  expect(refus.status).toBe(422);
  const html = (await refus.text()).replaceAll(/[\u00a0\u202f]/g, " ");
  const erreur = html.slice(html.indexOf('id="champ-palette-erreur"'));
  expect(erreur).toMatch(/Cette couleur se lit mal : 1,\d\d pour 1, il faut 4,50 pour 1/);
  expect(html).toContain(`type="color" id="champ-palette" name="palette" value="${JAUNE}"`);
  const proposee = /name="proposee" value="(#[0-9a-f]{6})"/.exec(html)?.[1] ?? "";
  expect(html).toContain(`Prendre ${proposee}`);
  expect((await m.lire()).organisme.couleur).toBeNull();
  expect((await envoyer(m.nadia, { palette: JAUNE, code: JAUNE, proposee })).status).toBe(303);
  expect((await m.lire()).organisme.couleur).toBe(proposee);
  expect(m.pannes).toEqual([]);
});

it("le code écrit compte à la place de la palette, avec ou sans dièse ; un nom de couleur est refusé à son champ", async () => {
  const m = await ouvrir();
  const refus = await envoyer(m.nadia, { palette: VERT, code: "bordeaux" });
  expect(refus.status).toBe(422);
  const html = await refus.text();
  expect(html.slice(html.indexOf('id="champ-code-erreur"'))).toContain("n’est pas un code de couleur");
  expect(html).toContain('value="bordeaux"');
  expect((await envoyer(m.nadia, { palette: VERT, code: " 00457C " })).status).toBe(303);
  expect((await m.lire()).organisme.couleur).toBe("#00457c");
  expect((await envoyer(m.nadia, { palette: "", code: "" })).status).toBe(422);
  expect(m.pannes).toEqual([]);
});

it("voir n’enregistre rien ; revenir aux couleurs de Probant est raconté aussi", async () => {
  const m = await ouvrir();
  const vue = await envoyer(m.nadia, { palette: VERT, code: "", voir: "oui" });
  expect(vue.status).toBe(200);
  expect(await vue.text()).toContain(`Papier : ses titres en ${VERT}`);
  expect((await m.lire()).version).toBe(1);
  await envoyer(m.nadia, { palette: VERT, code: "" });
  expect((await envoyer(m.nadia, { palette: VERT, code: "", sans: "oui" })).status).toBe(303);
  const { organisme, changements } = await m.lire();
  expect(organisme.couleur).toBeNull();
  expect(changements.map((ch) => ch.quoi)).toEqual(["Couleur retirée", `Couleur choisie, ${VERT}`]);
  expect(m.pannes).toEqual([]);
});

it("deux personnes à la fois : la seconde est prévenue, et rien de la sienne n’est perdu", async () => {
  const m = await ouvrir();
  await envoyer(m.nadia, { palette: VERT, code: "" });
  const tard = await m.nadia.post("/organisme/couleur", {
    jeton: "t",
    vu: "1",
    palette: "#00457c",
    code: "",
  });
  expect(tard.status).toBe(409);
  const html = await tard.text();
  expect(html).toContain(`Couleur choisie, ${VERT}`);
  expect(html).toContain('name="palette" value="#00457c"');
  expect((await m.lire()).organisme.couleur).toBe(VERT);
});
