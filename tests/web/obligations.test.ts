import { expect, it } from "vitest";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

it("qui gère l’organisme ouvre ses documents de données ; les autres n’y entrent pas", async () => {
  const m = await ouvrirMaisonDeTest();
  const gerant = await m.client("conseiller", m.organismeId, { gere: true });
  const responsable = await m.client("responsable");
  const premiere = await gerant.get("/organisme/donnees");
  const liste = await premiere.text();
  expect(premiere.status).toBe(200);
  const liens = [...liste.matchAll(/href="(\/organisme\/donnees\/[^"]+)"/g)].map((l) => l[1]!);
  expect(liens).toHaveLength(3);
  for (const lien of liens) {
    const reponse = await gerant.get(lien);
    const page = await reponse.text();
    expect([lien, reponse.status, page.includes("À compléter")]).toEqual([lien, 200, true]);
    expect(page).toContain("de mémoire, à relire");
    expect((await responsable.get(lien)).status).not.toBe(200);
  }
  expect(await (await gerant.get("/organisme")).text()).toContain('href="/organisme/donnees"');
  expect(m.pannes).toEqual([]);
});
