import { expect, it } from "vitest";
import { ENGAGE, PLANIFIEE } from "../../tests/dossier/cas/histoires.ts";
import { raconter } from "../../tests/dossier/recits.ts";
import { type Heure, parseHeure } from "../values/heure.ts";
import { jour } from "../values/jour.ts";
import { acteDeNom } from "./catalogue-actes.ts";
import { decider } from "./decider.ts";

const SIGNEE = { par: "beneficiaire", nom: "Alix Martin", atteste: "oui" };
const le = jour("2026-09-28");
const plat = (t: string) => t.replace(/[\u00a0\u202f]/g, " ");
const heure = (t: string) => parseHeure(t) as Heure;

function phrases(
  essai: ReturnType<typeof raconter>,
  nom: string,
  reponses: Record<string, string>,
  h: Heure,
) {
  const qui = { role: "conseiller", intervenant: "nadia", au: le, heure: h } as const;
  const decision = decider(acteDeNom(nom)!, essai, essai.formulaire(nom, le, reponses), qui);
  return "refus" in decision ? decision.refus.map((r) => plat(r.phrase)) : [];
}

it("une séance ne se note pas tenue avant son heure de fin", () => {
  const essai = raconter([...ENGAGE, PLANIFIEE]);
  const tenue = { themes: "analyse_demande" };
  expect(phrases(essai, "tenirSeance", tenue, heure("9 h"))).toEqual([
    "La séance finit à 11 h 30 : notez-la ensuite.",
  ]);
  expect(phrases(essai, "tenirSeance", tenue, heure("11 h 29"))).toHaveLength(1);
  expect(phrases(essai, "tenirSeance", tenue, heure("11 h 30"))).toEqual([]);
});

it("une séance ne se signe pas avant son heure de fin", () => {
  const essai = raconter([...ENGAGE, PLANIFIEE, [le, "tenirSeance", { themes: ["analyse_demande"] }]]);
  expect(phrases(essai, "signerSeance", SIGNEE, heure("10 h"))).toEqual([
    "La séance finit à 11 h 30 : signez-la ensuite.",
  ]);
  expect(phrases(essai, "signerSeance", SIGNEE, heure("11 h 30"))).toEqual([]);
});
