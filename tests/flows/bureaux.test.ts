import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { tauxDesBureaux } from "../../src/usecases/listes/taux-des-bureaux.ts";
import { BILAN_CERTIFIE } from "../harness/bilan.ts";
import { ecrireHistoire } from "../harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

async function reseau() {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller", m.organismeId, { gere: true });
  const lea = await m.client("reseau");
  const creer = (nom: string) =>
    nadia.post("/organisme/lieux/nouveau", { jeton: randomUUID(), nom, ouvert: "oui" });
  const ranger = async (nom: string, combien: number) => {
    for (let i = 0; i < combien; i += 1) {
      const { reference } = await ecrireHistoire(m, nadia.auteur, BILAN_CERTIFIE);
      const page = await (await nadia.get(`/dossiers/${reference}/lieu`)).text();
      const site = new RegExp(`value="([0-9a-f-]{36})"[^>]*>\\s*${nom}`).exec(page)?.[1] ?? "";
      const reponse = await nadia.post(`/dossiers/${reference}/lieu`, { jeton: randomUUID(), site });
      expect(reponse.status).toBe(303);
    }
  };
  return { m, nadia, lea, creer, ranger };
}

it("qui suit un réseau entre sur les taux, sans un nom ni une référence, et n’ouvre rien d’autre", async () => {
  const { m, lea, creer, ranger } = await reseau();
  expect((await lea.get("/")).headers.get("location")).toBe("/bureaux");
  expect(await (await lea.get("/bureaux")).text()).toContain("Aucun bilan pour le moment");
  await creer("Rennes");
  await ranger("Rennes", 1);
  const page = await (await lea.get("/bureaux")).text();
  expect(page).toContain("Rennes");
  for (const secret of ["D-2026-", "Camille", "Fictive"]) expect(page).not.toContain(secret);
  for (const chemin of ["/aujourdhui", "/dossiers", "/messages", "/organisme"]) {
    expect([chemin, (await lea.get(chemin)).status]).toEqual([chemin, 404]);
  }
  expect((await (await m.client("conseiller")).get("/bureaux")).status).toBe(404);
});

it("un taux n’est donné qu’à partir de cinq bilans, et dit ce que les dossiers disent", async () => {
  const { m, lea, creer, ranger } = await reseau();
  await creer("Brest");
  await ranger("Brest", 4);
  expect((await tauxDesBureaux(m.maison, lea.auteur)).bureaux).toMatchObject([
    { nom: "Brest", finis: 4, heuresSignees: null },
  ]);
  await ranger("Brest", 1);
  const { bureaux, ensemble } = await tauxDesBureaux(m.maison, lea.auteur);
  expect(bureaux).toMatchObject([{ nom: "Brest", finis: 5 }]);
  const { part, sur } = bureaux[0]!.heuresSignees!;
  expect(part).toBeGreaterThan(0);
  expect(part).toBeLessThanOrEqual(sur);
  expect({ ...ensemble, nom: "Brest" }).toEqual(bureaux[0]);
});

it("un seul bureau caché : l’ensemble ne le rend pas par différence", async () => {
  const { m, lea, creer, ranger } = await reseau();
  for (const nom of ["Brest", "Lorient"]) await creer(nom);
  await ranger("Brest", 5);
  await ranger("Lorient", 1);
  const un = await tauxDesBureaux(m.maison, lea.auteur);
  expect(un.bureaux.map((b) => [b.nom, b.finis, b.heuresSignees === null])).toEqual([
    ["Brest", 5, false],
    ["Lorient", 1, true],
  ]);
  expect(un.ensemble).toMatchObject({ finis: 6, heuresSignees: null });
  expect(await (await lea.get("/bureaux")).text()).toContain("non donné");
  // Two that are hidden hide one another, as long as they are many enough together.
  await creer("Vannes");
  await ranger("Vannes", 4);
  const deux = await tauxDesBureaux(m.maison, lea.auteur);
  expect(deux.bureaux.filter((b) => b.heuresSignees === null).map((b) => b.nom)).toEqual([
    "Lorient",
    "Vannes",
  ]);
  expect(deux.ensemble.heuresSignees).not.toBeNull();
});
