import { expect, it } from "vitest";
import { BILAN } from "../law/bilan-exemple.ts";
import type { Etat } from "../law/etat.ts";
import { jour } from "../values/jour.ts";
import { preuvesManquantes } from "./preuves-attendues.ts";

const manques = (changements: Partial<Etat>) =>
  preuvesManquantes({ ...BILAN, ...changements }).map((p) => p.libelle.replaceAll("\u00a0", " "));

const seance = (changements: Partial<Etat["seances"][0]>) =>
  BILAN.seances.map((s, i) => (i === 2 ? { ...s, ...changements } : s));

it("rien ne manque à un bilan en ordre", () => {
  expect(manques({})).toEqual([]);
});

it.each<[string, Partial<Etat>, string]>([
  ["sans entretien", { entretien: null }, "Entretien préalable"],
  ["sans information", { information: null }, "Information remise avant l’inscription"],
  ["sans consentement", { consentement: null }, "Consentement de la personne"],
  ["sans commande", { commande: null }, "Commande, convention ou contrat"],
  [
    "payé par l’employeur sans volontariat recueilli",
    { volontariat: null, financement: { ...BILAN.financement!, financeurs: ["employeur"] } },
    "Preuve de volontariat",
  ],
  ["sans questionnaire repris", { questionnaires: [] }, "Questionnaire de la phase préliminaire"],
  [
    "une séance sans la signature de la personne",
    { seances: seance({ signatures: [{ par: "conseiller", le: jour("2026-10-12") }] }) },
    "Signature de la personne, séance du 12 octobre 2026",
  ],
  [
    "une séance à distance sans trace",
    { seances: seance({ modalite: "distanciel" }) },
    "Trace de connexion, séance du 12 octobre 2026",
  ],
  [
    "une remise sans reçu",
    { remise: { ...BILAN.remise!, signatures: [] } },
    "Signature du récépissé de remise par la personne",
  ],
  ["sans suivi proposé", { entretienSuivi: null }, "Proposition d’un entretien de suivi"],
  ["sans destruction", { destruction: null }, "Destruction des documents de travail"],
])("%s : un seul manque, nommé", (_, changements, attendu) => {
  expect(manques(changements)).toEqual([attendu]);
});

it("ce qui n’est pas encore dû ne manque pas", () => {
  const neuf = {
    entretien: null,
    information: null,
    consentement: null,
    commande: null,
    devis: [],
    entree: null,
  };
  expect(
    manques({
      ...neuf,
      seances: [],
      remise: null,
      serviceFait: null,
      entretienSuivi: null,
      destruction: null,
    }),
  ).toEqual([]);
});
