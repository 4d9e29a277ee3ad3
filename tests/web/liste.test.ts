import { expect, it } from "vitest";
import { transaction } from "../../src/store/connexion.ts";
import { ecrireDossier } from "../harness/ecritures.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";

const SANS_COMPTE = { etape: "accueil", conseiller: "yves", financement: "employeur" };

/** Who is on a page of the list, and the way to the next one. */
async function lire(client: Client, adresse: string) {
  const html = await (await client.get(adresse)).text();
  return {
    html,
    noms: [...html.matchAll(/<a href="\/dossiers\/D-[^"]+">([^<]+)<\/a>/g)].map((m) => m[1]!),
    suite: /<a[^>]*href="([^"]+)"[^>]*>Voir les suivants/.exec(html)?.[1]?.replaceAll("&amp;", "&"),
  };
}

it("l’adresse dit la recherche et les filtres, le formulaire les montre, la suite les garde", async () => {
  const m = await ouvrirMaisonDeTest();
  const client = await m.client("conseiller");
  await transaction(m.maison.base, m.organismeId, async (tx) => {
    for (let i = 10; i < 65; i += 1)
      await ecrireDossier(tx, 1, {
        nomAffiche: `Camille Été-${i}`,
        etape: "deroulement",
        conseiller: "nadia",
      });
    await ecrireDossier(tx, 1, { ...SANS_COMPTE, nomAffiche: "Éloi Moreau" });
    await ecrireDossier(tx, 1, { ...SANS_COMPTE, nomAffiche: "Zoé Moreau", etape: "engage" });
  });
  const noms = async (requete: string) => (await lire(client, `/dossiers?${requete}`)).noms.toSorted();
  const deux = ["Zoé Moreau", "Éloi Moreau"];
  expect(await noms("nom=MORE")).toEqual(deux);
  expect(await noms("nom=eloi")).toEqual(["Éloi Moreau"]);
  expect(await noms("conseiller=yves")).toEqual(deux);
  expect(await noms("financement=employeur")).toEqual(deux);
  expect(await noms("etape=engage")).toEqual(["Zoé Moreau"]);
  expect(await noms("nom=moreau&etape=engage&conseiller=yves&financement=employeur")).toEqual(["Zoé Moreau"]);
  expect(await noms("nom=moreau&conseiller=nadia")).toEqual([]);

  const premiere = await lire(client, "/dossiers?nom=ete&etape=deroulement");
  expect(premiere.html).toMatch(/<input[^>]*name="nom"[^>]*value="ete"/);
  expect(premiere.html).toMatch(/<option value="deroulement" selected[^>]*>En cours/);
  expect(premiere.html).toContain("/dossiers.csv?nom=ete&amp;etape=deroulement");
  const seconde = await lire(client, premiere.suite!);
  expect(seconde.html).toMatch(/<option value="deroulement" selected[^>]*>En cours/);
  expect([premiere.noms.length, seconde.noms.length, seconde.suite]).toEqual([50, 5, undefined]);
  expect(new Set([...premiere.noms, ...seconde.noms]).size).toBe(55);
  expect(m.pannes).toEqual([]);
});
