import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { remettreSynthese } from "../../src/dossier/actes/remettre-synthese.ts";
import { attentesDe } from "../../src/dossier/signature/objets.ts";
import { agir } from "../../src/usecases/dossier/agir.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

const REMISE = BILAN_REMIS.findIndex((f) => typeof f !== "function" && f.type === "synthese_remise.v1");

async function avantLaRemise() {
  const { maison, client } = await ouvrirMaisonDeTest();
  const { auteur } = await client("conseiller");
  const { reference } = await ouvrirDossierVide(maison, auteur);
  await ecrireFaits(maison, auteur, reference, BILAN_REMIS.slice(0, REMISE));
  const remettre = (reponses: Record<string, string>) =>
    agir(maison, auteur, {
      reference,
      acte: remettreSynthese,
      cle: randomUUID(),
      brut: {
        date: ["16/11/2026"],
        documents: ["synthese", "resultats_detailles"],
        ...Object.fromEntries(Object.entries(reponses).map(([nom, v]) => [nom, [v]])),
      },
    });
  const etat = async () => (await consulterDossier(maison, auteur, reference))!.etat;
  return { remettre, etat };
}

it("un reçu signé d’un autre nom que le sien est refusé, le sien est gardé", async () => {
  const { remettre, etat } = await avantLaRemise();
  const signe = { signature: "ici", recu: "oui" };
  expect(await remettre({ ...signe, nom: "Mickey Mouse" })).toMatchObject({
    issue: "refus",
    refus: [{ champ: "nom", phrase: "Écrivez son nom comme dans le dossier : Camille Fictive." }],
  });
  expect((await etat()).remise).toBeNull();
  expect(await remettre({ ...signe, nom: "camille fictive" })).toMatchObject({ issue: "fait" });
  expect((await etat()).remise?.signatures).toMatchObject([{ par: "beneficiaire" }]);
});

it("quand elle signera dans son espace, rien n’est signé et son reçu l’y attend", async () => {
  const { remettre, etat } = await avantLaRemise();
  expect(await remettre({ signature: "espace" })).toMatchObject({ issue: "fait" });
  const apres = await etat();
  expect(apres.remise?.signatures).toEqual([]);
  const attend = attentesDe(apres, "beneficiaire", jour("2026-11-24")).map((a) => a.objet);
  expect(attend).toContain("remise");
});
