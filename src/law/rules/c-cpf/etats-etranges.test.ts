import { describe, expect, it } from "vitest";
import { minutes } from "../../../values/duree.ts";
import { jour } from "../../../values/jour.ts";
import { centimes } from "../../../values/montant.ts";
import { BILAN, LENDEMAIN } from "../../bilan-exemple.ts";
import type { Etat } from "../../etat.ts";
import { cpfEtArgent } from "./index.ts";

const VERDICTS = ["conforme", "non_conforme", "indetermine", "sans_objet"];

/** The example bilan with one thing unsaid or emptied, for each thing it says. */
function appauvris(): [string, Etat][] {
  const manques: [string, Partial<Etat>][] = [];
  for (const [cle, valeur] of Object.entries(BILAN)) {
    if (cle === "organisme" || cle === "beneficiaire") continue;
    manques.push([`sans ${cle}`, { [cle]: Array.isArray(valeur) ? [] : null }]);
  }
  const vide: Partial<Etat> = Object.assign({}, ...manques.map(([, manque]) => manque));
  manques.push(["rien du tout", vide]);
  manques.push(["le seul financement", { ...vide, financement: BILAN.financement }]);
  return manques.map(([nom, manque]) => [nom, { ...BILAN, ...manque }]);
}

const nuls: [string, Etat][] = [
  [
    "devis de zéro minute et zéro euro",
    { devis: [{ ...BILAN.devis[0]!, duree: minutes(0), prix: centimes(0) }] },
  ],
  ["ajustement à zéro", { ajustements: [{ ...BILAN.documentsSuivi[0]!, duree: minutes(0), motif: "" }] }],
  [
    "séances de zéro minute",
    { seances: BILAN.seances.map((s) => ({ ...s, fait: minutes(0), prevu: minutes(0) })) },
  ],
  ["offres vides", { organisme: { ...BILAN.organisme, offres: [] } }],
  [
    "dates à l’envers",
    { commande: { ...BILAN.commande!, demandeLe: jour("2030-01-01"), accepteLe: jour("2020-01-01") } },
  ],
  [
    "annulation des siècles avant le début",
    {
      entree: null,
      seances: [],
      commande: {
        ...BILAN.commande!,
        debutPrevu: jour("9999-12-31"),
        annulation: { le: jour("0001-01-01"), par: "titulaire", motif: "" },
      },
    },
  ],
].map(([nom, e]) => [nom as string, { ...BILAN, ...(e as Partial<Etat>) }]);

describe("les règles du CPF devant un dossier étrange", () => {
  it.each([...appauvris(), ...nuls])("%s : un verdict, jamais une erreur", (_nom, etat) => {
    for (const au of [LENDEMAIN, jour("2019-01-01"), jour("2027-06-01")]) {
      for (const rule of cpfEtArgent) expect(VERDICTS, rule.id).toContain(rule.evaluate(etat, au).verdict);
    }
  });

  it("un délai inconnu ce jour-là ne vaut pas zéro : rien ne peut être dit", () => {
    const ancien = jour("2018-12-03");
    const commande = { ...BILAN.commande!, demandeLe: ancien, reponduLe: ancien, accepteLe: ancien };
    const seances = BILAN.seances.map((s) => ({ ...s, date: ancien }));
    const service = { ...BILAN.serviceFait!, date: ancien, sortieLe: ancien };
    const arret = { ...BILAN.remise!, date: ancien, motif: "départ", preuve: "courrier" };
    const inconnus: [string, Partial<Etat>][] = [
      [
        "C09",
        { seances, entree: null, ajustements: [{ ...BILAN.documentsSuivi[0]!, motif: "projet clair" }] },
      ],
      ["C10", { commande }],
      ["C11", { commande }],
      ["C13", { seances, entree: null }],
      ["C13", { seances, entree: { ...BILAN.entree!, date: ancien, effectiveLe: ancien } }],
      ["C14", { seances, remise: null, serviceFait: service }],
      ["C14", { seances, remise: { ...BILAN.remise!, date: ancien }, serviceFait: null }],
      [
        "C17",
        {
          seances: seances.slice(0, 2),
          remise: null,
          serviceFait: null,
          finAnticipee: { ...arret, forceMajeure: false, responsable: "beneficiaire" },
        },
      ],
      ["C19", { serviceFait: service }],
      [
        "C20",
        {
          seances: [],
          entree: null,
          commande: { ...commande, annulation: { le: ancien, par: "titulaire", motif: "" } },
        },
      ],
    ];
    for (const [id, manque] of inconnus) {
      const rule = cpfEtArgent.find((r) => r.id === id)!;
      const v = rule.evaluate({ ...BILAN, ...manque }, ancien);
      expect(v, id).toMatchObject({
        verdict: "indetermine",
        manque: expect.stringMatching(/3\sdécembre\s2018/),
      });
    }
  });
});
