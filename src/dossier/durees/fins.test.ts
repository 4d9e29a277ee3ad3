import { describe, expect, it } from "vitest";
import { BILAN } from "../../law/bilan-exemple.ts";
import type { Conservation, Controle, Etat, Facture, Gel } from "../../law/etat.ts";
import { ajouterAnnees, ajouterJours, jour } from "../../values/jour.ts";
import { euros } from "../../values/montant.ts";
import type { Fait } from "../fait.ts";
import { contenusConservesDetruits, contenusDetruits, preuvesDetruites } from "../faits/fin.ts";
import { gelLeve, preuvesGelees, tousGelsLeves } from "../faits/gel.ts";
import { etatInitial } from "../initial.ts";
import { finDesFactures, finsDuDossier } from "./fins.ts";
import { AUCUN_CHOIX, type ChoixDeDuree } from "./table.ts";

const TERME = jour("2026-11-16");
const trace = (date: string) => ({ date: jour(date), consigneLe: jour(date), fait: "f1" });
const fait = (date: string, type: string): Fait => ({ ...trace(date), id: "f1", type, donnees: {} });
const REMISE = fait(TERME, "synthese_remise.v1");
const DEMANDE = fait("2026-03-02", "demande_recue.v1");

const facture: Facture = {
  ...trace("2026-11-24"),
  numero: "2026-031",
  montant: euros(1580),
  lignes: [],
  priseEnChargeDuReste: null,
  payeur: null,
  payeeLe: null,
};
const controle: Controle = {
  ...trace("2029-01-05"),
  organe: "cdc",
  recuLe: jour("2029-01-05"),
  echeance: null,
  pieces: [],
  reponduLe: null,
  closLe: null,
};

/** What ends in a dossier: the class, the day, and whether the application does it. */
function fins(etat: Etat, faits: readonly Fait[], choix: ChoixDeDuree = AUCUN_CHOIX) {
  return finsDuDossier(etat, faits, choix).map((f) => [f.classe, f.du, f.parLaMachine]);
}

describe("un bilan mené à son terme", () => {
  const duBilan = (etat: Partial<Etat>, choix?: ChoixDeDuree) => fins({ ...BILAN, ...etat }, [REMISE], choix);
  const detruit = {
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

  it("les contenus finissent au terme, les preuves le lendemain des quatre ans", () => {
    expect(duBilan({ destruction: null })).toEqual([
      ["contenus", "2026-11-16", true],
      ["preuves", "2030-11-17", true],
    ]);
  });

  it("ce qu’un accord garde finit avec lui ; de deux accords de fins différentes, le premier finit d’abord, seul", () => {
    const conservations = [accord("2028-06-30")];
    expect(duBilan({ ...detruit, conservations })).toEqual([
      ["contenus_gardes", "2028-06-30", true],
      ["preuves", "2030-11-17", true],
    ]);
    const deux = [...conservations, { ...accord("2029-06-30"), fait: "f2" }];
    expect(duBilan({ ...detruit, conservations: deux })[0]).toEqual(["contenus_gardes", "2028-06-30", true]);
    const fini = contenusConservesDetruits.evolve(
      { ...BILAN, ...detruit, conservations: deux },
      { accords: ["f1"] },
      trace("2028-06-30"),
    );
    expect(duBilan({ ...detruit, ...fini })[0]).toEqual(["contenus_gardes", "2029-06-30", true]);
    expect(fini.conservations!.map((c) => c.detruitLe)).toEqual(["2028-06-30", null]);
  });

  it("un accord qui s’arrête au terme ne garde rien au-delà de la première destruction", () => {
    const conservations = [accord(TERME)];
    const [contenus, preuves] = duBilan({ destruction: null });
    expect(duBilan({ destruction: null, conservations })).toEqual([contenus, preuves]);
    // The destruction left what it names: it goes as soon as it was announced.
    expect(duBilan({ ...detruit, conservations })).toEqual([["contenus_gardes", TERME, true], preuves]);
  });

  it("sorti sans que la synthèse soit remise, l’application ne la détruit pas à la place d’une remise", () => {
    const sortie = {
      destruction: null,
      remise: null,
      serviceFait: { ...BILAN.serviceFait!, sortieLe: TERME },
    };
    expect(duBilan(sortie)[0]).toEqual(["contenus", "2026-11-16", false]);
    // Nor what an agreement keeps, which goes after the rest.
    expect(duBilan({ ...sortie, conservations: [accord("2028-06-30")] })[1]).toEqual([
      "contenus_gardes",
      "2028-06-30",
      false,
    ]);
    expect(duBilan({ ...sortie, syntheses: [] })[0]).toEqual(["contenus", "2026-11-16", true]);
    // An early end is judged without the synthesis.
    const finAnticipee: Etat["finAnticipee"] = {
      ...trace("2026-11-16"),
      forceMajeure: false,
      responsable: "beneficiaire",
      motif: "Départ.",
      preuve: null,
    };
    expect(duBilan({ destruction: null, remise: null, finAnticipee })[0]).toEqual([
      "contenus",
      "2026-11-16",
      true,
    ]);
  });

  it("des résultats détaillés écrits et non remis retiennent l’application de même", () => {
    const ecrits: Fait = {
      ...fait("2026-11-10", "resultats_ecrits.v1"),
      donnees: { intitule: "Entretiens", resultats: { id: "c1", engagement: "e1" } },
    };
    const remis = (documents: NonNullable<Etat["remise"]>["documents"]) =>
      fins({ ...BILAN, destruction: null, remise: { ...BILAN.remise!, documents } }, [ecrits, REMISE])[0];
    expect(remis(["synthese"])).toEqual(["contenus", "2026-11-16", false]);
    expect(remis(["synthese", "resultats_detailles"])).toEqual(["contenus", "2026-11-16", true]);
  });

  it("un texte écrit après la destruction finit dès ce jour", () => {
    const destruction = { ...detruit.destruction, ecritDepuis: jour("2026-12-03") };
    expect(duBilan({ destruction })[0]).toEqual(["contenus", "2026-12-03", true]);
  });

  it("une facture qui attend son paiement : on prévient dès la fin des autres horloges, et rien ne part seul", () => {
    const financement = { ...BILAN.financement!, financeurs: ["opco" as const] };
    const payee = (payeeLe: string | null) =>
      duBilan({
        ...detruit,
        financement,
        factures: [{ ...facture, payeeLe: payeeLe === null ? null : jour(payeeLe) }],
      });
    const tout = { ...AUCUN_CHOIX, preuvesLues: true };
    expect(payee(null)).toEqual([["preuves_lues", "2030-01-01", false]]);
    expect(duBilan({ ...detruit, financement, factures: [facture] }, tout)[0]).toEqual([
      "preuves_lues",
      "2030-01-01",
      false,
    ]);
    const [attend] = finsDuDossier(
      { ...BILAN, ...detruit, financement, factures: [facture] },
      [REMISE],
      tout,
    );
    expect(attend!.pourquoi).toContain("une facture n’est pas payée");
    expect(payee("2027-02-03")).toEqual([["preuves", "2031-01-01", true]]);
    expect(payee("2025-12-30")).toEqual([["preuves", "2030-01-01", true]]);
  });

  it("rien ne finit pour les preuves tant qu’un contrôle est ouvert, même sans paiement connu", () => {
    const financement = { ...BILAN.financement!, financeurs: ["opco" as const] };
    expect(duBilan({ ...detruit, controles: [controle] })).toEqual([]);
    expect(duBilan({ ...detruit, financement, controles: [controle] })).toEqual([]);
  });

  it("un certificat dû et aucune facture : le jour manque ; noté que rien n’est attendu, il vient", () => {
    const financement = { ...BILAN.financement!, financeurs: ["employeur" as const] };
    const [sansFacture] = finsDuDossier({ ...BILAN, ...detruit, financement }, [REMISE], AUCUN_CHOIX);
    expect(sansFacture).toMatchObject({ classe: "preuves_lues", du: "2030-01-01", parLaMachine: false });
    expect(sansFacture!.pourquoi).toContain("aucune facture n’est notée");
    const clos = { ...detruit, financement, paiementsClos: trace("2027-06-01") };
    const decide = { ...AUCUN_CHOIX, preuvesLues: true };
    expect(duBilan(clos, decide)).toEqual([["preuves_lues", "2030-01-01", true]]);
    // What was paid before still counts from its own year.
    const enPartie = [
      { ...facture, payeeLe: jour("2027-02-03") },
      { ...facture, numero: "2026-032" },
    ];
    expect(duBilan({ ...clos, factures: enPartie })).toEqual([["preuves", "2031-01-01", true]]);
  });

  it("ce que nous lisons seulement prévient, sauf décision de l’organisme", () => {
    const etat = {
      ...detruit,
      financement: { ...BILAN.financement!, financeurs: ["fonds_propres" as const] },
    };
    expect(duBilan(etat)).toEqual([["preuves_lues", "2030-01-01", false]]);
    expect(duBilan(etat, { ...AUCUN_CHOIX, preuvesLues: true })).toEqual([
      ["preuves_lues", "2030-01-01", true],
    ]);
  });

  it("un dossier effacé n’a plus de fin", () => {
    const etat = { ...BILAN, ...detruit };
    const { destructionPreuves } = preuvesDetruites.evolve(etat, {}, trace("2030-11-17"));
    expect(duBilan({ ...detruit, destructionPreuves: destructionPreuves! })).toEqual([]);
  });
});

describe("un bilan qui n’a pas eu lieu", () => {
  const QUESTIONS: Fait = {
    ...fait("2026-03-05", "questionnaire_rempli.v1"),
    donnees: { reponses: { id: "c1", engagement: "e1" } },
  };
  const APPELEE: Etat = {
    ...etatInitial(BILAN.organisme, BILAN.beneficiaire),
    financement: BILAN.financement,
  };
  const commande = { ...BILAN.commande!, annulation: null };
  const annulee = {
    commande: {
      ...commande,
      annulation: { le: jour("2026-03-10"), par: "titulaire" as const, motif: "Départ." },
    },
  };
  const contrat = {
    mentions: [],
    mentionNda: true,
    signatures: [{ par: "beneficiaire" as const, le: jour("2026-12-28") }],
  };
  const deLui = (etat: Partial<Etat>, faits: readonly Fait[] = [DEMANDE, QUESTIONS], choix?: ChoixDeDuree) =>
    fins({ ...APPELEE, ...etat }, faits, choix);

  it("commande en cours : rien ne finit ; annulée avant l’entrée : textes ce jour-là, preuves à la fin de la troisième année", () => {
    expect(deLui({ commande })).toEqual([]);
    expect(deLui(annulee)).toEqual([
      ["contenus", "2026-03-10", false],
      ["preuves_lues", "2030-01-01", false],
    ]);
    expect(deLui(annulee, undefined, { ...AUCUN_CHOIX, preuvesLues: true })[1]).toEqual([
      "preuves_lues",
      "2030-01-01",
      true,
    ]);
  });

  it("contrat signé : rien ne finit ; rétracté : l’année du retrait compte, pas celle de la signature", () => {
    const financement = { ...BILAN.financement!, financeurs: ["fonds_propres" as const] };
    expect(deLui({ financement, contrat: { ...contrat, retracteLe: null } })).toEqual([]);
    expect(deLui({ financement, contrat: { ...contrat, retracteLe: jour("2027-01-04") } })).toEqual([
      ["contenus", "2027-01-04", false],
      ["preuves_lues", "2031-01-01", false],
    ]);
  });

  it.each<[string, Partial<Etat>]>([
    ["orientée ailleurs", { orientation: { ...trace("2026-03-10"), vers: "cep" } }],
    ["qui ne veut pas du bilan", { refus: trace("2026-03-10") }],
  ])(
    "une personne %s : ses textes finissent ce jour-là, le reste comme un appel, ou une vente, sans suite",
    (_, etat) => {
      expect(deLui(etat)).toEqual([
        ["contenus", "2026-03-10", false],
        ["sans_suite", "2029-03-06", false],
      ]);
      expect(deLui({ ...etat, commande })).toEqual([
        ["contenus", "2026-03-10", false],
        ["preuves_lues", "2030-01-01", false],
      ]);
    },
  );

  it("ni les quatre ans du CPF ni un certificat ne partent d’un bilan que rien n’a exécuté, et c’est dit", () => {
    const financement = { ...BILAN.financement!, financeurs: ["cpf" as const, "employeur" as const] };
    const [, preuves] = finsDuDossier(
      { ...APPELEE, ...annulee, financement },
      [DEMANDE, QUESTIONS],
      AUCUN_CHOIX,
    );
    expect(preuves).toMatchObject({ classe: "preuves_lues", du: "2030-01-01" });
    expect(preuves!.pourquoi).toContain("Aucun texte lu ne parle d’un bilan qui n’a pas eu lieu");
    expect(preuves!.sources.map((s) => s.confiance)).toEqual(["lecture"]);
  });

  it("une séance tenue malgré tout : le CPF compte depuis elle", () => {
    const seances = BILAN.seances.filter((s) => s.statut === "tenue").slice(0, 1);
    const [, preuves] = deLui({ ...annulee, seances });
    expect(preuves).toEqual(["preuves", ajouterJours(ajouterAnnees(seances[0]!.date, 4), 1), true]);
  });

  it("sans texte scellé, ou les textes détruits, il n’en reste rien à dire ; écrits depuis, ils finissent de nouveau", () => {
    const preuves = ["preuves_lues", "2030-01-01", false];
    expect(deLui(annulee, [DEMANDE])).toEqual([preuves]);
    const destruction = { ...trace("2026-03-12"), documents: 0, effectiveLe: null, ecritDepuis: null };
    expect(deLui({ ...annulee, destruction })).toEqual([preuves]);
    const encore = { ...destruction, ecritDepuis: jour("2026-03-20") };
    expect(deLui({ ...annulee, destruction: encore })[0]).toEqual(["contenus", "2026-03-20", false]);
  });

  it("un contrôle ouvert retient ses preuves, un gel les repousse, jamais ses textes", () => {
    expect(deLui({ ...annulee, controles: [controle] })).toEqual([["contenus", "2026-03-10", false]]);
    const gel: Gel = { ...trace("2029-12-01"), motif: "litige", jusquAu: jour("2030-05-01"), leveLe: null };
    expect(deLui({ ...annulee, gels: [gel] })[1]).toEqual(["preuves_lues", "2030-05-02", false]);
  });
});

describe("un appel sans suite", () => {
  const APPEL = etatInitial(BILAN.organisme, BILAN.beneficiaire);
  const deLAppel = (etat: Partial<Etat>, faits: readonly Fait[] = [DEMANDE], choix?: ChoixDeDuree) =>
    fins({ ...APPEL, ...etat }, faits, choix);

  it("finit trois ans après au plus, et l’application ne l’efface que si l’organisme le décide", () => {
    const apres = (sansSuite: ChoixDeDuree["sansSuite"]) =>
      deLAppel({}, [DEMANDE], { ...AUCUN_CHOIX, sansSuite });
    expect(apres(null)).toEqual([["sans_suite", "2029-03-03", false]]);
    expect(apres(1)).toEqual([["sans_suite", "2027-03-03", true]]);
    expect(apres(9)).toEqual([["sans_suite", "2029-03-03", true]]);
  });

  it("compte depuis le dernier contact : une destruction, un gel ou sa levée n’en sont pas un", () => {
    const sansContact = [
      DEMANDE,
      fait("2027-01-04", preuvesGelees.type),
      fait("2027-02-01", gelLeve.type),
      fait("2027-02-01", tousGelsLeves.type),
      fait("2029-03-10", contenusDetruits.type),
    ];
    expect(deLAppel({}, sansContact)).toEqual([["sans_suite", "2029-03-03", false]]);
    expect(deLAppel({}, [...sansContact, fait("2027-02-02", "demande_recue.v1")])).toEqual([
      ["sans_suite", "2030-02-03", false],
    ]);
  });

  it("attend la fin d’un gel, et la clôture d’un contrôle", () => {
    const gel: Gel = {
      ...trace("2029-01-05"),
      motif: "reclamation",
      jusquAu: jour("2030-05-01"),
      leveLe: null,
    };
    expect(deLAppel({ gels: [gel] })).toEqual([["sans_suite", "2030-05-02", false]]);
    expect(deLAppel({ controles: [controle] })).toEqual([]);
    expect(deLAppel({ controles: [{ ...controle, closLe: jour("2029-02-01") }] })).toHaveLength(1);
  });

  it.each<[string, Partial<Etat>]>([
    ["une commande", { commande: BILAN.commande }],
    ["une entrée", { entree: BILAN.entree }],
    ["un versement", { versements: [{ ...trace("2026-04-01"), montant: euros(100), par: "beneficiaire" }] }],
    ["une facture", { factures: [facture] }],
    ["une séance tenue", { seances: BILAN.seances.filter((s) => s.statut === "tenue").slice(0, 1) }],
  ])("n’en est plus un avec %s", (_, etat) => {
    expect(deLAppel({})).toHaveLength(1);
    expect(Object.values(etat)[0]).toBeTruthy();
    expect(deLAppel(etat)).toEqual([]);
  });
});

it("les lignes de factures finissent dix ans après la fin de leur année", () => {
  expect(finDesFactures([jour("2026-01-02"), jour("2026-12-31")], AUCUN_CHOIX)[0]).toMatchObject({
    du: "2037-01-01",
    parLaMachine: false,
  });
  expect(finDesFactures([], AUCUN_CHOIX)).toEqual([]);
});
