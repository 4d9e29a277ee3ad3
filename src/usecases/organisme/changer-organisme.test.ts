import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { BILAN_REMIS } from "../../../tests/harness/bilan.ts";
import { ouvrirDossierDeTest } from "../../../tests/harness/dossier.ts";
import { ecrireHistoire } from "../../../tests/harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../../../tests/harness/maison.ts";
import { certificats } from "../../dossier/parties-organisme/certificats.ts";
import { offres } from "../../dossier/parties-organisme/offres.ts";
import { NOUVEAU } from "../../dossier/parties-organisme/partie.ts";
import { consulterDossier } from "../dossier/consulter-dossier.ts";
import { changerOrganisme, consulterOrganisme, parFormulaire } from "./changer-organisme.ts";

async function ouvrir() {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const qui = { ...auteur, nom: "Alix Fictif" };
  const juger = async (reference: string) => {
    const lu = await consulterDossier(m.maison, auteur, reference);
    return new Map(lu!.constats.map((c) => [c.rule.id, c.verdict]));
  };
  return { ...m, auteur, qui, juger };
}

const MAUVAISE = {
  intitule: ["Coaching de carrière"],
  texte: ["Trois phases."],
  modalite: ["presentiel"],
  duree: ["24 h"],
  prix: ["1 800"],
  cpf: ["oui"],
};

it("une offre changée ne change le jugement d’aucun dossier qui a lu la première, et compte pour les suivants", async () => {
  const { maison, regler, auteur, qui, juger } = await ouvrir();
  const { reference } = await ecrireHistoire({ maison, regler }, auteur, BILAN_REMIS);
  const nouveau = await ouvrirDossierDeTest(maison, auteur);
  const [avant, avantNouveau] = [await juger(reference), await juger(nouveau)];
  expect(avantNouveau.get("A20")).not.toBe("non_conforme");
  const reponse = await changerOrganisme(maison, qui, {
    sujet: ["offres"],
    cle: randomUUID(),
    vu: 1,
    changer: parFormulaire(offres, "bilan-presentiel", MAUVAISE),
  });
  expect(reponse).toEqual({ issue: "fait" });
  expect(await juger(reference)).toEqual(avant);
  expect((await juger(nouveau)).get("A20")).toBe("non_conforme");
});

it("dix personnes qui partent de la même version : une écrit, neuf apprennent ce qu’elle a écrit", async () => {
  const { maison, qui, auteur } = await ouvrir();
  const reponses = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      changerOrganisme(maison, qui, {
        sujet: ["certificats", NOUVEAU],
        cle: randomUUID(),
        vu: 1,
        changer: parFormulaire(certificats, NOUVEAU, {
          numero: [`B-${i}`],
          du: ["01/01/2029"],
          au: ["31/12/2031"],
          categories: ["bilan"],
        }),
      }),
    ),
  );
  expect(reponses.filter((r) => r.issue === "fait")).toHaveLength(1);
  const { organisme, version, changements } = await consulterOrganisme(maison, auteur);
  expect([version, changements.length]).toEqual([2, 1]);
  for (const r of reponses) {
    if (r.issue !== "fait") expect(r).toEqual({ issue: "conflit", changements });
  }
  expect(organisme.certificats.filter((c) => c.du === "2029-01-01")).toHaveLength(1);
});

it("l’histoire garde ce qui a changé, avant et après, et rien d’autre", async () => {
  const { maison, qui, auteur } = await ouvrir();
  const changer = (vu: number, telephone: string) =>
    changerOrganisme(maison, qui, {
      sujet: ["coordonnees"],
      cle: randomUUID(),
      vu,
      changer: (organisme) => ({ organisme: { ...organisme, telephone }, quoi: "Coordonnées changées" }),
    });
  expect(await changer(1, "02 99 11 11 11")).toEqual({ issue: "fait" });
  // The same again: nothing to write, no new version.
  expect(await changer(2, "02 99 11 11 11")).toEqual({ issue: "fait" });
  const { rows } = await maison.base.pool.query(
    "select version, utilisateur, nom, quoi, avant, apres, quand from organisme_changement",
  );
  expect(rows).toEqual([
    {
      version: 2,
      utilisateur: auteur.utilisateur,
      nom: "Alix Fictif",
      quoi: "Coordonnées changées",
      avant: { telephone: "02 99 00 00 00" },
      apres: { telephone: "02 99 11 11 11" },
      quand: "2026-11-24T09:00:00.000Z",
    },
  ]);
});

it("ce qui ne pourrait pas être relu n’est pas écrit", async () => {
  const { maison, qui, auteur } = await ouvrir();
  const casse = changerOrganisme(maison, qui, {
    sujet: ["identite"],
    cle: randomUUID(),
    vu: 1,
    changer: (organisme) => ({ organisme: { ...organisme, siret: "123" }, quoi: "Identité changée" }),
  });
  await expect(casse).rejects.toThrow();
  expect((await consulterOrganisme(maison, auteur)).version).toBe(1);
});
