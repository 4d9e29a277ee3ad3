import { describe, expect, it } from "vitest";
import { BILAN } from "../../../law/bilan-exemple.ts";
import type { Etat } from "../../../law/etat.ts";
import { manquantes, tousLesCodes } from "../../../law/listes/mention.ts";
import { MENTIONS_CONTRAT } from "../../../law/listes/mentions-contrat.ts";
import { MENTIONS_FINANCEE_2025, MENTIONS_TRIPARTITE } from "../../../law/listes/mentions-convention.ts";
import { jour } from "../../../values/jour.ts";
import { ceQuiManque, codesDits, enSections, PAS_DIT } from "./clause.ts";
import { clausesDuContrat } from "./contrat.ts";
import { clausesDeLaConvention, mentionsExigees, type TermesDeLaConvention } from "./convention.ts";
import { clausesDeLInformation } from "./information.ts";

const TERMES: TermesDeLaConvention = {
  debut: jour("2026-09-28"),
  fin: jour("2026-12-18"),
  tauxDistance: null,
  reglement: "En une fois.",
  clauseSynthese: false,
};
const CONTRAT = { prerequis: "Aucun.", reglement: "En deux fois.", arret: "Les heures faites." };
const SANS_DEVIS: Etat = { ...BILAN, devis: [] };
const MIXTE: Etat = { ...BILAN, devis: BILAN.devis.map((d) => ({ ...d, modalite: "mixte" })) };
const mots = (clauses: readonly { dit: readonly string[] }[]) => clauses.flatMap((c) => c.dit).join("\n");

describe("la convention", () => {
  const toutes = [...MENTIONS_TRIPARTITE, ...MENTIONS_FINANCEE_2025];

  it("donne chaque mention de la loi, et aucune que la loi ne nomme pas", () => {
    const dits = codesDits(clausesDeLaConvention(BILAN, TERMES));
    expect(manquantes(toutes, dits)).toEqual([]);
    expect(dits.toSorted()).toEqual(tousLesCodes(toutes).toSorted());
  });

  it.each<[string, Etat, Partial<TermesDeLaConvention>, string[]]>([
    ["sans devis", SANS_DEVIS, {}, ["duree", "deroulement", "prix", "taux_distance"]],
    ["sans période", BILAN, { fin: null }, ["periode"]],
    ["sans règlement", BILAN, { reglement: null }, ["reglement"]],
    ["mixte, sans la part à distance", MIXTE, {}, ["taux_distance"]],
    ["sans conseiller connu", { ...BILAN, entretien: null }, {}, ["moyens"]],
  ])("%s, dit ce qui manque au lieu de l’affirmer", (_, etat, change, codes) => {
    const clauses = clausesDeLaConvention(etat, { ...TERMES, ...change });
    const absents = tousLesCodes(toutes).filter((c) => !codesDits(clauses).includes(c));
    expect(absents.toSorted()).toEqual(codes.toSorted());
    expect(enSections(clauses).filter((s) => s.paragraphes[0] === PAS_DIT)).toHaveLength(codes.length);
    expect(ceQuiManque(clauses, toutes)).toMatch(/^Ce texte ne dit pas encore /);
  });

  it("ne dit à l’employeur ni l’objectif de la personne, ni ses droits, ni son reste à charge", () => {
    const avecCpf: Etat = {
      ...BILAN,
      financement: { ...BILAN.financement!, financeurs: ["cpf", "employeur"] },
    };
    expect(mots(clausesDeLaConvention(avecCpf, TERMES))).not.toMatch(/CPF|reconversion|droits|charge/);
  });

  it("à deux et sans argent public, la loi n’exige aucune mention", () => {
    const employeur: Etat = { ...BILAN, financement: { ...BILAN.financement!, financeurs: ["employeur"] } };
    expect(mentionsExigees(employeur, { forme: "bilaterale" })).toEqual([]);
    expect(mentionsExigees(employeur, { forme: "tripartite" })).toHaveLength(MENTIONS_TRIPARTITE.length);
  });
});

describe("le contrat", () => {
  it("donne les cinq mentions de la loi", () => {
    expect(manquantes(MENTIONS_CONTRAT, codesDits(clausesDuContrat(BILAN, CONTRAT)))).toEqual([]);
  });

  it.each([
    ["prerequis", "prerequis"],
    ["reglement", "paiement"],
    ["arret", "paiement"],
  ])("sans %s, dit que cela manque", (champ, code) => {
    const dits = codesDits(clausesDuContrat(BILAN, { ...CONTRAT, [champ]: null }));
    expect(MENTIONS_CONTRAT.filter((m) => !dits.includes(m.code)).map((m) => m.code)).toEqual([code]);
  });

  it("sans aucun moyen connu, ne prétend pas donner les conditions, dont les moyens font partie", () => {
    const offres = BILAN.organisme.offres.map((o) => ({ ...o, outils: [], materiel: null }));
    const etat: Etat = { ...BILAN, entretien: null, organisme: { ...BILAN.organisme, offres } };
    expect(codesDits(clausesDuContrat(etat, CONTRAT))).not.toContain("conditions");
  });
});

describe("l’information", () => {
  it("dit ce que les faits disent, et ce qu’ils ne disent pas", () => {
    const dit = clausesDeLInformation(BILAN);
    expect(mots(dit)).toContain("Vous avez rencontré");
    expect(mots(dit)).toContain("Les dates et les signatures restent plus longtemps");
    expect(mots(dit)).toContain("peut emporter tous ses dossiers, textes compris");
    const vide = enSections(clausesDeLInformation({ ...SANS_DEVIS, financement: null, entretien: null }));
    const titres = vide.filter((s) => s.paragraphes[0] === PAS_DIT).map((s) => s.titre);
    expect(titres).toEqual(
      expect.arrayContaining(["Qui vous accompagne", "Combien de temps", "Le prix", "Qui paie"]),
    );
  });

  it("à qui paie elle-même, dit aussi ce qu’elle n’a pas reçu du prix et des conditions d’arrêt", () => {
    const seule: Etat = { ...BILAN, financement: { ...BILAN.financement!, financeurs: ["fonds_propres"] } };
    expect(mots(clausesDeLInformation(seule))).toContain("Le dossier ne dit pas que vous ayez déjà reçu");
    expect(mots(clausesDeLInformation(seule))).not.toContain("Pris sur vos droits");
    expect(mots(clausesDeLInformation(seule))).toContain("Vous ne payez rien avant la fin de ce délai.");
  });

  it("aucune phrase de plus de trente mots, sauf la liste de ce qui a été remis", () => {
    const textes = [clausesDeLInformation(BILAN).slice(0, -1), clausesDeLaConvention(BILAN, TERMES)].flat();
    const longues = textes
      .flatMap((c) => c.dit)
      .flatMap((p) => p.split(/(?<=[.!?])\s/))
      .filter((p) => p.split(/\s+/).length > 30);
    expect(longues).toEqual([]);
  });
});
