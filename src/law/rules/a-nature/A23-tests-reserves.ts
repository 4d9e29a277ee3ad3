import { accorder } from "../../../values/accorder.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { normaliserRecherche } from "../../../values/recherche.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { pire } from "../../calcul/pire.ts";
import type { Etat, Intervenant, TestUtilise } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { trace } from "../d-preuve/exemples.ts";

const RESERVE_HABILITATION =
  "L’habilitation à un instrument est une règle de son éditeur, pas du Code du travail : vérifiez sa fiche.";

const aLeTitre = (i: Intervenant | undefined): boolean =>
  i !== undefined && (i.titrePsychologue?.preuve.trim() ?? "") !== "";

function estHabilite(i: Intervenant | undefined, instrument: string): boolean {
  const cherche = normaliserRecherche(instrument);
  return i?.habilitations.some((h) => normaliserRecherche(h) === cherche) ?? false;
}

function surUnTest(etat: Etat, test: TestUtilise): Verdict | null {
  if (test.reserve === "aucune") return null;
  const qui = etat.organisme.intervenants.find((i) => i.id === test.intervenant);
  if (aLeTitre(qui)) return null;
  const nom = qui?.nom ?? test.intervenant;
  const usage = `« ${test.instrument} », utilisé le ${formatJour(test.date)} par ${nom}`;
  switch (test.reserve) {
    case "psychologue":
      return nonConforme(`${usage}, est réservé aux psychologues : aucun titre n’est au dossier.`);
    case "habilite":
      return estHabilite(qui, test.instrument)
        ? null
        : nonConforme(`${usage}, demande une habilitation qui n’est pas au dossier.`, RESERVE_HABILITATION);
    case null:
      return estHabilite(qui, test.instrument)
        ? null
        : indetermine(`À qui la fiche de « ${test.instrument} » réserve son usage.`, {
            acte: "corrigerFait",
          });
  }
}

const test = (reserve: TestUtilise["reserve"], instrument = "Inventaire D5D"): TestUtilise => ({
  ...trace("2026-10-19"),
  instrument,
  reserve,
  intervenant: "nadia",
  consentement: true,
});
const nadia = BILAN.organisme.intervenants[0]!;
const avec = (changement: Partial<Intervenant>) => ({
  organisme: { ...BILAN.organisme, intervenants: [{ ...nadia, ...changement }] },
});

export default defineRule({
  id: "A23",
  statement:
    "Un test réservé aux psychologues n’est utilisé et interprété que par une personne qui a ce titre.",
  gravite: "majeure",
  effet: "bloque",
  questions: ["Q1", "Q14"],
  sources: [webinaire(1), webinaire(14)],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "debut" },
  avant: AVANT_LES_REPONSES,
  remede: "la personne qui utilise le test a au dossier le titre ou l’habilitation que sa fiche demande.",
  evaluate: (etat) => {
    if (etat.tests.length === 0) return sansObjet("Aucun test n’a été utilisé.");
    const constats: Verdict[] = [];
    for (const t of etat.tests) {
      const constat = surUnTest(etat, t);
      if (constat !== null) constats.push(constat);
    }
    return constats.length > 0
      ? pire(constats, constats[0]!)
      : conforme(`${accorder(etat.tests.length, "test")} : titres et habilitations au dossier.`);
  },
  examples: [
    {
      cas: "test réservé, titre au dossier",
      etat: { tests: [test("psychologue")], ...avec({ titrePsychologue: { preuve: "titre enregistré" } }) },
      attendu: "conforme",
    },
    {
      cas: "test réservé, pas de titre",
      etat: { tests: [test("psychologue")] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "test réservé, intervenant inconnu",
      etat: { tests: [{ ...test("psychologue"), intervenant: "inconnu" }] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "habilitation au dossier, autrement écrite",
      etat: { tests: [test("habilite", "Inventaire D5D")], ...avec({ habilitations: ["inventaire d5d"] }) },
      attendu: "conforme",
    },
    {
      cas: "habilitation absente",
      etat: { tests: [test("habilite")] },
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "test libre d’usage", etat: { tests: [test("aucune")] }, attendu: "conforme" },
    { cas: "la fiche du test ne dit rien", etat: { tests: [test(null)] }, attendu: "indetermine" },
    {
      cas: "le manquement certain l’emporte sur ce qu’on ignore",
      etat: { tests: [test(null), test("psychologue", "Échelle K")] },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "aucun test", etat: {}, attendu: "sans_objet" },
  ],
});
