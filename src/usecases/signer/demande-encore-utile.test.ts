import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { BILAN_REMIS } from "../../../tests/harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../../../tests/harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../../../tests/harness/maison.ts";
import { envoyerPar } from "../../../tests/harness/messages.ts";
import { entrerChezElle } from "../../../tests/harness/personne.ts";
import { ouvrirServeurCourriel } from "../../../tests/harness/serveur-courriel.ts";
import { acteDeNom } from "../../dossier/catalogue-actes.ts";
import { signatureApposee } from "../../dossier/faits/signature.ts";
import { attentesDe } from "../../dossier/signature/objets.ts";
import { transaction } from "../../store/connexion.ts";
import { parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import { jour } from "../../values/jour.ts";
import { agir } from "../dossier/agir.ts";
import { consulterDossier } from "../dossier/consulter-dossier.ts";
import { ecrireMessage } from "../messages/preparer-message.ts";

const AU = jour("2026-11-24");
const ENTRETIEN = BILAN_REMIS.findIndex((f) => typeof f !== "function" && f.type === "information_remise.v1");

/** A person with a space, asked twice: a message that says the first thing, « et d’autres choses ». */
async function deuxDemandes() {
  const [m, s] = [await ouvrirMaisonDeTest(), await ouvrirServeurCourriel()];
  const conseiller = await m.client("conseiller");
  const { auteur } = conseiller;
  const { reference } = await ouvrirDossierVide(m.maison, auteur);
  await ecrireFaits(m.maison, auteur, reference, BILAN_REMIS.slice(0, ENTRETIEN));
  await entrerChezElle(m, auteur, reference);
  // Her invitation is no matter of this test.
  await m.maison.base.pool.query("update message_sortie set etat = 'envoye'");
  const brut = { date: ["24/11/2026"], points: ["objectifs", "contenu"] };
  const informer = { reference, acte: acteDeNom("informer")!, brut, cle: randomUUID() };
  expect(await agir(m.maison, auteur, informer)).toMatchObject({ issue: "fait" });
  const attentes = async () => {
    const { etat } = (await consulterDossier(m.maison, auteur, reference))!;
    return attentesDe(etat, "beneficiaire", AU);
  };
  const signer = async (objet: "information" | "consentement") => {
    const { sur } = (await attentes()).find((a) => a.objet === objet)!;
    const texte = { modele: `${objet}.1`, empreinte: "0".repeat(64), contenu: null };
    const fait = signatureApposee.nouveau(AU, {
      objet,
      sur,
      par: "beneficiaire",
      texte,
      moyen: "compte",
      dessin: null,
      differee: null,
      observation: null,
    });
    await ecrireFaits(m.maison, auteur, reference, [fait]);
  };
  const consentir = () =>
    ecrireFaits(
      m.maison,
      auteur,
      reference,
      BILAN_REMIS.filter((f) => typeof f !== "function" && f.type === "consentement_recueilli.v1"),
    );
  const envoyer = () => envoyerPar(m, s);
  const etats = async () =>
    (
      await m.maison.base.pool.query(
        `select etat, donnees -> 'champs' ->> 'quoi' as quoi from message_sortie
           where modele = 'demande-de-signature' order by cree_le`,
      )
    ).rows;
  const ecrireUnAutre = () =>
    transaction(m.maison.base, m.organismeId, (tx) =>
      ecrireMessage(m.maison, tx, {
        modele: "nouvelle-du-dossier",
        a: parseAdresseCourriel("nadia@exemple.example")!,
        donnees: { organisme: "Cabinet Horizon", le: AU },
        chemin: "/aujourdhui",
      }),
    );
  return { s, conseiller, ecrireUnAutre, attentes, signer, consentir, envoyer, etats };
}

it("une demande dont tout est signé ne part pas, et les autres messages partent", async () => {
  const { s, conseiller, ecrireUnAutre, attentes, signer, consentir, envoyer, etats } = await deuxDemandes();
  expect((await attentes()).map((a) => a.objet).toSorted()).toEqual(["consentement", "information"]);
  await signer("information");
  await consentir();
  expect(await attentes()).toEqual([]);
  await ecrireUnAutre();
  await envoyer();
  expect(await etats()).toMatchObject([{ etat: "inutile" }]);
  expect(s.recus.map((r) => r.a)).toEqual([["nadia@exemple.example"]]);
  const page = await (await conseiller.get("/messages")).text();
  expect(page).toContain("Devenu inutile");
  await envoyer();
  expect(s.recus).toHaveLength(1);
});

it("une demande dont le premier papier est signé ne nomme que ce qui attend encore", async () => {
  const { s, signer, envoyer, etats } = await deuxDemandes();
  expect((await etats())[0].quoi).toContain("information");
  await signer("information");
  await envoyer();
  expect(await etats()).toEqual([{ etat: "envoye", quoi: expect.stringContaining("consentement") }]);
  const lu = await s.lire();
  expect(`${lu.subject} ${lu.text}`).not.toContain("information");
});
