import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BILAN } from "../../law/bilan-exemple.ts";
import type { Conservation, Etat, Facture } from "../../law/etat.ts";
import { ajouterAnnees, ajouterJours, type Jour, jour, joursEntre } from "../../values/jour.ts";
import { euros } from "../../values/montant.ts";
import type { Fait } from "../fait.ts";
import { type Fin, finDesFactures, finsDuDossier } from "./fins.ts";
import { type Annonce, aAnnoncer, aFaire, HORIZON, prevoir } from "./prevoir.ts";
import { AUCUN_CHOIX, type ChoixDeDuree, DUREES } from "./table.ts";

const TERME = jour("2026-11-16");
const trace = (date: string) => ({ date: jour(date), consigneLe: jour(date), fait: "f90" });
const fait = (date: string, type = "synthese_remise.v1"): Fait => ({
  ...trace(date),
  id: "f1",
  type,
  donnees: {},
});
const detruit: Partial<Etat> = {
  destruction: { ...trace("2026-11-16"), documents: 3, effectiveLe: TERME, ecritDepuis: null },
};
const accord = (jusquAu: string): Conservation => ({
  ...trace("2026-11-16"),
  base: "accord_suivi",
  documents: ["synthese"],
  signeLe: TERME,
  jusquAu: jour(jusquAu),
  retireLe: null,
  detruitLe: null,
});
const SANS_SUITE: Etat = {
  ...BILAN,
  commande: null,
  convention: null,
  contrat: null,
  contratPropose: null,
  entree: null,
  versements: [],
  factures: [],
  seances: [],
  remise: null,
  serviceFait: null,
  finAnticipee: null,
};
const fins = (etat: Partial<Etat>, choix: ChoixDeDuree = AUCUN_CHOIX) =>
  finsDuDossier({ ...BILAN, ...etat }, [fait("2026-11-16")], choix).map((f) => [
    f.classe,
    f.du,
    f.parLaMachine,
  ]);

describe("ce qui finit dans un dossier", () => {
  it("les contenus au terme, les preuves le lendemain des quatre ans", () => {
    expect(fins({ destruction: null })).toEqual([
      ["contenus", "2026-11-16", true],
      ["preuves", "2030-11-17", true],
    ]);
  });

  it("ce qu’un accord garde, à sa fin ; deux accords de fins différentes, le conseiller décide", () => {
    const conservations = [accord("2028-06-30")];
    expect(fins({ ...detruit, conservations })).toEqual([
      ["contenus_gardes", "2028-06-30", true],
      ["preuves", "2030-11-17", true],
    ]);
    expect(fins({ ...detruit, conservations: [...conservations, accord("2029-06-30")] })[0]).toEqual([
      "contenus_gardes",
      "2028-06-30",
      false,
    ]);
  });

  it("sorti sans que la synthèse soit remise, l’application ne la détruit pas à la place d’une remise", () => {
    const sortie = { ...BILAN.serviceFait!, sortieLe: TERME };
    const [fin] = fins({ destruction: null, remise: null, serviceFait: sortie });
    expect(fin).toEqual(["contenus", "2026-11-16", false]);
    expect(fins({ destruction: null, remise: null, serviceFait: sortie, syntheses: [] })[0]![2]).toBe(true);
    // An early end is judged without the synthesis.
    const finAnticipee: Etat["finAnticipee"] = {
      ...trace("2026-11-16"),
      forceMajeure: false,
      responsable: "beneficiaire",
      motif: "Départ.",
      preuve: null,
    };
    expect(fins({ destruction: null, remise: null, finAnticipee })[0]![2]).toBe(true);
  });

  it("des résultats détaillés écrits et non remis retiennent l’application de même", () => {
    const ecrits: Fait = {
      ...fait("2026-11-10", "resultats_ecrits.v1"),
      donnees: { intitule: "Entretiens", resultats: { id: "c1", engagement: "e1" } },
    };
    const lues = (documents: NonNullable<Etat["remise"]>["documents"]) =>
      finsDuDossier(
        { ...BILAN, destruction: null, remise: { ...BILAN.remise!, documents } },
        [ecrits, fait("2026-11-16")],
        AUCUN_CHOIX,
      )[0]!.parLaMachine;
    expect(lues(["synthese"])).toBe(false);
    expect(lues(["synthese", "resultats_detailles"])).toBe(true);
  });

  it("un texte écrit après la destruction, dès ce jour", () => {
    const destruction = { ...detruit.destruction!, ecritDepuis: jour("2026-12-03") };
    expect(fins({ destruction })[0]).toEqual(["contenus", "2026-12-03", true]);
  });

  it("rien pour les preuves tant qu’une facture attend son paiement, ou qu’un contrôle est ouvert", () => {
    const impayee: Facture = {
      ...trace("2026-11-24"),
      numero: "2026-031",
      montant: euros(1580),
      lignes: [],
      priseEnChargeDuReste: null,
      payeur: null,
      payeeLe: null,
    };
    const opco = { ...BILAN.financement!, financeurs: ["opco" as const] };
    expect(fins({ ...detruit, financement: opco, factures: [impayee] })).toEqual([]);
    expect(
      fins({ ...detruit, financement: opco, factures: [{ ...impayee, payeeLe: jour("2027-02-03") }] }),
    ).toEqual([["preuves", "2031-01-01", true]]);
    const avance = { ...impayee, payeeLe: jour("2025-12-30") };
    expect(fins({ ...detruit, financement: opco, factures: [avance] })).toEqual([
      ["preuves", "2030-01-01", true],
    ]);
    const controle = { ...trace("2030-10-01"), recuLe: jour("2030-10-01"), echeance: null, pieces: [] };
    expect(
      fins({ ...detruit, controles: [{ ...controle, organe: "cdc", reponduLe: null, closLe: null }] }),
    ).toEqual([]);
  });

  it("ce que nous lisons seulement prévient, sauf décision de l’organisme", () => {
    const financement = { ...BILAN.financement!, financeurs: ["fonds_propres" as const] };
    expect(fins({ ...detruit, financement })).toEqual([["preuves_lues", "2030-01-01", false]]);
    expect(fins({ ...detruit, financement }, { ...AUCUN_CHOIX, preuvesLues: true })[0]![2]).toBe(true);
  });

  it("qui a appelé sans donner suite : trois ans au plus, et seulement si l’organisme le décide", () => {
    const lues = (choix: ChoixDeDuree, faits = [fait("2026-03-02", "demande_recue.v1")]) =>
      finsDuDossier(SANS_SUITE, faits, choix).map((f) => [f.classe, f.du, f.parLaMachine]);
    expect(lues(AUCUN_CHOIX)).toEqual([["sans_suite", "2029-03-03", false]]);
    expect(lues({ ...AUCUN_CHOIX, sansSuite: 1 })).toEqual([["sans_suite", "2027-03-03", true]]);
    expect(lues({ ...AUCUN_CHOIX, sansSuite: 9 })).toEqual([["sans_suite", "2029-03-03", true]]);
    const detruits = [fait("2026-03-02", "demande_recue.v1"), fait("2029-03-10", "contenus_detruits.v1")];
    expect(lues(AUCUN_CHOIX, detruits)).toEqual([["sans_suite", "2029-03-03", false]]);
  });

  it("les lignes de factures dix ans après la fin de leur année", () => {
    expect(finDesFactures([jour("2026-01-02"), jour("2026-12-31")], AUCUN_CHOIX)[0]).toMatchObject({
      du: "2037-01-01",
      parLaMachine: false,
    });
    expect(finDesFactures([], AUCUN_CHOIX)).toEqual([]);
  });
});

/** What the clock does on one day, as the job does it. */
function unJour(fins: readonly Fin[], annonces: Annonce[], au: Jour) {
  const prevus = prevoir(fins, annonces, au);
  for (const { classe, du } of prevus.filter((e) => aAnnoncer(e, au)))
    annonces.push({ classe, du, annonceeLe: au });
  return { prevus, faits: prevus.filter((e) => aFaire(e, au)) };
}

const uneFin = fc
  .record({
    classe: fc.constantFrom("contenus", "contenus_gardes", "preuves", "sans_suite", "factures"),
    decalage: fc.integer({ min: -30, max: 400 }),
    parLaMachine: fc.boolean(),
  })
  .map(
    ({ classe, decalage, parLaMachine }): Fin => ({
      classe: classe as Fin["classe"],
      du: ajouterJours(TERME, decalage),
      parLaMachine,
      pourquoi: "",
      sources: [],
    }),
  );

describe("la prévision et l’horloge", () => {
  it("ce qui est prévu pour un jour est fait ce jour-là, et rien ne l’est sans avoir été annoncé assez longtemps", () => {
    fc.assert(
      fc.property(fc.uniqueArray(uneFin, { selector: (f) => f.classe, maxLength: 5 }), (toutes) => {
        const annonces: Annonce[] = [];
        const dit = new Map<string, Jour>();
        let restent = toutes;
        for (let i = 0; i < 520; i += 1) {
          const au = ajouterJours(TERME, i);
          const { prevus, faits } = unJour(restent, annonces, au);
          for (const e of prevus.filter((p) => p.parLaMachine && joursEntre(au, p.le) <= HORIZON)) {
            expect(dit.get(e.classe) ?? e.le).toBe(e.le);
            dit.set(e.classe, e.le);
          }
          for (const e of faits) {
            expect(dit.get(e.classe)).toBe(au);
            expect(joursEntre(e.annonceeLe!, au)).toBeGreaterThanOrEqual(DUREES[e.classe].annonce);
          }
          restent = restent.filter((f) => !faits.some((e) => e.classe === f.classe));
        }
        expect(restent.filter((f) => f.parLaMachine)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("jour par jour sur cinq ans, un bilan perd ses contenus, son accord puis ses preuves, chacun le jour dit", () => {
    let etat: Etat = { ...BILAN, destruction: null, conservations: [accord("2029-11-16")] };
    const annonces: Annonce[] = [];
    const faits: [Jour, string][] = [];
    for (let au = TERME; au <= ajouterAnnees(TERME, 5); au = ajouterJours(au, 1)) {
      for (const { classe } of unJour(finsDuDossier(etat, [fait("2026-11-16")], AUCUN_CHOIX), annonces, au)
        .faits) {
        faits.push([au, classe]);
        if (classe === "contenus") etat = { ...etat, ...detruit };
        if (classe === "contenus_gardes") {
          etat = { ...etat, conservations: etat.conservations.map((c) => ({ ...c, detruitLe: au })) };
        }
        if (classe === "preuves") etat = { ...etat, destructionPreuves: trace(au) };
      }
    }
    expect(faits).toEqual([
      ["2026-11-23", "contenus"],
      ["2029-11-16", "contenus_gardes"],
      ["2030-11-17", "preuves"],
    ]);
  });

  it("une annonce faite pour un autre jour ne compte pas", () => {
    const [fin] = finsDuDossier({ ...BILAN, ...detruit }, [fait("2026-11-16")], AUCUN_CHOIX);
    const annonce: Annonce = { classe: "preuves", du: jour("2030-11-18"), annonceeLe: jour("2030-09-01") };
    expect(prevoir([fin!], [annonce], jour("2030-11-17"))[0]).toMatchObject({
      annonceeLe: null,
      le: "2030-12-17",
    });
  });
});
