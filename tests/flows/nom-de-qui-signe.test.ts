import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { signerSeance } from "../../src/dossier/actes/signer-seance.ts";
import { agir } from "../../src/usecases/dossier/agir.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

const PREMIERE_SIGNATURE = BILAN_REMIS.findIndex(
  (f) => typeof f !== "function" && f.type === "seance_signee.v1",
);

async function avantLaSignature() {
  const { maison, client } = await ouvrirMaisonDeTest();
  const { auteur } = await client("conseiller");
  const { reference } = await ouvrirDossierVide(maison, auteur);
  await ecrireFaits(maison, auteur, reference, BILAN_REMIS.slice(0, PREMIERE_SIGNATURE));
  return (par: "beneficiaire" | "conseiller", nom: string) =>
    agir(maison, auteur, {
      reference,
      acte: signerSeance,
      cle: randomUUID(),
      brut: {
        seance: ["s1"],
        date: ["24/11/2026"],
        par: [par],
        moyen: ["appareil_du_conseiller"],
        nom: [nom],
        atteste: ["oui"],
      },
    });
}

it("une séance signée d’un autre nom que celui de qui signe est refusée", async () => {
  const signer = await avantLaSignature();
  const autreNom = (nom: string) => ({
    issue: "refus",
    refus: [{ champ: "nom", phrase: `Écrivez son nom comme dans le dossier : ${nom}.` }],
  });
  expect(await signer("beneficiaire", "Nadia Benali")).toMatchObject(autreNom("Camille Fictive"));
  expect(await signer("conseiller", "Camille Fictive")).toMatchObject(autreNom("Nadia Benali"));
  expect(await signer("beneficiaire", "camille fictive")).toMatchObject({ issue: "fait" });
  expect(await signer("conseiller", "BENALI Nadia")).toMatchObject({ issue: "fait" });
});
