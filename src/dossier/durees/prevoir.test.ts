import fc from "fast-check";
import { expect, it } from "vitest";
import { BILAN } from "../../law/bilan-exemple.ts";
import type { Conservation, Etat } from "../../law/etat.ts";
import { ajouterAnnees, ajouterJours, type Jour, jour, joursEntre } from "../../values/jour.ts";
import type { Fait } from "../fait.ts";
import { type Fin, finsDuDossier } from "./fins.ts";
import { type Annonce, aAnnoncer, aFaire, HORIZON, prevoir } from "./prevoir.ts";
import { AUCUN_CHOIX, DUREES } from "./table.ts";

const TERME = jour("2026-11-16");
const trace = (date: Jour) => ({ date, consigneLe: date, fait: "f90" });
const REMISE: Fait = { ...trace(TERME), id: "f1", type: "synthese_remise.v1", donnees: {} };
const ACCORD: Conservation = {
  ...trace(TERME),
  base: "accord_suivi",
  documents: ["synthese"],
  signeLe: TERME,
  jusquAu: jour("2029-11-16"),
  retireLe: null,
  detruitLe: null,
};
const detruit: Partial<Etat> = {
  destruction: { ...trace(TERME), documents: 3, effectiveLe: TERME, ecritDepuis: null },
};

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
  let etat: Etat = { ...BILAN, destruction: null, conservations: [ACCORD] };
  const annonces: Annonce[] = [];
  const faits: [Jour, string][] = [];
  for (let au = TERME; au <= ajouterAnnees(TERME, 5); au = ajouterJours(au, 1)) {
    for (const { classe } of unJour(finsDuDossier(etat, [REMISE], AUCUN_CHOIX), annonces, au).faits) {
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
  const [fin] = finsDuDossier({ ...BILAN, ...detruit }, [REMISE], AUCUN_CHOIX);
  const annonce: Annonce = { classe: "preuves", du: jour("2030-11-18"), annonceeLe: jour("2030-09-01") };
  expect(prevoir([fin!], [annonce], jour("2030-11-17"))[0]).toMatchObject({
    annonceeLe: null,
    le: "2030-12-17",
  });
});
