import { expect, it } from "vitest";
import { PAR_MINUTE } from "../../src/usecases/brouillons/souvent.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import type { Client } from "../harness/maison.ts";
import { champ, plat } from "../harness/page.ts";
import { chezElle } from "../harness/personne.ts";

const ICI = "/mon-bilan/questionnaire/parcours";
const lue = (page: string) => /<textarea[^>]*>([^<]*)<\/textarea>/.exec(page)?.[1]?.trim();

/** One page on one device, as its script sends it: what the server answers becomes its version. */
async function ouvrir(elle: Client) {
  const page = plat(await (await elle.get(ICI)).text());
  const caches = Object.fromEntries(
    ["version", "moment", "redaction", "pour", "aPart"]
      .map((nom) => [nom, champ(page, nom)])
      .filter(([, valeur]) => valeur !== ""),
  ) as Record<string, string>;
  const poster = async (reponse: string) => {
    const recue = await elle.post(`${ICI}/brouillon`, { ...caches, reponse });
    const dit = (await recue.json()) as { phrase: string; garde: boolean; version?: number };
    return { statut: recue.status, ...dit, phrase: plat(dit.phrase) };
  };
  const ecrire = async (reponse: string) => {
    const dit = await poster(reponse);
    if (dit.version !== undefined) caches.version = String(dit.version);
    return dit;
  };
  const bouton = (reponse: string, suite = {}) => elle.post(ICI, { ...caches, reponse, ...suite });
  return { page, poster, ecrire, bouton };
}

it("ce qui s’écrit est gardé sans fait, scellé, repris sur un autre appareil, et oublié à la fin", async () => {
  const { m, conseiller, reference, elle } = await chezElle(BILAN_REMIS.slice(0, 3));
  const faits = async () => (await consulterDossier(m.maison, conseiller.auteur, reference))!.faits.length;
  const avant = await faits();
  const telephone = await ouvrir(elle);
  const dit = await telephone.ecrire("Vingt ans de vente, à Lille.");
  expect(dit).toMatchObject({ statut: 200, garde: true, phrase: "Enregistré à 10 h." });
  expect((await telephone.ecrire("Vingt ans de vente, à Lille puis à Arras.")).version).toBe(2);
  expect(await faits()).toBe(avant);
  const { rows } = await m.maison.base.pool.query<{ scelle: Buffer }>("select scelle from brouillon");
  expect(rows).toHaveLength(1);
  expect(rows[0]!.scelle.toString("utf8")).not.toContain("Arras");
  // Her counsellor reads given answers only.
  for (const chemin of ["", "/notes"]) {
    expect(await (await conseiller.get(`/dossiers/${reference}${chemin}`)).text()).not.toContain("Arras");
  }
  const ailleurs = await ouvrir(elle);
  expect(lue(ailleurs.page)).toBe("Vingt ans de vente, à Lille puis à Arras.");
  expect(ailleurs.page).toContain("Vous reprenez votre brouillon. Enregistré à 10 h.");
  m.regler("2026-11-25T13:32:00.000Z");
  expect((await ouvrir(elle)).page).toContain("Enregistré le 24 novembre 2026 à 10 h.");
  expect((await ailleurs.ecrire("Tout.")).phrase).toBe("Enregistré à 14 h 32.");
  const fin = await (await elle.get("/mon-bilan/questionnaire")).text();
  const jeton = champ(fin, "jeton");
  expect((await elle.post("/mon-bilan/questionnaire", { jeton, moment: "entretien" })).status).toBe(303);
  expect((await m.maison.base.pool.query("select 1 from brouillon")).rowCount).toBe(0);
  // A page still open elsewhere is told so, with its words.
  expect(await ailleurs.ecrire("Encore.")).toMatchObject({ statut: 409, garde: false, fini: true });
  expect(m.pannes).toEqual([]);
});

it("deux appareils à la fois : aucun n’efface l’autre, les deux se montrent, et elle choisit", async () => {
  const { m, elle } = await chezElle(BILAN_REMIS.slice(0, 3));
  const [telephone, ordinateur] = [await ouvrir(elle), await ouvrir(elle)];
  await telephone.ecrire("Écrit au téléphone.");
  expect(await ordinateur.ecrire("Écrit à l’ordinateur.")).toMatchObject({ statut: 409, garde: true });
  expect(await ordinateur.ecrire("Écrit à l’ordinateur, et plus long.")).toMatchObject({ statut: 409 });
  const deux = await ouvrir(elle);
  expect(lue(deux.page)).toBe("Écrit au téléphone.");
  expect(deux.page).toContain("Cette réponse a deux textes.");
  expect(deux.page).toContain("Écrit à l’ordinateur, et plus long.");
  // Nothing ends while a text waits for her choice, and what saves itself chooses nothing.
  await deux.ecrire("Écrit au téléphone !");
  const fin = await elle.post("/mon-bilan/questionnaire", { jeton: "a", moment: "entretien" });
  const relue = await fin.text();
  expect([fin.status, relue.includes("a deux textes")]).toEqual([422, true]);
  expect(relue).toMatch(/<a href="\/mon-bilan\/questionnaire\/[a-z]+">«[^<]+a deux textes/);
  expect(relue).toContain("Deux textes, à choisir");
  // The other page meets the newer text by its button too, and shows each once.
  const face = await ordinateur.bouton("Écrit à l’ordinateur, et plus long.");
  const page = await face.text();
  expect(face.status).toBe(409);
  expect(page.match(/Écrit à l’ordinateur, et plus long\./g)).toHaveLength(1);
  expect(page).toContain("Écrit au téléphone !");
  const choix = await deux.bouton("Les deux ensemble.");
  expect(choix.status).toBe(303);
  const apres = await ouvrir(elle);
  expect([lue(apres.page), apres.page.includes("deux textes")]).toEqual(["Les deux ensemble.", false]);
  expect(m.pannes).toEqual([]);
});

it("une page ne se contredit pas elle-même, même sans avoir entendu la réponse", async () => {
  const { m, elle } = await chezElle(BILAN_REMIS.slice(0, 3));
  const page = await ouvrir(elle);
  await page.poster("Un.");
  expect(await page.poster("Un, deux.")).toMatchObject({ statut: 200, version: 2 });
  expect((await page.bouton("Un, deux, trois.")).status).toBe(303);
  const apres = await ouvrir(elle);
  expect([lue(apres.page), apres.page.includes("deux textes")]).toEqual(["Un, deux, trois.", false]);
  expect(m.pannes).toEqual([]);
});

it("sans JavaScript, « Enregistrer le brouillon » garde et laisse sur la question", async () => {
  const { elle } = await chezElle(BILAN_REMIS.slice(0, 3));
  const page = await ouvrir(elle);
  expect(page.page).toContain("Enregistrer le brouillon");
  const recue = await page.bouton("À finir.", { suite: "rester" });
  expect([recue.status, recue.headers.get("location")]).toEqual([303, ICI]);
  expect((await ouvrir(elle)).page).toContain("Vous reprenez votre brouillon.");
});

it("trop long, trop souvent, ou dessinée pour d’autres questions : la page le dit et rien n’est écrit", async () => {
  const { m, elle } = await chezElle(BILAN_REMIS.slice(0, 3));
  const page = await ouvrir(elle);
  expect(await page.poster("a".repeat(20_001))).toMatchObject({
    statut: 422,
    garde: false,
    phrase: expect.stringContaining("20 000"),
  });
  const autre = await elle.post(`${ICI}/brouillon`, { reponse: "x", version: "0", moment: "preliminaire" });
  expect([autre.status, await autre.json()]).toMatchObject([409, { garde: false, fini: true }]);
  for (let i = 1; i < PAR_MINUTE; i += 1) await elle.post(`${ICI}/brouillon`, { reponse: "", version: "x" });
  expect((await m.maison.base.pool.query("select 1 from brouillon")).rowCount).toBe(0);
  let dernier = await page.ecrire("Une.");
  for (let i = 0; i < PAR_MINUTE; i += 1) dernier = await page.ecrire(`Encore ${i}.`);
  expect(dernier).toMatchObject({ statut: 429, garde: false });
  expect(m.pannes).toEqual([]);
});
