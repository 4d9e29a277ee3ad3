import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { BILAN_REMIS } from "../../../tests/harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../../../tests/harness/histoire.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../../../tests/harness/maison.ts";
import { entrerChezElle } from "../../../tests/harness/personne.ts";
import { acteDeNom } from "../../dossier/catalogue-actes.ts";
import type { FaitNouveau } from "../../dossier/fait.ts";
import { transaction } from "../../store/connexion.ts";
import { cloreMessage, prendreMessage } from "../../store/messages/outbox.ts";
import { jour } from "../../values/jour.ts";
import { agir } from "../dossier/agir.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { demandeParCourriel } from "./demande-par-courriel.ts";

const ENTRETIEN = BILAN_REMIS.findIndex((f) => typeof f !== "function" && f.type === "information_remise.v1");

async function informer({ avecEspace }: { avecEspace: boolean }) {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, auteur);
  await ecrireFaits(m.maison, auteur, reference, BILAN_REMIS.slice(0, ENTRETIEN));
  if (avecEspace) await entrerChezElle(m, auteur, reference);
  const faire = (nom: string, brut: Record<string, string[]>) =>
    agir(m.maison, auteur, { reference, acte: acteDeNom(nom)!, brut, cle: randomUUID() });
  const brut = { date: ["24/11/2026"], points: ["objectifs", "contenu"] };
  expect(await faire("informer", brut)).toMatchObject({ issue: "fait" });
  return { m, faire, auteur, reference };
}

async function demandes(m: MaisonDeTest) {
  const { rows } = await m.maison.base.pool.query(
    `select donnees -> 'champs' ->> 'quoi' as quoi, donnees ->> 'chemin' as chemin
       from message_sortie where modele = 'demande-de-signature' order by cree_le`,
  );
  return rows;
}

it("un papier remis à qui a son espace part avec la demande de le signer", async () => {
  const { m, faire } = await informer({ avecEspace: true });
  expect(await demandes(m)).toEqual([{ quoi: expect.stringContaining("information"), chemin: "/mon-bilan" }]);
  // What asks for no new signature sends nothing.
  const controle = { date: ["24/11/2026"], organe: ["cdc"], pieces: ["devis"] };
  expect(await faire("ouvrirControle", controle)).toMatchObject({ issue: "fait" });
  expect(await demandes(m)).toHaveLength(1);
});

it("ce qui l’attend dans la même heure tient en un message, et le suivant attend son heure", async () => {
  const { m, auteur, reference } = await informer({ avecEspace: true });
  const devis = BILAN_REMIS.find((f) => typeof f !== "function" && f.type.startsWith("devis_emis"));
  const demander = () =>
    transaction(m.maison.base, auteur.organismeId, async (tx) => {
      const dossier = (await chargerDossier(tx, reference))!;
      await demandeParCourriel(m.maison, tx, dossier, [devis as FaitNouveau], jour("2026-11-24"));
    });
  const lire = async () =>
    (
      await m.maison.base.pool.query(
        `select etat, prochain_essai as "pasAvant", donnees -> 'champs' -> 'autres' as autres
           from message_sortie where modele = 'demande-de-signature' order by cree_le`,
      )
    ).rows;
  await demander();
  await demander();
  expect(await lire()).toEqual([{ etat: "a_envoyer", pasAvant: null, autres: true }]);
  const le = "2026-11-24T10:00:00.000Z";
  await transaction(m.maison.base, auteur.organismeId, async (tx) => {
    for (let pris = await prendreMessage(tx, le); pris !== undefined; pris = await prendreMessage(tx, le)) {
      await cloreMessage(tx, pris, { etat: "envoye", le });
    }
  });
  await demander();
  await demander();
  const [parti, suivant, ...reste] = await lire();
  expect([parti!.etat, suivant!.etat, suivant!.autres, reste]).toEqual(["envoye", "a_envoyer", true, []]);
  expect(new Date(suivant!.pasAvant).toISOString()).toBe("2026-11-24T11:00:00.000Z");
});

it("sans espace, aucune demande ne part", async () => {
  const { m } = await informer({ avecEspace: false });
  expect(await demandes(m)).toEqual([]);
});
