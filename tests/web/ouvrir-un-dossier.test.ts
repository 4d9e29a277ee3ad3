import { expect, it } from "vitest";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

it("la page d’ouverture n’affirme rien que personne n’ait dit", async () => {
  const { client } = await ouvrirMaisonDeTest();
  const nadia = await client("conseiller");
  const page = await (await nadia.get("/dossiers/nouveau")).text();
  expect(page.match(/<(input|option)[^>]* (checked|selected)/g)).toBeNull();

  const refus = await nadia.post("/dossiers/nouveau", { prenom: "Alix", nom: "Martin", date: "24/11/2026" });
  expect(refus.status).toBe(422);
  const texte = await refus.text();
  for (const champ of ["statut", "origine"]) {
    expect(texte).toContain(`href="#champ-${champ}"`);
  }
});

it("tout ce qui ne va pas est dit en une fois : le téléphone, l’adresse et la demande", async () => {
  const { client } = await ouvrirMaisonDeTest();
  const nadia = await client("conseiller");
  const refus = await nadia.post("/dossiers/nouveau", {
    prenom: "Alix",
    nom: "Martin",
    statut: "salarie",
    telephone: "abc",
    courriel: "alix@",
    date: "24/11/2026",
  });
  expect(refus.status).toBe(422);
  const texte = await refus.text();
  for (const champ of ["telephone", "courriel", "origine"]) {
    expect(texte).toContain(`href="#champ-${champ}"`);
  }
});
